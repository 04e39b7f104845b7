package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.Verdict;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One version of every table that decides whether a case is referred, to whom, and what is told. */
record Rules(Requirements requirements, Judging judging, Routing routing, Disclosure disclosure, AgencyWays ways) {

    /**
     * What they make of a case: whether it is eligible, complete and directed, and where it then goes. What a person decided
     * stands.
     *
     * @param said its submissions, oldest first
     * @param held the items that it has
     * @param given the direction that it was given, none when only a standing one may direct it
     */
    Forecast forecast(
            CaseFile file,
            List<Complaint> said,
            Set<RequiredItem> held,
            Optional<Complaint.Direction> given,
            LocalDate today) {
        Complaint whole = Complaint.whole(said);
        Verdict verdict = file.verdict().filter(Verdict::byPerson).orElseGet(() -> judging.verdict(whole));
        if (verdict.outcome() != Eligibility.PROCEED) {
            return none(
                    verdict.outcome() + " " + verdict.ground(), verdict.basis().toString());
        }
        Set<RequiredItem> missing = EnumSet.copyOf(requirements.of(said.getFirst()));
        missing.removeAll(held);
        if (!missing.isEmpty()) {
            return none(
                    "INCOMPLETE " + missing.stream().map(Enum::name).collect(Collectors.joining(" ")),
                    requirements.basis(said.getFirst()).toString());
        }
        if (given.isEmpty() && judging.direction(whole).isEmpty()) {
            return none("WAITING DIRECTION", judging.standing(whole).toString());
        }
        return forecast(routing.plan(said, file.refusedBy(), file.returns(), today), said);
    }

    private Forecast forecast(Plan plan, List<Complaint> said) {
        Map<String, Disclosure.Allowed> leaving = new LinkedHashMap<>();
        for (Plan.Step step : plan.steps()) {
            String way = ways.find(step.agency().code())
                    .map(found -> found.kind().name())
                    .orElse("NONE");
            leaving.put(words(step), disclosure.of(said, step.agency(), step.kind(), way));
        }
        List<String> words = Stream.concat(
                        plan.steps().stream().map(Rules::words),
                        plan.left() == null ? Stream.empty() : Stream.of("PERSON"))
                .toList();
        var basis = plan.left() == null
                ? plan.steps().getFirst().basis()
                : plan.left().basis();
        return new Forecast(words, basis.toString(), leaving);
    }

    private static Forecast none(String why, String row) {
        return new Forecast(List.of(why), row, Map.of());
    }

    private static String words(Plan.Step step) {
        return step.kind() + " " + step.agency().code();
    }
}
