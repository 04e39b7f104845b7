package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint.Attachment;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.fixture.Outbox.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a file is complete, eligible and directed, and who is told what of it. */
class CompletenessTest {

    private static final CaseNumber NUMBER = new CaseNumber(2026, 1);
    private static final String FIRST = NUMBER.toString();
    private static final String OTHER = "Perkara yang lain sama sekali, tentang hal lain.";
    private static final String THIRD = "Upah tiga bulan di pabrik itu belum juga dibayarkan.";
    private static final String FOURTH = "Jembatan kampung kami putus sejak musim hujan yang lalu.";
    private static final String REASON = "Diperiksa pada berkas aslinya.";

    @TempDir
    static Path folder;

    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        desk = new OpenDesk(HubLedger.onH2(folder));
    }

    @AfterAll
    static void close() {
        desk.hub().close();
    }

    @BeforeEach
    void empty() {
        desk.hub().clear();
    }

    @Test
    void aWriterIsAskedForExactlyWhatIsMissing() {
        desk.take(mail().address(null).attachments());

        Sent asked = notices().getFirst();
        assertThat(asked.destination()).isEqualTo("mail");
        assertThat(DeskFixture.canonical().problems("notice", asked.payload())).isEmpty();
        assertThat(asked.payload().path("status").asText()).isEqualTo("INCOMPLETE");
        assertThat(missing(asked)).containsExactly("ADDRESS", "EVIDENCE");
        assertThat(asked.payload().path("days").asInt()).isEqualTo(10);
        assertThat(Outbox.of(desk.hub(), "ACKNOWLEDGEMENT")).isEmpty();
        assertThat(desk.facts()).contains("ItemsMissing", "CompletionAsked");
        assertThat(desk.state()).contains("AWAITING_COMPLETION");
    }

    @Test
    void whoBringsHalfIsAskedForTheRestAndWhoBringsAllIsNot() {
        desk.take(mail().address(null).attachments());
        desk.hub().clock().advance(Duration.ofDays(1));
        desk.take(Complaints.mail("<dua@contoh.invalid>").caseReference(FIRST).attachments());
        desk.take(Complaints.mail("<tiga@contoh.invalid>").caseReference(FIRST));

        assertThat(notices()).hasSize(2);
        assertThat(missing(notices().get(1))).containsExactly("EVIDENCE");
        assertThat(desk.state()).contains("AWAITING_DIRECTION");
    }

    @Test
    void whoHadAMailTodayIsAskedTomorrow() {
        desk.take(mail().attachments());
        desk.take(Complaints.mail("<lain@contoh.invalid>")
                .text("Perkara yang lain sama sekali, tentang hal lain.")
                .attachments());
        assertThat(notices()).hasSize(1);
        assertThat(desk.completions().ask()).isZero();

        desk.hub().clock().advance(Duration.ofDays(1));

        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(desk.completions().ask()).isZero();
        assertThat(notices()).hasSize(2);
        assertThat(desk.facts()).filteredOn("CompletionAsked"::equals).hasSize(2);
    }

    @Test
    void whoWritesEachDayIsAskedAllTheSameTheOldestFirst() {
        desk.take(mail().attachments());
        desk.take(Complaints.mail("<dua@contoh.invalid>").text(OTHER).attachments());
        desk.take(Complaints.mail("<tiga@contoh.invalid>").text(THIRD).attachments());
        assertThat(asked()).containsExactly(FIRST);

        desk.hub().clock().advance(Duration.ofDays(1));
        desk.take(Complaints.mail("<empat@contoh.invalid>").text(FOURTH).attachments());
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(desk.completions().ask()).as("one mail a day").isZero();
        assertThat(asked()).containsExactly(FIRST, number(2));

        desk.hub().clock().advance(Duration.ofDays(1));
        desk.take(Complaints.mail("<lima@contoh.invalid>").caseReference(FIRST).text("Bukti menyusul."));
        assertThat(Outbox.of(desk.hub(), "ACKNOWLEDGEMENT")).isEmpty();
        assertThat(desk.completions().ask()).isEqualTo(1);
        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(asked()).containsExactly(FIRST, number(2), number(3), number(4));

        desk.hub().clock().advance(Duration.ofDays(1));
        desk.take(Complaints.mail("<enam@contoh.invalid>").caseReference(FIRST).text("Bukti lagi."));
        assertThat(Outbox.of(desk.hub(), "ACKNOWLEDGEMENT")).as("nothing waits").hasSize(1);
        assertThat(desk.completions().ask()).isZero();
    }

    @Test
    void theTenDaysBeginWhenWhoComplainedIsAskedAndNotWhenTheRegistryIs() {
        desk.take(mail());
        assertThat(Outbox.of(desk.hub(), "ACKNOWLEDGEMENT")).hasSize(1);
        desk.take(Complaints.letter("PRES/2026/000001").caseReference(FIRST).direction(null));
        desk.decide(NUMBER, new OfficerDecision.Reject(REASON, Set.of(RequiredItem.EVIDENCE)));
        assertThat(notices()).extracting(Sent::destination).containsExactly("spde");
        assertThat(desk.facts()).doesNotContain("CompletionAsked");

        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(notices()).extracting(Sent::destination).containsExactly("spde", "mail");
        assertThat(missing(notices().getLast())).containsExactly("EVIDENCE");
        assertThat(desk.facts()).containsOnlyOnce("CompletionAsked");
        assertThat(desk.completions().ask()).isZero();
    }

    @Test
    void aReportIsAskedAtOnceAndTheMailOfTheSameCaseOnAnotherDay() {
        desk.take(mail());
        desk.take(Complaints.lapor("100045").caseReference(FIRST));
        desk.decide(NUMBER, new OfficerDecision.Reject(REASON, Set.of(RequiredItem.EVIDENCE)));
        assertThat(notices()).extracting(Sent::destination).containsExactly("lapor");
        assertThat(desk.facts()).containsOnlyOnce("CompletionAsked");

        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(notices()).extracting(Sent::destination).containsExactly("lapor", "mail");
        assertThat(desk.facts())
                .as("the mail names ten days of its own")
                .filteredOn("CompletionAsked"::equals)
                .hasSize(2);
    }

    @Test
    void whatIsCompleteMeanwhileIsNotAskedForAnyMore() {
        desk.take(mail().attachments());
        desk.take(Complaints.mail("<dua@contoh.invalid>").text(OTHER).attachments());
        desk.decide(
                new CaseNumber(2026, 2),
                new OfficerDecision.Complete(
                        REASON, Set.of(RequiredItem.EVIDENCE), OffsetDateTime.parse("2026-11-24T07:00:00+07:00")));

        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isZero();
        assertThat(notices()).hasSize(1);
        assertThat(desk.hub().jdbc().queryForList("select * from postponed_notice"))
                .isEmpty();
    }

    @Test
    void whoHadAMailTodayIsInformedTomorrow() {
        desk.take(mail());
        desk.take(Complaints.mail("<dua@contoh.invalid>").text(OTHER).kind("INFORMATION_REQUEST"));
        assertThat(notices()).isEmpty();

        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(notices().getFirst().payload().path("status").asText()).isEqualTo("INFORMED");
        assertThat(notices().getFirst().payload().path("case").asText()).isEqualTo(number(2));
        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isZero();
    }

    /** The migration knows no address: its rows stand for each of the case. */
    @Test
    void whoWaitedBeforeAddressesWereKeptIsAskedOnce() {
        desk.take(mail().attachments());
        desk.take(Complaints.mail("<dua@contoh.invalid>").text(OTHER).attachments());
        desk.hub().jdbc().update("update postponed_notice set sender_key = cast('' as bytea)");

        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isEqualTo(1);
        assertThat(asked()).containsExactly(FIRST, number(2));
        desk.hub().clock().advance(Duration.ofDays(1));
        assertThat(desk.completions().ask()).isZero();
    }

    private static List<String> asked() {
        return notices().stream()
                .map(sent -> sent.payload().path("case").asText())
                .toList();
    }

    private static String number(int running) {
        return new CaseNumber(2026, running).toString();
    }

    @Test
    void everyChannelOfACaseIsAskedInItsOwnWay() {
        desk.take(mail().signed(false).attachments());
        desk.take(Complaints.letter("PRES/2026/000001")
                .caseReference(FIRST)
                .address(null)
                .attachments(new Attachment("surat kuasa.pdf", "application/pdf", 10L, null)));

        assertThat(notices()).extracting(Sent::destination).containsExactly("mail");
        desk.hub().clock().advance(Duration.ofDays(1));
        desk.decide(NUMBER, new OfficerDecision.Reject(REASON, Set.of(RequiredItem.ADDRESS)));
        assertThat(notices()).extracting(Sent::destination).containsExactly("mail", "mail", "spde");
    }

    @Test
    void aRepresentativeNeedsAPowerOfAttorney() {
        Complaints lawyer = mail().text("Saya selaku kuasa hukum dari Contoh Warga Dua mengadukan sengketa tanah.");
        desk.take(lawyer);
        assertThat(missing(notices().getFirst())).containsExactly("POWER_OF_ATTORNEY");

        desk.take(Complaints.mail("<dua@contoh.invalid>")
                .caseReference(FIRST)
                .attachments(new Attachment("Surat Kuasa bermeterai.pdf", "application/pdf", 10L, null)));
        assertThat(desk.state()).contains("AWAITING_DIRECTION");
    }

    @Test
    void theFourteenDaysCountFromTheArrivalOfTheLastNeededItemNotFromTheClick() {
        desk.take(Complaints.letter("PRES/2026/000001").signed(null));
        OffsetDateTime arrived = OffsetDateTime.parse("2026-11-20T08:00:00+07:00");

        var outcome = desk.decide(NUMBER, new OfficerDecision.Complete(REASON, Set.of(RequiredItem.SIGNATURE), arrived))
                .orElseThrow();

        assertThat(outcome.facts()).containsExactly("ItemsConfirmed", "CaseCompleted");
        assertThat(desk.state()).contains("REFERRED");
        OffsetDateTime since = desk.hub().ledger().write(unit -> {
            unit.prepareNumbered(Set.of(NUMBER));
            return unit.caseNumbered(NUMBER)
                    .orElseThrow()
                    .file()
                    .completeSince()
                    .orElseThrow();
        });
        assertThat(since).isEqualTo(arrived);
    }

    @Test
    void aRequestForInformationIsInformedAndNeverReferred() {
        desk.take(mail().kind("INFORMATION_REQUEST"));

        assertThat(notices().getFirst().payload().path("status").asText()).isEqualTo("INFORMED");
        assertThat(desk.state()).contains("ARCHIVED");
    }

    @Test
    void whatNoRuleCanTellWaitsForAPersonWhoseWordStands() {
        desk.take(Complaints.letter("PRES/2026/000001").text("Sudah ada putusan pengadilan negeri."));
        assertThat(desk.state()).contains("AWAITING_DECISION");
        assertThat(Outbox.of(desk.hub(), "REFERRAL")).isEmpty();

        desk.decide(NUMBER, new OfficerDecision.Judge(REASON, Eligibility.PROCEED));
        assertThat(Outbox.of(desk.hub(), "REFERRAL")).hasSize(1);

        desk.take(Complaints.letter("PRES/2026/000001").text("Putusan pengadilan negeri, diketik ulang."));
        assertThat(desk.state()).contains("REFERRED");
    }

    @Test
    void aCopyThatTurnsOutToBeMeantForTheOfficeIsTakenOutOfTheArchive() {
        desk.take(Complaints.letter("PRES/2026/000001").copyOnly());
        assertThat(desk.state()).contains("ARCHIVED");

        desk.take(Complaints.letter("PRES/2026/000001"));
        assertThat(desk.facts()).contains("CaseReopened");
        assertThat(desk.state()).contains("REFERRED");
    }

    @Test
    void anOfficerDirectsAndTakesBack() {
        desk.take(mail());
        var direct = new OfficerDecision.Direct(
                REASON, "Deputi", LocalDate.parse("2026-11-21"), "ND-12/2026", "Tindak lanjuti");

        assertThat(desk.decide(NUMBER, direct).orElseThrow().state().name()).isEqualTo("COMPLETE");
        assertThat(desk.decide(NUMBER, direct).orElseThrow().facts()).isEmpty();
        assertThat(desk.decide(NUMBER, new OfficerDecision.WithdrawDirection(REASON))
                        .orElseThrow()
                        .state()
                        .name())
                .isEqualTo("AWAITING_DIRECTION");
    }

    @Test
    void whatAnOfficerArchivesOrClosesCanBeOpenedAgain() {
        desk.take(mail());
        desk.decide(NUMBER, new OfficerDecision.Archive(REASON));
        assertThat(desk.state()).contains("ARCHIVED");
        desk.decide(NUMBER, new OfficerDecision.Reopen(REASON));
        desk.decide(NUMBER, new OfficerDecision.Close(REASON));
        assertThat(desk.state()).contains("CLOSED");
        desk.decide(NUMBER, new OfficerDecision.Reopen(REASON));
        assertThat(desk.state()).contains("AWAITING_DIRECTION");
        assertThat(desk.facts().stream().filter("OfficerDecided"::equals)).hasSize(4);
    }

    @Test
    void theReasonIsSealedAndTheOfficerNamed() {
        desk.take(mail());
        desk.decide(NUMBER, new OfficerDecision.Archive(REASON));

        assertThat(desk.hub()
                        .jdbc()
                        .queryForList(
                                "select distinct actor || ' ' || because from journal where actor like 'officer%'",
                                String.class))
                .containsExactly("officer:sari an officer decided");
    }

    private static Complaints mail() {
        return Complaints.mail("<satu@contoh.invalid>");
    }

    private static List<Sent> notices() {
        return Outbox.of(desk.hub(), "STATUS");
    }

    private static List<String> missing(Sent notice) {
        return notice.payload()
                .path("missing")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
