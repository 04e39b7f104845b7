package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * This complaint as a later submission on the same matter completes it: what the later one knows of registration,
     * direction and forwarding counts, what this one already says stays, the stricter secrecy wins.
     */
    public Complaint supplementedBy(Complaint later) {
        return new Complaint(
                source,
                reference,
                channel,
                receivedAt,
                either(addressee, later.addressee),
                copyOnly && later.copyOnly,
                either(caseReference, later.caseReference),
                letter.supplementedBy(later.letter),
                complainant.supplementedBy(later.complainant),
                either(accused, later.accused),
                place.supplementedBy(later.place),
                matter.supplementedBy(later.matter),
                either(later.namedAgency, namedAgency),
                confidential || later.confidential,
                either(later.direction, direction),
                later.dispositions.isEmpty() ? dispositions : later.dispositions,
                Stream.concat(attachments.stream(), later.attachments.stream())
                        .distinct()
                        .toList());
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
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

        private Letter supplementedBy(Letter later) {
            return new Letter(
                    either(later.agenda, agenda),
                    either(number, later.number),
                    either(date, later.date),
                    subject,
                    either(summary, later.summary),
                    stricter(classification, later.classification),
                    stricter(urgency, later.urgency));
        }

        private static <E extends Enum<E>> E stricter(E one, E other) {
            return one.compareTo(other) >= 0 ? one : other;
        }

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

        private Complainant supplementedBy(Complainant later) {
            return new Complainant(
                    either(name, later.name),
                    either(nik, later.nik),
                    either(address, later.address),
                    either(occupation, later.occupation),
                    either(regency, later.regency),
                    either(province, later.province),
                    either(category, later.category),
                    either(email, later.email),
                    either(phone, later.phone),
                    anonymous || later.anonymous,
                    either(signed, later.signed));
        }

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

        private Place supplementedBy(Place later) {
            return new Place(
                    either(regency, later.regency), either(province, later.province), either(country, later.country));
        }

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

        private Matter supplementedBy(Matter later) {
            return new Matter(
                    text,
                    either(problemCode, later.problemCode),
                    either(category, later.category),
                    either(occurredOn, later.occurredOn));
        }

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

        @Override
        public String toString() {
            return "NamedAgency[" + scheme + "]";
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
