package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.ledger.Dossier;
import id.go.setneg.dumas.mapping.Canonical;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as an officer reads it: codes with their Indonesian words beside them. Full of personal data.
 *
 * @param label the state in words
 * @param verdict whether it is followed up, in words; absent before anything was decided
 * @param alarms those that nobody has seen to
 */
record CaseView(
        String number,
        CaseState state,
        String label,
        @Nullable String partOf,
        List<String> parts,
        OffsetDateTime openedAt,
        Complaint.@Nullable Agenda agenda,
        Complaint.@Nullable Direction direction,
        @Nullable OffsetDateTime completeSince,
        Set<RequiredItem> missing,
        @Nullable String verdict,
        Set<Alarm> alarms,
        List<Submission> submissions,
        List<Referred> referrals,
        List<Clock> clocks,
        List<Delivery> deliveries,
        List<Fact> journal) {

    /**
     * @param caseNumber the case with which it is kept
     * @param lost whether it counts no more
     * @param complaint in canonical form, without the keys of its files
     */
    record Submission(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String feed,
            int version,
            OffsetDateTime storedAt,
            boolean lost,
            JsonNode complaint) {

        @Override
        public String toString() {
            return "Submission[" + id + "]";
        }
    }

    record Referred(UUID id, String agency, String agencyName, Referral.Kind kind, ReferralState state) {}

    record Clock(
            Deadline.Kind clock,
            String label,
            @Nullable UUID referral,
            Deadline.Owner owner,
            OffsetDateTime startedAt,
            @Nullable LocalDate due,
            Deadline.State state,
            boolean provisional) {}

    record Delivery(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String destination,
            String kind,
            String state,
            int attempts,
            @Nullable String reason,
            @Nullable UUID referral,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime settledAt) {}

    record Fact(int seq, OffsetDateTime at, String actor, String event, String words, String because) {

        @Override
        public String toString() {
            return "Fact[" + seq + ", " + event + "]";
        }
    }

    private static final ResourceBundle STATES = ResourceBundle.getBundle("console.cases", Locale.ROOT);
    private static final ResourceBundle CLOCKS = ResourceBundle.getBundle("console.clocks", Locale.ROOT);

    static CaseView of(Dossier dossier, Directory directory, Canonical canonical) {
        var words = new JournalWords(directory);
        return new CaseView(
                dossier.number().toString(),
                dossier.file().state(),
                STATES.getString(dossier.file().state().name()),
                dossier.partOf() == null ? null : dossier.partOf().toString(),
                dossier.parts().stream().map(CaseNumber::toString).toList(),
                dossier.openedAt(),
                dossier.file().agenda().orElse(null),
                dossier.file().direction().orElse(null),
                dossier.file().completeSince().orElse(null),
                dossier.file().missing(),
                dossier.file()
                        .verdict()
                        .map(verdict ->
                                JournalWords.word(verdict.outcome()) + " (" + JournalWords.word(verdict.ground()) + ")")
                        .orElse(null),
                dossier.file().alarms(),
                dossier.submissions().stream()
                        .map(one -> new Submission(
                                one.id(),
                                one.on().toString(),
                                one.feed(),
                                one.version(),
                                one.storedAt(),
                                one.lost(),
                                withoutKeys(canonical.json().valueToTree(one.complaint()))))
                        .toList(),
                dossier.file().referrals().stream()
                        .map(one -> new Referred(
                                one.id(),
                                one.agency().value(),
                                directory
                                        .find(one.agency())
                                        .map(Agency::name)
                                        .orElse(one.agency().value()),
                                one.kind(),
                                one.state()))
                        .toList(),
                dossier.deadlines().stream().map(CaseView::clock).toList(),
                dossier.deliveries().stream().map(CaseView::delivery).toList(),
                dossier.journal().stream()
                        .map(fact -> new Fact(
                                fact.seq(),
                                fact.at(),
                                fact.actor(),
                                fact.event().getClass().getSimpleName(),
                                words.tell(fact.event()),
                                fact.because()))
                        .toList());
    }

    /** Who has a key and the disk can open the file. */
    private static JsonNode withoutKeys(JsonNode complaint) {
        for (JsonNode file : complaint.path("attachments")) {
            ((ObjectNode) file).remove(List.of("content", "text"));
        }
        return complaint;
    }

    private static Clock clock(Deadline one) {
        return new Clock(
                one.kind(),
                CLOCKS.getString(one.kind().name()),
                one.referral(),
                one.owner(),
                one.startedAt(),
                one.due(),
                one.state(),
                one.provisional());
    }

    private static Delivery delivery(Dossier.Sent one) {
        return new Delivery(
                one.id(),
                one.on().toString(),
                one.destination(),
                one.kind(),
                one.state(),
                one.attempts(),
                one.reason(),
                one.referral(),
                one.createdAt(),
                one.settledAt());
    }

    @Override
    public String toString() {
        return "CaseView[" + number + "]";
    }
}
