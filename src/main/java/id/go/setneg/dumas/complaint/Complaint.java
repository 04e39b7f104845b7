package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * @param copies who else was sent a copy (tembusan), as the record names them
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
 * @param origin what the source says of its record, beside what the record says
 */
public record Complaint(
        String source,
        String reference,
        Channel channel,
        OffsetDateTime receivedAt,
        @Nullable Addressee addressee,
        boolean copyOnly,
        List<NamedAgency> copies,
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
        List<Attachment> attachments,
        Origin origin) {

    /** Complaints are to one of three (SK Asdep Dumas 4/2022, requirement 1a). */
    public enum Addressee {
        PRESIDENT,
        VICE_PRESIDENT,
        MINISTER
    }

    public Complaint {
        copies = List.copyOf(copies);
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
                union(copies, later.copies),
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
                union(attachments, later.attachments),
                origin);
    }

    /**
     * What several submissions on one matter say together.
     *
     * @param said oldest first, at least one
     */
    public static Complaint whole(List<Complaint> said) {
        return said.stream().reduce(Complaint::supplementedBy).orElseThrow();
    }

    /** This complaint with the files of another version of its record: a newer content of the same file counts. */
    public Complaint withFilesOf(Complaint other) {
        List<Attachment> files = new ArrayList<>(attachments);
        for (Attachment file : other.attachments) {
            if (file.content() != null
                    && files.stream().noneMatch(mine -> file.content().equals(mine.content()))) {
                files.removeIf(file::isSameFile);
                files.add(file);
            }
        }
        return new Complaint(
                source,
                reference,
                channel,
                receivedAt,
                addressee,
                copyOnly,
                copies,
                caseReference,
                letter,
                complainant,
                accused,
                place,
                matter,
                namedAgency,
                confidential,
                direction,
                dispositions,
                files,
                origin);
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
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
     * @param documentType jenis naskah, as the office names it
     * @param archiveCode klasifikasi arsip, as the office writes it
     */
    public record Letter(
            @Nullable Agenda agenda,
            @Nullable String number,
            @Nullable LocalDate date,
            String subject,
            @Nullable String summary,
            Classification classification,
            Urgency urgency,
            @Nullable String documentType,
            @Nullable String archiveCode) {

        private Letter supplementedBy(Letter later) {
            return new Letter(
                    either(later.agenda, agenda),
                    either(number, later.number),
                    either(date, later.date),
                    subject,
                    either(summary, later.summary),
                    stricter(classification, later.classification),
                    stricter(urgency, later.urgency),
                    either(documentType, later.documentType),
                    either(archiveCode, later.archiveCode));
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

        /** Whether both name one NIK (16 digits), one mail address or one telephone (eight digits or more). */
        public boolean isSamePerson(Complainant other) {
            return isSame(digits(nik, 16), digits(other.nik, 16))
                    || isSame(address(email), address(other.email))
                    || isSame(digits(phone, 8), digits(other.phone, 8));
        }

        private static boolean isSame(@Nullable String one, @Nullable String other) {
            return one != null && one.equals(other);
        }

        /** A number without what people write between its digits; none when it is too short to tell people apart. */
        private static @Nullable String digits(@Nullable String text, int least) {
            String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
            return digits.length() < least ? null : digits;
        }

        private static @Nullable String address(@Nullable String text) {
            return text == null || text.indexOf('@') < 1 ? null : text.strip().toLowerCase(Locale.ROOT);
        }

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
     * @param kind what the writer wants of the office, absent when the source does not say
     */
    public record Matter(
            String text,
            @Nullable String problemCode,
            @Nullable String category,
            @Nullable LocalDate occurredOn,
            @Nullable Kind kind) {

        /** The classification of LAPOR!: pengaduan, aspirasi, permintaan informasi. */
        public enum Kind {
            COMPLAINT,
            ASPIRATION,
            INFORMATION_REQUEST
        }

        private Matter supplementedBy(Matter later) {
            return new Matter(
                    text,
                    either(problemCode, later.problemCode),
                    either(category, later.category),
                    either(occurredOn, later.occurredOn),
                    either(kind, later.kind));
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

    /**
     * An official's forwarding with an instruction.
     *
     * @param deadline by when (batas waktu)
     * @param readAt when the one who was asked opened it
     * @param cancelledAt when it was taken back
     */
    public record Disposition(
            String from,
            List<String> to,
            @Nullable LocalDate date,
            @Nullable String instruction,
            @Nullable String note,
            @Nullable LocalDate deadline,
            @Nullable OffsetDateTime readAt,
            @Nullable OffsetDateTime cancelledAt) {

        public Disposition {
            to = List.copyOf(to);
        }

        /** Whether the other is the same forwarding, read or cancelled since. */
        boolean isSame(Disposition other) {
            return from.equals(other.from)
                    && to.equals(other.to)
                    && Objects.equals(date, other.date)
                    && Objects.equals(instruction, other.instruction);
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
     * @param content the ticket of its stored bytes, absent while the hub has only its name
     * @param reference the source's own name of the file, absent when it has none
     * @param textLayer whether a scan can be read as text, absent where nobody looked
     * @param text the ticket of the text that stands in it, absent when there is none
     * @param missing why the hub does not have its bytes, such as {@code HTTP 404}; absent otherwise
     */
    public record Attachment(
            String name,
            @Nullable String mediaType,
            @Nullable Long size,
            @Nullable String content,
            @Nullable String reference,
            @Nullable TextLayer textLayer,
            @Nullable String text,
            @Nullable String missing) {

        /** What can be read of a scan. */
        public enum TextLayer {
            TEXT,
            NONE,
            ENCRYPTED,
            BROKEN
        }

        public Attachment(String name, @Nullable String mediaType, @Nullable Long size, @Nullable String content) {
            this(name, mediaType, size, content, null, null, null, null);
        }

        /** Whether the other is the same file of the source, perhaps in another version. */
        boolean isSameFile(Attachment other) {
            return reference == null ? name.equals(other.name) : reference.equals(other.reference);
        }

        @Override
        public String toString() {
            return "Attachment[]";
        }
    }

    /**
     * What a source says of its own record.
     *
     * @param changedAt when the source changed it; not part of the version, absent when the source does not say
     * @param names by which others mean this record, such as {@code lapor:7654321} or {@code mail:<id@host>}
     * @param claims names of another record that it says it is about; both belong to one case
     * @param fingerprint a keyed hash of what the writer sent; a record with the same one is the same, sent again
     * @param status where the source's own handling stands, absent when it does not say
     * @param statusWord the source's own word for it
     * @param hidden whether the source hides the record from its public
     * @param archive the decision to archive, absent when none
     */
    public record Origin(
            @Nullable OffsetDateTime changedAt,
            List<String> names,
            List<String> claims,
            @Nullable String fingerprint,
            @Nullable Status status,
            @Nullable String statusWord,
            boolean hidden,
            @Nullable Archive archive) {

        /** Where the handling stands; the words of LAPOR!. */
        public enum Status {
            UNVERIFIED,
            IN_PROGRESS,
            POSTPONED,
            DONE,
            ARCHIVED,
            REJECTED,
            /** A word that the hub does not know; it changes nothing. */
            UNKNOWN;

            boolean isFinal() {
                return this == DONE || this == ARCHIVED || this == REJECTED;
            }

            boolean isOpen() {
                return this == UNVERIFIED || this == IN_PROGRESS || this == POSTPONED;
            }
        }

        public Origin {
            names = List.copyOf(names);
            claims = List.copyOf(claims);
        }

        /** A source that says nothing of its record. */
        public static Origin silent() {
            return new Origin(null, List.of(), List.of(), null, null, null, false, null);
        }

        @Override
        public String toString() {
            return "Origin[" + status + "]";
        }
    }

    /** The office's decision that a letter is archived (SK Asdep Dumas 4/2022, procedure 4). */
    public record Archive(
            String by, LocalDate date, @Nullable String reason) {

        @Override
        public String toString() {
            return "Archive[" + date + "]";
        }
    }
}
