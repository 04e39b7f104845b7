package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.go.setneg.dumas.complaint.Complaint.Agenda;
import id.go.setneg.dumas.complaint.Complaint.Attachment;
import id.go.setneg.dumas.complaint.Complaint.Direction;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.fixture.Complaints;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintTest {

    /** Codes and words of rules: all other text of the package is hidden. Add here only what says nothing of a person. */
    private static final Set<String> MAY_BE_SHOWN = Set.of(
            "SubmissionRepeated.source",
            "SubmissionRepeated.feed",
            "NoteRepetition.source",
            "NoteRepetition.feed",
            "MatchProposed.reasons",
            "OfficerDecided.decision",
            "ReminderSent.stage",
            "ReminderSent.role",
            "AlarmRaised.role",
            "RaiseAlarm.role",
            "Deadline.reminded",
            "DeadlineMoved.instrument",
            "SubmissionReopened.source",
            "SourceStatusChanged.source",
            "VisibilityChanged.source",
            "SecrecyChanged.source",
            "SubmissionCorrected.fields",
            "AgencyCode.value",
            "Agenda.book",
            "Agenda.number",
            "Basis.rule",
            "Basis.version",
            "Basis.because",
            "Hold.reason",
            "Matter.problemCode",
            "ReferralHeld.reason",
            "SubmissionReceived.source");

    private static final List<Class<? extends Record>> RECORDS = find();

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-24T08:00:00+07:00");

    @Test
    void whatTheFirstSaysStays() {
        Complaint mail =
                Complaints.mail("<satu@contoh.example>").text("Isi surel").complaint();
        Complaint letter = Complaints.letter("PRES/2026/004512")
                .name("Contoh Warga Dua")
                .address("Jalan Lain")
                .text("Isi surat")
                .complaint();
        Complaint whole = mail.supplementedBy(letter);
        assertThat(whole.source()).isEqualTo("mail");
        assertThat(whole.reference()).isEqualTo("<satu@contoh.example>");
        assertThat(whole.channel()).isEqualTo(Channel.EMAIL);
        assertThat(whole.matter().text()).isEqualTo("Isi surel");
        assertThat(whole.complainant().name()).isEqualTo(Complaints.NAME);
        assertThat(whole.complainant().address()).isEqualTo(Complaints.ADDRESS);
    }

    @Test
    void whatIsMissingComesFromTheLater() {
        Complaint mail = Complaints.mail("<satu@contoh.example>")
                .name(null)
                .signed(null)
                .attachments()
                .complaint();
        Complaint whole =
                mail.supplementedBy(Complaints.letter("PRES/2026/004512").complaint());
        assertThat(whole.complainant().name()).isEqualTo(Complaints.NAME);
        assertThat(whole.complainant().signed()).isTrue();
        assertThat(whole.attachments()).hasSize(1);
    }

    @Test
    void registrationDirectionAndAgencyAreThoseOfTheLater() {
        Complaint first = Complaints.letter("PRES/2026/000001").complaint();
        var direction = new Direction("Menteri", LocalDate.parse("2026-11-23"), "Koordinasikan", null);
        var agency = new NamedAgency(NamedAgency.Scheme.HUB, "kemnaker");
        Complaint whole = first.supplementedBy(Complaints.letter("PRES/2026/000002")
                .direction(direction)
                .namedAgency(agency)
                .complaint());
        assertThat(whole.letter().agenda())
                .isEqualTo(new Agenda("PRES", 2026, "000002", LocalDate.parse("2026-11-20")));
        assertThat(whole.direction()).isEqualTo(direction);
        assertThat(whole.namedAgency()).isEqualTo(agency);

        Complaint kept =
                whole.supplementedBy(Complaints.mail("<dua@contoh.example>").complaint());
        assertThat(kept.letter().agenda()).isEqualTo(whole.letter().agenda());
        assertThat(kept.direction()).isEqualTo(direction);
        assertThat(kept.namedAgency()).isEqualTo(agency);
    }

    @Test
    void theStricterSecrecyWins() {
        Complaint open = Complaints.letter("PRES/2026/000001").complaint();
        Complaint anonymous = Complaints.lapor("100045").anonymous().complaint();
        assertThat(open.supplementedBy(anonymous).complainant().anonymous()).isTrue();
        assertThat(anonymous.supplementedBy(open).complainant().anonymous()).isTrue();
        assertThat(open.supplementedBy(open).complainant().anonymous()).isFalse();
    }

    @Test
    void itIsACopyOnlyWhereBothAre() {
        Complaint copy = Complaints.letter("PRES/2026/000001").copyOnly().complaint();
        Complaint real = Complaints.mail("<satu@contoh.example>").complaint();
        assertThat(copy.supplementedBy(real).copyOnly()).isFalse();
        assertThat(real.supplementedBy(copy).copyOnly()).isFalse();
        assertThat(copy.supplementedBy(copy).copyOnly()).isTrue();
    }

    @Test
    void equalAttachmentsAreKeptOnce() {
        var one = new Attachment("bukti.pdf", "application/pdf", 10L, "a.k");
        var two = new Attachment("foto.jpg", "image/jpeg", 20L, "b.k");
        Complaint whole = Complaints.letter("PRES/2026/000001")
                .attachments(one)
                .complaint()
                .supplementedBy(Complaints.letter("PRES/2026/000001")
                        .attachments(one, two)
                        .complaint());
        assertThat(whole.attachments()).containsExactly(one, two);
    }

    @Test
    void supplementingByItselfChangesNothing() {
        Complaint letter = Complaints.letter("PRES/2026/000001").complaint();
        assertThat(letter.supplementedBy(letter)).isEqualTo(letter);
    }

    @Test
    void theStricterClassificationAndTheGreaterUrgencyCount() {
        for (Complaint.Classification one : Complaint.Classification.values()) {
            for (Complaint.Classification other : Complaint.Classification.values()) {
                Complaint whole =
                        letter("letter.classification", one).supplementedBy(letter("letter.classification", other));
                assertThat(whole.letter().classification().ordinal())
                        .isEqualTo(Math.max(one.ordinal(), other.ordinal()));
            }
        }
        assertThat(letter("letter.urgency", Complaint.Urgency.FLASH)
                        .supplementedBy(letter("letter.urgency", Complaint.Urgency.URGENT))
                        .letter()
                        .urgency())
                .isEqualTo(Complaint.Urgency.FLASH);
        assertThat(letter("letter.urgency", Complaint.Urgency.NORMAL)
                        .supplementedBy(letter("letter.urgency", Complaint.Urgency.URGENT))
                        .letter()
                        .urgency())
                .isEqualTo(Complaint.Urgency.URGENT);
    }

    @Test
    void theForwardingsOfTheLaterCountWhereItHasAny() {
        var first = new Complaint.Disposition("Menteri", List.of("Deputi"), null, null, null, null, null, null);
        var second = new Complaint.Disposition("Deputi", List.of("Asdep"), null, null, null, null, null, null);
        Complaint none = Complaints.letter("PRES/2026/000001").complaint();
        Complaint one = letter("dispositions", List.of(first));
        Complaint other = letter("dispositions", List.of(second));
        assertThat(one.supplementedBy(none).dispositions()).containsExactly(first);
        assertThat(one.supplementedBy(other).dispositions()).containsExactly(second);
        assertThat(none.supplementedBy(other).dispositions()).containsExactly(second);
    }

    @Test
    void aConfidentialPartMakesAConfidentialWhole() {
        Complaint open = Complaints.letter("PRES/2026/000001").complaint();
        Complaint secret = letter("confidential", true);
        assertThat(open.supplementedBy(secret).confidential()).isTrue();
        assertThat(secret.supplementedBy(open).confidential()).isTrue();
        assertThat(open.supplementedBy(open).confidential()).isFalse();
    }

    @Test
    void theNewerContentOfAFileTakesThePlaceOfTheOlder() {
        var scan = new Attachment("scan.pdf", "application/pdf", 1L, "a.k");
        var photo = new Attachment("foto.jpg", "image/jpeg", 2L, "b.k");
        var rescan = new Attachment("scan.pdf", "application/pdf", 3L, "c.k");
        Complaint letter = letter("attachments", List.of(scan, photo));

        assertThat(letter.withFilesOf(letter("attachments", List.of(rescan))).attachments())
                .containsExactly(photo, rescan);
        assertThat(letter.withFilesOf(letter("attachments", List.of(rescan))))
                .isEqualTo(letter("attachments", List.of(photo, rescan)));
        assertThat(letter("attachments", List.of(photo))
                        .withFilesOf(letter("attachments", List.of(scan)))
                        .attachments())
                .containsExactly(photo, scan);
    }

    @Test
    void aFileOfKnownContentOrOfNoneChangesNothing() {
        var scan = new Attachment("scan.pdf", "application/pdf", 1L, "a.k");
        var renamed = new Attachment("salinan.pdf", "application/pdf", 1L, "a.k");
        var named = new Attachment("scan.pdf", null, null, null);
        Complaint letter = letter("attachments", List.of(scan));

        assertThat(letter.withFilesOf(letter("attachments", List.of(renamed, named))))
                .isEqualTo(letter);
    }

    private static Complaint letter(String path, Object value) {
        return Complaints.letter("PRES/2026/000001").with(path, value).complaint();
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordShowsWhatAPersonSaid(Class<? extends Record> type) throws ReflectiveOperationException {
        String shown = filled(type).toString();
        for (Class<? extends Record> each : records()) {
            for (RecordComponent component : each.getRecordComponents()) {
                String name = each.getSimpleName() + "." + component.getName();
                if (!MAY_BE_SHOWN.contains(name)) {
                    assertThat(shown).doesNotContain(canary(name));
                }
            }
        }
    }

    static List<Class<? extends Record>> records() {
        return RECORDS;
    }

    private static List<Class<? extends Record>> find() {
        List<Class<? extends Record>> records = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("id.go.setneg.dumas.complaint")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .<Class<? extends Record>>map(record -> record.reflect().asSubclass(Record.class))
                        .toList();
        assertThat(records).contains(Complaint.class, StatusUpdate.class, CaseEvent.StatusReported.class);
        return records.stream().filter(record -> record != Phone.class).toList(); // a number alone says nothing
    }

    /** A record whose every text says where it stands. */
    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(type.getSimpleName() + "." + components[i].getName(), components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(String name, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType many) {
            Object one = value(name, many.getActualTypeArguments()[0]);
            if (many.getRawType() == Map.class) {
                return Map.of(one, value(name, many.getActualTypeArguments()[1]));
            }
            return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> single = (Class<?>) type;
        if (single.isEnum()) {
            return single.getEnumConstants()[0];
        }
        if (single == AgencyCode.class) {
            return new AgencyCode("atr-bpn");
        }
        if (single == CaseNumber.class) {
            return new CaseNumber(2026, 123);
        }
        if (single == Phone.class) {
            return new Phone("6281200000001");
        }
        if (single.isRecord()) {
            return filled(single);
        }
        return switch (single.getSimpleName()) {
            case "String" -> name.equals("AgencyCode.value") ? "atr-bpn" : canary(name);
            case "int" -> 2026;
            case "long", "Long" -> 777_777L;
            case "CaseFile" -> new CaseFile();
            case "CaseTimeline" -> new CaseTimeline();
            case "Wording" -> Wording.of(canary(name));
            case "boolean", "Boolean" -> true;
            case "UUID" -> new UUID(0, 1);
            case "LocalDate" -> TIME.toLocalDate();
            case "OffsetDateTime" -> TIME;
            default -> throw new AssertionError("say how to fill " + name + ", a " + single);
        };
    }

    private static String canary(String name) {
        return "<<" + name + ">>";
    }
}
