package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.progress.Progress;
import id.go.setneg.dumas.progress.ProgressText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hub's messages in canonical JSON: {@code referral}, {@code registration} and {@code notice}. */
final class Messages {

    private final Canonical canonical;

    private record AgencyName(String code, String name) {}

    private record Recipient(@Nullable String name, String address) {}

    private record Registration(
            UUID id, @JsonProperty("case") String caseNumber, Complaint complaint) {}

    private record Notice(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String source,
            String reference,
            Complaint.@Nullable Agenda agenda,
            @Nullable Recipient recipient,
            @Nullable AgencyName agency,
            String status,
            OffsetDateTime at,
            @Nullable String note,
            @Nullable String letterNumber,
            @Nullable List<String> missing,
            @Nullable Integer days) {}

    /** What there is to tell about a case. */
    sealed interface News {

        /** An agency's word. */
        record Word(Agency agency, StatusUpdate update) implements News {}

        /** Items are missing, and have to come in so many working days. */
        record Incomplete(Set<RequiredItem> missing, int days, OffsetDateTime at) implements News {}

        /** What was missing did not come in time: the case is archived. */
        record Lapsed(OffsetDateTime at) implements News {}

        /** It asks for information: who gives it. */
        record Informed(OffsetDateTime at) implements News {}
    }

    private record Acknowledgement(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String reference,
            Recipient recipient,
            String about,
            String subject,
            String state) {}

    private record ProgressAnswer(
            UUID id,
            @Nullable String reference,
            Recipient recipient,
            @Nullable String brief,
            @Nullable Progress progress) {}

    private record Address(String address) {}

    private record Reminder(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String clock,
            LocalDate due,
            int late,
            Address recipient) {}

    private record Alert(UUID id, @JsonProperty("case") String caseNumber, String alarm, Address recipient) {}

    Messages(Canonical canonical) {
        this.canonical = canonical;
    }

    /** What an agency is asked; of the complaint only what it may learn. */
    byte[] referral(
            UUID id,
            CaseNumber number,
            Plan.Step step,
            OffsetDateTime at,
            List<Complaint> said,
            Disclosure.Allowed allowed) {
        ObjectNode message = canonical.json().createObjectNode();
        message.put("id", id.toString())
                .put("case", number.toString())
                .put("kind", step.kind().name())
                .put("lead", step.explanation().lead());
        message.set("agency", canonical.json().valueToTree(name(step.agency())));
        message.set("issuedAt", canonical.json().valueToTree(at));
        new Excerpt(canonical.json().valueToTree(Complaint.whole(said)), new Masking(said), allowed).into(message);
        return bytes(message);
    }

    byte[] registration(UUID id, CaseNumber number, Complaint complaint) {
        return bytes(new Registration(id, number.toString(), complaint));
    }

    /** What a source is told. */
    byte[] notice(UUID id, CaseNumber number, Complaint told, Complaint.@Nullable Agenda agenda, News news) {
        String address = told.complainant().email();
        Recipient recipient =
                address == null ? null : new Recipient(told.complainant().name(), address);
        return bytes(
                switch (news) {
                    case News.Word word ->
                        new Notice(
                                id,
                                number.toString(),
                                told.source(),
                                told.reference(),
                                agenda,
                                recipient,
                                name(word.agency()),
                                word.update().status().name(),
                                word.update().at(),
                                word.update().note(),
                                word.update().letterNumber(),
                                null,
                                null);
                    case News.Incomplete lacking ->
                        ofOurs(
                                id,
                                number,
                                told,
                                agenda,
                                recipient,
                                "INCOMPLETE",
                                lacking.at(),
                                lacking.missing().stream()
                                        .sorted()
                                        .map(RequiredItem::name)
                                        .toList(),
                                lacking.days());
                    case News.Lapsed lapsed ->
                        ofOurs(id, number, told, agenda, recipient, "LAPSED", lapsed.at(), null, null);
                    case News.Informed informed ->
                        ofOurs(id, number, told, agenda, recipient, "INFORMED", informed.at(), null, null);
                });
    }

    private static Notice ofOurs(
            UUID id,
            CaseNumber number,
            Complaint told,
            Complaint.@Nullable Agenda agenda,
            @Nullable Recipient recipient,
            String status,
            OffsetDateTime at,
            @Nullable List<String> missing,
            @Nullable Integer days) {
        return new Notice(
                id,
                number.toString(),
                told.source(),
                told.reference(),
                agenda,
                recipient,
                null,
                status,
                at,
                null,
                null,
                missing,
                days);
    }

    byte[] canonical(Complaint complaint) {
        return canonical.bytes(complaint);
    }

    /** What a writer is told when the message has arrived. */
    byte[] acknowledgement(UUID id, CaseNumber number, Complaint told, CorrespondenceKind about, CaseState state) {
        return bytes(new Acknowledgement(
                id,
                number.toString(),
                told.reference(),
                new Recipient(
                        told.complainant().name(),
                        Objects.requireNonNull(told.complainant().email(), "a writer of a mail has an address")),
                about.name(),
                told.letter().subject(),
                state.name()));
    }

    /** What somebody who asks is told: how the case stands, or, without progress, only whom to turn to. */
    byte[] progress(UUID id, String address, @Nullable String reference, @Nullable Progress progress) {
        String brief = progress == null ? null : ProgressText.brief(progress);
        return bytes(new ProgressAnswer(id, reference, new Recipient(null, address), brief, progress));
    }

    /** What somebody of the office is told of a due day: no word of the complaint. */
    byte[] reminder(UUID id, CaseNumber number, Deadline.Kind clock, LocalDate due, int late, String address) {
        return bytes(new Reminder(id, number.toString(), clock.name(), due, late, new Address(address)));
    }

    /** What somebody of the office is told of an alarm: no word of the complaint. */
    byte[] alert(UUID id, CaseNumber number, Alarm alarm, String address) {
        return bytes(new Alert(id, number.toString(), alarm.name(), new Address(address)));
    }

    private static AgencyName name(Agency agency) {
        return new AgencyName(agency.code().value(), agency.name());
    }

    private byte[] bytes(Object message) {
        try {
            return canonical.json().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a message", e);
        }
    }
}
