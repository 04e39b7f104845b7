package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.Verdict;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What officers decide beside SPDE: the same facts follow as from the office's records, and what follows from those. */
public final class Decisions {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Basis PERSON = new Basis("officer", "-", 0, "a person decided");

    private static final int YEARS_BACK = 5;

    private final Desk desk;

    Decisions(Desk desk) {
        this.desk = desk;
    }

    /**
     * What became of a decision.
     *
     * @param facts names of the facts that the decision itself added, none when it says nothing new
     */
    public record Outcome(CaseNumber number, CaseState state, List<String> facts) {}

    /**
     * Takes in a decision.
     *
     * @param officer the login, as the journal will name it
     * @return none when there is no such case
     * @throws Implausible when it names a day to come or long gone, or an agency that the directory lacks
     */
    public Optional<Outcome> take(UnitOfWork unit, CaseNumber number, String officer, OfficerDecision decision) {
        check(decision, unit.now());
        unit.prepareNumbered(Set.of(number));
        Optional<OpenCase> on = decision instanceof OfficerDecision.SeeToAlarms
                ? unit.matters().merges().itself(number) // the alarms of a part stay with it
                : unit.caseNumbered(number);
        return on.map(found -> take(unit, found, officer, decision));
    }

    private void check(OfficerDecision decision, OffsetDateTime now) {
        switch (decision) {
            case OfficerDecision.Complete complete -> checkTime("since", complete.since(), now);
            case OfficerDecision.Direct direct ->
                checkTime("date", direct.date().atStartOfDay(WIB).toOffsetDateTime(), now);
            case OfficerDecision.Route route ->
                Stream.concat(route.asked().stream(), route.copied().stream())
                        .filter(code -> desk.directory().present(code).isEmpty())
                        .findFirst()
                        .ifPresent(code -> {
                            throw new Implausible("Instansi " + code + " tidak ada di direktori.");
                        });
            case OfficerDecision.Reject reject -> {}
            case OfficerDecision.Judge judge -> {}
            case OfficerDecision.WithdrawDirection withdrawn -> {}
            case OfficerDecision.Archive archive -> {}
            case OfficerDecision.Reopen reopen -> {}
            case OfficerDecision.Close close -> {}
            case OfficerDecision.FieldCheck check -> {}
            case OfficerDecision.SeeToAlarms seen -> {}
        }
    }

    private static void checkTime(String field, OffsetDateTime time, OffsetDateTime now) {
        if (time.isAfter(now) || time.isBefore(now.minusYears(YEARS_BACK))) {
            throw new Implausible("Waktu (" + field + ") tidak boleh di masa depan atau lebih dari " + YEARS_BACK
                    + " tahun yang lalu.");
        }
    }

    private Outcome take(UnitOfWork unit, OpenCase on, String officer, OfficerDecision decision) {
        var decided = new CaseEvent.OfficerDecided(name(decision), decision.reason());
        String actor = "officer:" + officer;
        List<CaseEvent> follows = decision instanceof OfficerDecision.Route route
                ? desk.route(unit, on, route, decided, actor)
                : command(decision, unit.now())
                        .map(command -> apply(unit, on, command, decided, actor))
                        .orElse(List.of());
        return new Outcome(
                on.number(),
                on.file().state(),
                follows.stream().map(fact -> fact.getClass().getSimpleName()).toList());
    }

    private List<CaseEvent> apply(UnitOfWork unit, OpenCase on, CaseCommand command, CaseEvent decided, String actor) {
        List<CaseEvent> follows = on.file().decide(command);
        if (!follows.isEmpty()) {
            List<CaseEvent> facts = new ArrayList<>();
            facts.add(decided);
            facts.addAll(follows);
            Reactions.Before before = desk.reactions.before(on);
            on.record(facts, actor, "an officer decided");
            desk.reactions.react(unit, on, before);
            desk.goOn(unit, on);
        }
        return follows;
    }

    /** None for a decision that is more than one command. */
    private static Optional<CaseCommand> command(OfficerDecision decision, OffsetDateTime now) {
        return Optional.ofNullable(
                switch (decision) {
                    case OfficerDecision.Route route -> null;
                    case OfficerDecision.Complete complete ->
                        new CaseCommand.ConfirmItems(complete.items(), complete.since());
                    case OfficerDecision.Reject reject -> new CaseCommand.RejectItems(reject.items());
                    case OfficerDecision.Judge judge ->
                        new CaseCommand.Judge(new Verdict(judge.outcome(), Ground.OFFICE, true, PERSON), now);
                    case OfficerDecision.Direct direct ->
                        new CaseCommand.Direct(
                                new Complaint.Direction(
                                        direct.by(), direct.date(), direct.instruction(), direct.document()),
                                false);
                    case OfficerDecision.WithdrawDirection withdraw -> new CaseCommand.WithdrawDirection();
                    case OfficerDecision.Archive archive ->
                        new CaseCommand.Archive(
                                Ground.OFFICE,
                                "officer",
                                now.atZoneSameInstant(WIB).toLocalDate(),
                                null);
                    case OfficerDecision.Reopen reopen -> new CaseCommand.Reopen(now);
                    case OfficerDecision.FieldCheck check -> new CaseCommand.OrderFieldCheck(check.referral());
                    case OfficerDecision.SeeToAlarms seen -> new CaseCommand.SeeToAlarms(seen.alarms());
                    case OfficerDecision.Close close ->
                        new CaseCommand.Close(now.atZoneSameInstant(WIB).toLocalDate());
                });
    }

    private static String name(OfficerDecision decision) {
        return Arrays.stream(
                        OfficerDecision.class.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> type.value().isInstance(decision))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
