package id.go.setneg.dumas.progress;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.ledger.History;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done on a case, told from its facts one after the other. A fact that is not named here is not told. */
final class Steps {

    private final Wording wording;
    private final Directory directory;
    private final boolean isAgencyNamed;
    private final LocalDate today;
    private final List<Progress.Step> steps = new ArrayList<>();
    private final Set<UUID> copies = new HashSet<>();
    private Set<RequiredItem> missing = Set.of();
    private @Nullable Set<RequiredItem> missingTogether;
    private boolean isReceived;

    Steps(Wording wording, Directory directory, boolean isAgencyNamed, LocalDate today) {
        this.wording = wording;
        this.directory = directory;
        this.isAgencyNamed = isAgencyNamed;
        this.today = today;
    }

    /** By day, and of one day in the order of the journal. */
    List<Progress.Step> told(List<History.Entry> entries) {
        entries.forEach(this::tell);
        return steps.stream().sorted(Comparator.comparing(Progress.Step::on)).toList();
    }

    /** What is still missing, in words. */
    List<String> missing() {
        return items(missingTogether == null ? missing : missingTogether);
    }

    private void tell(History.Entry entry) {
        OffsetDateTime at = entry.at();
        switch (entry.event()) {
            case CaseEvent.SubmissionReceived received -> {
                String channel = wording.words("CHANNEL", received.channel().name(), false);
                add(received.receivedAt(), isReceived ? "ADDED" : "RECEIVED", "{channel}", channel);
                isReceived = true;
            }
            case CaseEvent.AgendaNumberAssigned assigned ->
                add(assigned.agenda().date(), "RECORDED", "", "");
            case CaseEvent.ItemsMissing items -> {
                missing = items.items();
                add(at, "INCOMPLETE", "{items}", String.join(", ", items(missing)));
            }
            case CaseEvent.ItemsTogether shared -> {
                missingTogether = shared.missing();
                if (shared.since() != null) {
                    add(shared.since(), "COMPLETE", "", "");
                }
            }
            case CaseEvent.CaseJoined other -> missingTogether = null;
            case CaseEvent.CaseParted parted -> missingTogether = null;
            case CaseEvent.CompletionAsked asked ->
                add(at, "ASKED", "{items}", String.join(", ", items(asked.items())));
            case CaseEvent.CaseClosed closed -> add(closed.date(), "CLOSED", "", "");
            case CaseEvent.CaseCompleted completed -> {
                missing = Set.of();
                missingTogether = null;
                add(completed.since(), "COMPLETE", "", "");
            }
            case CaseEvent.DirectionGiven given -> add(given.direction().date(), "DIRECTED", "", "");
            case CaseEvent.DirectionWithdrawn withdrawn -> add(at, "DIRECTION_WITHDRAWN", "", "");
            case CaseEvent.ReferralIssued issued -> refer(at, issued);
            case CaseEvent.StatusReported reported -> report(reported);
            case CaseEvent.CaseArchived archived -> add(archived.date(), "ARCHIVED", "", "");
            case CaseEvent.CaseReopened reopened -> add(at, "REOPENED", "", "");
            default -> {}
        }
    }

    private void refer(OffsetDateTime at, CaseEvent.ReferralIssued issued) {
        if (issued.kind() == Referral.Kind.COPY) {
            copies.add(issued.referral());
        } else {
            add(at, "REFERRED", "{agency}", name(issued.agency()));
        }
    }

    private void report(CaseEvent.StatusReported reported) {
        if (!copies.contains(reported.referral())) {
            add(reported.at(), reported.status().name(), "{agency}", name(reported.agency()));
        }
    }

    private String name(AgencyCode code) {
        return directory.find(code).map(Agency::name).orElse("instansi yang berwenang");
    }

    private List<String> items(Collection<RequiredItem> items) {
        return items.stream()
                .sorted()
                .map(item -> wording.words("ITEM", item.name(), false))
                .toList();
    }

    private void add(OffsetDateTime at, String what, String place, String value) {
        add(Progresses.day(at), what, place, value);
    }

    /** A day that others say may be wrong, but is never told as one of the future. */
    private void add(LocalDate on, String what, String place, String value) {
        String words = wording.words("STEP", what, isAgencyNamed);
        if (!words.isEmpty()) {
            steps.add(new Progress.Step(on.isAfter(today) ? today : on, words.replace(place, value)));
        }
    }
}
