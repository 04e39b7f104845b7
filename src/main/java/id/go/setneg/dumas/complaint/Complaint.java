package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one submission says, in canonical form (JSON: {@code mappings/canonical/complaint.schema.json}). The blocks
 * letter, complainant, accused and place are those of PER/05/M.PAN/4/2009. Texts are Indonesian and as written; nothing
 * here is shown by {@code toString}.
 *
 * @param source which feed: {@code spde}, {@code mail} or {@code lapor}
 * @param reference the source's own stable name of the record; text, never parsed
 * @param channel how it came
 * @param receivedAt when the source received it
 * @param addressee to whom it is addressed, absent where the source does not say
 * @param copyOnly whether the office is only among the copies (tembusan)
 * @param caseReference the case that the record itself names, absent when none
 * @param letter the letter or its equivalent
 * @param complainant who complains
 * @param accused who is complained about, absent when the record does not say
 * @param place where it happened
 * @param matter what happened
 * @param namedAgency the agency that the record names, absent when none
 * @param confidential whether the report is secret (LAPOR! rahasia, SPDE sifat Rahasia and above)
 * @param direction the direction (arahan) that the record carries, absent when none
 * @param dispositions forwarding instructions in their order
 * @param attachments files that belong to it
 */
public record Complaint(
        String source,
        String reference,
        Channel channel,
        OffsetDateTime receivedAt,
        @Nullable Addressee addressee,
        boolean copyOnly,
        @Nullable String caseReference,
        Letter letter,
        Complainant complainant,
        @Nullable Accused accused,
        Place place,
        Matter matter,
        @Nullable NamedAgency namedAgency,
        boolean confidential,
        @Nullable Direction direction,
        List<Disposition> dispositions,
        List<Attachment> attachments) {

    /** Complaints are to one of three (SK Asdep Dumas 4/2022, requirement 1a). */
    public enum Addressee {
        PRESIDENT,
        VICE_PRESIDENT,
        MINISTER
    }

    public Complaint {
        dispositions = List.copyOf(dispositions);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Complaint[" + channel + "]";
    }

    /**
     * The letter block of PER/05.
     *
     * @param agenda the agenda number, absent before registration in SPDE
     * @param number the sender's own letter number
     * @param date the date on the letter
     * @param subject perihal
     * @param summary isi ringkas, absent where the matter's text is all there is
     * @param classification sifat: {@code NORMAL}, {@code RESTRICTED}, {@code CONFIDENTIAL} or {@code SECRET}
     * @param urgency derajat: {@code NORMAL}, {@code URGENT}, {@code VERY_URGENT} or {@code FLASH}
     */
    public record Letter(
            @Nullable Agenda agenda,
            @Nullable String number,
            @Nullable LocalDate date,
            String subject,
            @Nullable String summary,
            Classification classification,
            Urgency urgency) {

        @Override
        public String toString() {
            return "Letter[" + agenda + "]";
        }
    }

    /** Sifat naskah. */
    public enum Classification {
        NORMAL,
        RESTRICTED,
        CONFIDENTIAL,
        SECRET
    }

    /** Derajat naskah. */
    public enum Urgency {
        NORMAL,
        URGENT,
        VERY_URGENT,
        FLASH
    }

    /**
     * An agenda entry in SPDE. The number restarts each year, so only book, year and number together are a key.
     *
     * @param date the day of registration
     */
    public record Agenda(String book, int year, String number, LocalDate date) {}

    /**
     * The complainant block of PER/05.
     *
     * @param anonymous whether the identity must be hidden from agencies (LAPOR! anonim)
     * @param signed whether the record bears a signature; absent when the channel cannot tell
     */
    public record Complainant(
            @Nullable String name,
            @Nullable String nik,
            @Nullable String address,
            @Nullable String occupation,
            @Nullable String regency,
            @Nullable String province,
            @Nullable String category,
            @Nullable String email,
            @Nullable String phone,
            boolean anonymous,
            @Nullable Boolean signed) {

        @Override
        public String toString() {
            return "Complainant[]";
        }
    }

    /** The accused (terlapor) block of PER/05. */
    public record Accused(
            @Nullable String name,
            @Nullable String employeeNumber,
            @Nullable String address,
            @Nullable String position,
            @Nullable String agency,
            @Nullable String agencyCategory) {

        @Override
        public String toString() {
            return "Accused[]";
        }
    }

    /** The place block of PER/05. */
    public record Place(
            @Nullable String regency,
            @Nullable String province,
            @Nullable String country) {

        @Override
        public String toString() {
            return "Place[]";
        }
    }

    /**
     * What happened.
     *
     * @param text the complaint itself, without markup
     * @param problemCode {@code 01} to {@code 10} of PER/05, absent when the source has none
     * @param category the source's own category, as it names it
     * @param occurredOn the day of the incident
     */
    public record Matter(
            String text,
            @Nullable String problemCode,
            @Nullable String category,
            @Nullable LocalDate occurredOn) {

        @Override
        public String toString() {
            return "Matter[" + problemCode + "]";
        }
    }

    /**
     * An agency as the record names it.
     *
     * @param scheme whose code it is: {@code LAPOR} (institution id), {@code NAME} (a name as written) or {@code HUB} (ours)
     */
    public record NamedAgency(Scheme scheme, String value) {

        /** Code systems that name agencies. */
        public enum Scheme {
            LAPOR,
            NAME,
            HUB
        }
    }

    /** The Deputy's or the Minister's decision that the complaint is followed up (SK Asdep Dumas 4/2022, requirement 1c). */
    public record Direction(
            String by,
            LocalDate date,
            @Nullable String instruction,
            @Nullable String document) {

        @Override
        public String toString() {
            return "Direction[" + date + "]";
        }
    }

    /** An official's forwarding with an instruction. */
    public record Disposition(
            String from,
            List<String> to,
            @Nullable LocalDate date,
            @Nullable String instruction,
            @Nullable OffsetDateTime cancelledAt) {

        public Disposition {
            to = List.copyOf(to);
        }

        @Override
        public String toString() {
            return "Disposition[" + date + "]";
        }
    }

    /**
     * A file that belongs to the submission.
     *
     * @param size in bytes, absent when the source does not say
     * @param content the keyed address of its stored bytes, absent while the hub has only its name
     */
    public record Attachment(
            String name,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String content) {

        @Override
        public String toString() {
            return "Attachment[]";
        }
    }
}
