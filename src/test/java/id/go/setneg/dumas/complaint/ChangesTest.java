package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseEvent.AttachmentReplaced;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionCorrected;
import id.go.setneg.dumas.complaint.Complaint.Accused;
import id.go.setneg.dumas.complaint.Complaint.Attachment;
import id.go.setneg.dumas.complaint.Complaint.Disposition;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.Complaint.Origin;
import id.go.setneg.dumas.complaint.Complaint.Origin.Status;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.Records;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newer version of a record tells, part by part. */
class ChangesTest {

    private static final UUID OLD = new UUID(1, 1);
    private static final UUID NEW = new UUID(1, 2);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-25T08:00:00+07:00");
    private static final Complaints LETTER = Complaints.letter("PRES/2026/000001");

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("letter", LETTER.with("letter.subject", "Perihal lain")),
                Arguments.of("complainant", LETTER.with("complainant.occupation", "Nelayan")),
                Arguments.of("accused", LETTER.accused(new Accused("Contoh Pejabat", null, null, null, null, null))),
                Arguments.of("place", LETTER.with("place.regency", "Kota Contoh")),
                Arguments.of("matter", LETTER.problemCode("05")),
                Arguments.of("addressee", LETTER.with("addressee", Complaint.Addressee.MINISTER)),
                Arguments.of("copies", LETTER.with("copies", List.of(agency("klh")))),
                Arguments.of("namedAgency", LETTER.namedAgency(agency("kemnaker"))),
                Arguments.of("attachments", LETTER.attachments()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aPartThatDiffersIsNamed(String part, Complaints now) {
        assertThat(changes(LETTER, now))
                .containsExactly(new SubmissionCorrected(NEW, OLD, Set.of(part), AT, RequiredItem.in(now.complaint())));
    }

    @Test
    void allPartsThatDifferAreNamedTogether() {
        assertThat(corrections(LETTER, LETTER.text("Isi lain.").name("Contoh Lain")))
                .extracting(SubmissionCorrected::fields)
                .containsExactly(Set.of("matter", "complainant"));
    }

    @Test
    void whatTheHubAddsToARecordIsNoCorrection() {
        assertThat(changes(LETTER, LETTER.caseReference("DUMAS-2026-000123-38")))
                .isEmpty();
        assertThat(changes(LETTER, LETTER)).isEmpty();
    }

    static Stream<Arguments> files() {
        Attachment scan = new Attachment("scan.pdf", "application/pdf", 1L, "a.k");
        Attachment named = Records.with(scan, "reference", "F-1");
        return Stream.of(
                Arguments.of("of new content", scan, Records.with(scan, "content", "b.k"), true),
                Arguments.of("of the same content", scan, Records.with(scan, "size", 2L), false),
                Arguments.of("whose content came", Records.with(scan, "content", null), scan, false),
                Arguments.of("whose content went", scan, Records.with(scan, "content", null), false),
                Arguments.of(
                        "of another name",
                        scan,
                        Records.with(Records.with(scan, "content", "b.k"), "name", "foto.jpg"),
                        false),
                Arguments.of(
                        "of another name and the same reference",
                        named,
                        Records.with(Records.with(named, "content", "b.k"), "name", "foto.jpg"),
                        true),
                Arguments.of(
                        "of the same name and another reference",
                        named,
                        Records.with(Records.with(named, "content", "b.k"), "reference", "F-2"),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsReplacedByTheSameFileWithOtherContent(
            String which, Attachment before, Attachment now, boolean isReplaced) {
        assertThat(changes(LETTER.attachments(before), LETTER.attachments(now)).stream()
                        .filter(AttachmentReplaced.class::isInstance))
                .as(which)
                .isEqualTo(isReplaced ? List.of(new AttachmentReplaced(NEW, now.name())) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, true, false",
        "true, false, false, false",
        "false, false, false, true",
        "false, true, false, false",
        "true, true, false, true"
    })
    void secrecyThatChangesIsTold(boolean wasSecret, boolean wasAnonymous, boolean secret, boolean anonymous) {
        assertThat(changes(secrecy(wasSecret, wasAnonymous), secrecy(secret, anonymous)))
                .contains(new CaseEvent.SecrecyChanged("spde", secret, anonymous));
    }

    @Test
    void secrecyThatStaysIsNotTold() {
        assertThat(changes(secrecy(true, true), secrecy(true, true).text("Isi lain.")))
                .noneMatch(CaseEvent.SecrecyChanged.class::isInstance);
    }

    /** Only what was at an end can be opened again, and only by a word for what is under way. */
    @Test
    void aReportIsOpenedAgainWhenItWasAtAnEndAndIsUnderWay() {
        Set<Status> ends = EnumSet.of(Status.DONE, Status.ARCHIVED, Status.REJECTED);
        Set<Status> underWay = EnumSet.of(Status.UNVERIFIED, Status.IN_PROGRESS, Status.POSTPONED);
        for (Status was : Status.values()) {
            for (Status is : Status.values()) {
                List<CaseEvent> told = changes(status(was, "kata"), status(is, "kata"));
                assertThat(told.contains(new CaseEvent.SubmissionReopened("lapor")))
                        .as("%s, then %s", was, is)
                        .isEqualTo(ends.contains(was) && underWay.contains(is));
                assertThat(told.contains(new CaseEvent.SourceStatusChanged("lapor", is, "kata")))
                        .isEqualTo(was != is);
            }
        }
    }

    @Test
    void aWordAloneIsAChangeOfStatusToo() {
        assertThat(changes(status(Status.UNKNOWN, "Entah"), status(Status.UNKNOWN, "Lain")))
                .containsExactly(new CaseEvent.SourceStatusChanged("lapor", Status.UNKNOWN, "Lain"));
        assertThat(changes(status(Status.DONE, "Selesai"), status(null, null))).isEmpty();
        assertThat(changes(null, status(Status.DONE, "Selesai")))
                .containsExactly(new CaseEvent.SourceStatusChanged("lapor", Status.DONE, "Selesai"));
    }

    @Test
    void whatItsSourceHidesOrShowsAgainIsTold() {
        Complaints shown = status(null, null);
        Complaints hidden = shown.with("origin.hidden", true);
        assertThat(changes(shown, hidden)).containsExactly(new CaseEvent.VisibilityChanged("lapor", true));
        assertThat(changes(hidden, shown)).containsExactly(new CaseEvent.VisibilityChanged("lapor", false));
        assertThat(changes(null, hidden)).containsExactly(new CaseEvent.VisibilityChanged("lapor", true));
        assertThat(changes(hidden, hidden)).isEmpty();
        assertThat(changes(null, shown)).isEmpty();
    }

    static Stream<Disposition> otherDispositions() {
        Disposition one = disposition();
        return Stream.of(
                Records.with(one, "from", "Menteri"),
                Records.with(one, "to", List.of("Asdep", "Kabag")),
                Records.with(one, "date", LocalDate.parse("2026-11-22")),
                Records.with(one, "instruction", "Koordinasikan"));
    }

    @ParameterizedTest
    @MethodSource("otherDispositions")
    void anotherForwardingIsANewDisposition(Disposition other) {
        assertThat(changes(LETTER.dispositions(disposition()), LETTER.dispositions(disposition(), other)))
                .containsExactly(new CaseEvent.DispositionGiven(other));
    }

    @Test
    void aNoteOrABatasWaktuMakesNoNewDisposition() {
        Disposition noted =
                Records.with(Records.with(disposition(), "note", "Segera"), "deadline", LocalDate.parse("2026-12-01"));
        assertThat(changes(LETTER.dispositions(disposition()), LETTER.dispositions(noted)))
                .isEmpty();
    }

    @Test
    void aDispositionThatComesReadAndCancelledSaysAllOfThat() {
        Disposition ended = Records.with(Records.with(disposition(), "readAt", AT), "cancelledAt", AT);
        List<CaseEvent> all = List.of(
                new CaseEvent.DispositionGiven(ended),
                new CaseEvent.DispositionRead(ended),
                new CaseEvent.DispositionCancelled(ended));
        assertThat(changes(LETTER, LETTER.dispositions(ended))).isEqualTo(all);
        assertThat(changes(null, LETTER.dispositions(ended))).isEqualTo(all);
    }

    @Test
    void anArchiveThatChangesIsToldAndOneThatStaysIsNot() {
        Complaint.Archive one = new Complaint.Archive("Asdep", LocalDate.parse("2026-11-23"), "Bukan kewenangan");
        Complaint.Archive other = Records.with(one, "reason", "Sudah selesai");
        assertThat(changes(null, archive(one))).containsExactly(CaseEvent.CaseArchived.of(one));
        assertThat(changes(archive(one), archive(other))).containsExactly(CaseEvent.CaseArchived.of(other));
        assertThat(changes(archive(one), archive(one))).isEmpty();
        assertThat(changes(archive(one), LETTER)).containsExactly(new CaseEvent.CaseReopened(AT));
    }

    @Test
    void aDirectionThatIsGoneIsWithdrawnAndOneThatChangesIsNot() {
        Complaint.Direction direction = LETTER.complaint().direction();
        assertThat(changes(LETTER, LETTER.direction(null)))
                .containsExactly(new CaseEvent.DirectionWithdrawn(direction));
        assertThat(changes(LETTER, LETTER.with("direction.instruction", "Telaah")))
                .isEmpty();
        assertThat(changes(LETTER.direction(null), LETTER)).isEmpty();
        assertThat(changes(null, LETTER.direction(null))).isEmpty();
    }

    private static List<SubmissionCorrected> corrections(Complaints before, Complaints now) {
        return changes(before, now).stream()
                .filter(SubmissionCorrected.class::isInstance)
                .map(SubmissionCorrected.class::cast)
                .toList();
    }

    private static List<CaseEvent> changes(@Nullable Complaints before, Complaints now) {
        return Changes.of(new CaseCommand.Receive(
                NEW,
                now.complaint(),
                Set.of(),
                before == null ? null : new CaseCommand.Receive.Former(OLD, before.complaint()),
                AT));
    }

    private static Complaints secrecy(boolean confidential, boolean anonymous) {
        return LETTER.with("confidential", confidential).with("complainant.anonymous", anonymous);
    }

    private static Complaints status(@Nullable Status status, @Nullable String word) {
        return Complaints.lapor("100045")
                .origin(new Origin(null, List.of(), List.of(), null, status, word, false, null));
    }

    private static Complaints archive(Complaint.Archive archive) {
        return LETTER.with("origin.archive", archive);
    }

    private static NamedAgency agency(String code) {
        return new NamedAgency(NamedAgency.Scheme.HUB, code);
    }

    private static Disposition disposition() {
        return new Disposition(
                "Deputi", List.of("Asdep"), LocalDate.parse("2026-11-21"), "Telaah", null, null, null, null);
    }
}
