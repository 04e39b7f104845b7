package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.mapping.Canonical;
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
    private final Disclosure disclosure;

    private record AgencyName(String code, String name) {}

    private record File(
            String name,
            @Nullable String mediaType,
            @Nullable Long size) {}

    private record Recipient(@Nullable String name, String address) {}

    private record Referral(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String kind,
            AgencyName agency,
            OffsetDateTime issuedAt,
            String subject,
            Complaint.Letter letter,
            Complaint.@Nullable Complainant complainant,
            Complaint.@Nullable Accused accused,
            Complaint.Place place,
            Complaint.Matter matter,
            Complaint.@Nullable Direction direction,
            List<File> attachments) {}

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

    private record Address(String address) {}

    private record Reminder(
            UUID id,
            @JsonProperty("case") String caseNumber,
            String clock,
            LocalDate due,
            int late,
            Address recipient) {}

    Messages(Canonical canonical, Disclosure disclosure) {
        this.canonical = canonical;
        this.disclosure = disclosure;
    }

    byte[] referral(UUID id, CaseNumber number, String kind, Agency agency, OffsetDateTime at, Complaint complaint) {
        return bytes(new Referral(
                id,
                number.toString(),
                kind,
                name(agency),
                at,
                complaint.letter().subject(),
                complaint.letter(),
                disclosure.mayKnowComplainant(agency, complaint) ? complaint.complainant() : null,
                complaint.accused(),
                complaint.place(),
                complaint.matter(),
                complaint.direction(),
                complaint.attachments().stream()
                        .map(file -> new File(file.name(), file.mediaType(), file.size()))
                        .toList()));
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

    /** What somebody of the office is told of a due day: no word of the complaint. */
    byte[] reminder(UUID id, CaseNumber number, Deadline.Kind clock, LocalDate due, int late, String address) {
        return bytes(new Reminder(id, number.toString(), clock.name(), due, late, new Address(address)));
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
