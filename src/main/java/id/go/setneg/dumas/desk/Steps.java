package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Explanation;
import id.go.setneg.dumas.complaint.Referral;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the agencies that a rule names into what each is asked: refusing ones left out, the accused one passed over. */
final class Steps {

    /** Wrongdoing and corruption: berkadar pengawasan (PER/05/M.PAN/4/2009). */
    private static final Set<String> SUPERVISORY = Set.of("01", "03");

    private final Directory directory;
    private final AgencyCode ourselves;
    private final Complaint whole;
    private final List<Agency> accused;
    private final Set<AgencyCode> excluded = new LinkedHashSet<>();
    private final Set<AgencyCode> atLapor;

    Steps(
            Directory directory,
            AgencyCode ourselves,
            Complaint whole,
            List<Agency> accused,
            Collection<AgencyCode> refused,
            Set<AgencyCode> atLapor) {
        this.directory = directory;
        this.ourselves = ourselves;
        this.whole = whole;
        this.accused = accused;
        this.atLapor = atLapor;
        refused.forEach(code -> {
            excluded.add(code);
            directory.present(code).map(Agency::code).ifPresent(excluded::add);
        });
    }

    /** Whether an agency is ours, or our own inspectorate. */
    boolean isOurs(Agency agency) {
        return agency.code().equals(ourselves) || ourselves.equals(agency.parent());
    }

    /** A complaint about ourselves goes past our own desk, to who oversees us. */
    Plan ownHouse() {
        var basis = new Basis("own house", "-", 0, "a complaint about the Ministry itself (PER/05/M.PAN/4/2009)");
        String why = "yang diadukan adalah kementerian sendiri, sehingga berkas tidak ditangani meja ini";
        Map<String, String> inputs = Map.of("accused", ourselves.value());
        return directory
                .find(ourselves)
                .flatMap(directory::overseer)
                .filter(overseer -> !excluded.contains(overseer.code()) && !accused.contains(overseer))
                .map(overseer ->
                        new Plan(List.of(step(overseer, Referral.Kind.ACTION, true, basis, inputs, why)), null))
                .orElseGet(() -> left(basis, inputs, why));
    }

    /**
     * What each agency is asked, the leading one first; none when the leading one sent the case back.
     *
     * @param why the reason, part of an Indonesian sentence
     */
    Optional<Plan> plan(Basis basis, Map<String, String> inputs, String why, List<Agency> asked, List<Agency> copies) {
        List<Plan.Step> steps = new ArrayList<>();
        List<Agency> copied = new ArrayList<>(copies);
        for (Agency agency : asked) {
            Optional<Agency> competent = competent(agency);
            if (competent.isEmpty() || excluded.contains(competent.get().code())) {
                if (steps.isEmpty()) {
                    return excluded.contains(agency.code())
                            ? Optional.empty()
                            : Optional.of(onlyOverseer(basis, inputs));
                }
                continue;
            }
            boolean isPassedOver = !competent.get().equals(agency);
            if (isPassedOver
                    && SUPERVISORY.contains(String.valueOf(whole.matter().problemCode()))) {
                copied.add(agency);
            }
            String because =
                    isPassedOver ? why + ", dan karena instansi itu yang diadukan, pengawasnya yang menangani" : why;
            steps.add(step(competent.get(), kind(competent.get()), steps.isEmpty(), basis, inputs, because));
        }
        addCopies(steps, copied, basis, inputs, why);
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Plan(steps, null));
    }

    /** Some may be told of it; who follows it up, a person decides. */
    Plan informed(Basis basis, Map<String, String> inputs, String why, List<Agency> copies) {
        List<Plan.Step> steps = new ArrayList<>();
        addCopies(steps, copies, basis, inputs, why);
        return new Plan(steps, left(basis, inputs, why).left());
    }

    /**
     * Letters that take the place of those that were taken back.
     *
     * @param isLed whether another agency leads already
     */
    List<Plan.Step> again(List<Agency> recalled, boolean isLed) {
        var basis = new Basis("parted", "-", 0, "its letter was taken back while the case was part of one matter");
        String why = "suratnya ditarik ketika berkas ini satu perkara dengan berkas lain, dan kini berkasnya terpisah";
        List<Plan.Step> steps = new ArrayList<>();
        for (Agency agency : recalled) {
            steps.add(step(agency, Referral.Kind.ACTION, !isLed && steps.isEmpty(), basis, Map.of(), why));
        }
        return steps;
    }

    /** A person decides. */
    Plan left(Basis basis, Map<String, String> inputs, String why) {
        var explanation = new Explanation(
                false, inputs, List.copyOf(excluded), "Petugas menetapkan instansi karena " + why + ".");
        return new Plan(List.of(), new Plan.Left(basis, explanation));
    }

    private Plan onlyOverseer(Basis basis, Map<String, String> inputs) {
        return left(
                basis,
                inputs,
                "instansi yang berwenang adalah yang diadukan, sedangkan pengawasnya tidak ada atau sudah mengembalikannya");
    }

    /** Who is complained about does not judge itself: its inspectorate does, else the body above it; never we. */
    private Optional<Agency> competent(Agency agency) {
        return Optional.of(agency)
                .flatMap(one -> accused.contains(one)
                        ? directory.overseer(one).filter(overseer -> !accused.contains(overseer))
                        : Optional.of(one))
                .filter(one -> !one.code().equals(ourselves));
    }

    private Referral.Kind kind(Agency agency) {
        return atLapor.contains(agency.code()) ? Referral.Kind.COORDINATION : Referral.Kind.ACTION;
    }

    private void addCopies(
            List<Plan.Step> steps, List<Agency> copies, Basis basis, Map<String, String> inputs, String why) {
        for (Agency agency : copies) {
            boolean isThere = steps.stream().anyMatch(step -> step.agency().equals(agency));
            if (!isThere && !agency.code().equals(ourselves) && !excluded.contains(agency.code())) {
                steps.add(step(agency, Referral.Kind.COPY, false, basis, inputs, why));
            }
        }
    }

    private Plan.Step step(
            Agency agency, Referral.Kind kind, boolean lead, Basis basis, Map<String, String> inputs, String why) {
        String sentence = Routing.words(kind, agency.name()) + " karena " + why + ".";
        return new Plan.Step(agency, kind, basis, new Explanation(lead, inputs, List.copyOf(excluded), sentence));
    }
}
