package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind of mail, over a real ledger and the real tables. */
class MailFlowTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITIZEN = "warga.satu@contoh.example";
    private static final String CASE = "DUMAS-2026-000001-";

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private Sorting sorting;
    private Intake intake;
    private Correspondences correspondences;
    private ComplaintMapping mapping;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        Desk desk = DeskFixture.desk();
        mapping = new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());
        sorting = new Sorting(
                DecisionTable.read(Path.of("mappings/mail/kinds.csv")),
                LedgerFixture.threads(hub.jdbc(), hub.masterKeys()),
                desk);
        intake = new Intake(hub.ledger(), desk, hub.parked(), mapping, hub.ids(), record -> record);
        correspondences = new Correspondences(hub.ledger(), desk);
    }

    @Test
    void aNewMatterIsACaseWithTheRuleInItsJournal() {
        take(complaint("<1@contoh.example>"));

        assertThat(states()).hasSize(1);
        assertThat(because("SubmissionReceived")).startsWith("mail/kinds ").contains(" line 23: ");
    }

    @Test
    void anAnswerToOurMailIsASupplementOfItsCase() {
        take(complaint("<1@contoh.example>"));
        take(mail("<2@contoh.example>", CITIZEN, "Re: pengaduan", "Terlampir KTP saya dan akta. ".repeat(30))
                .put("inReplyTo", ourMessage()));

        assertThat(states()).hasSize(1);
        assertThat(count("submission")).isEqualTo(2);
    }

    @Test
    void ofSeveralMessagesThatAMailAnswersTheNearestSaysTheCase() {
        take(complaint("<1@contoh.example>"));
        take(mail("<2@contoh.example>", CITIZEN, "Upah", "Upah saya tidak dibayar sejak Januari."));
        for (String nearest : List.of("<1@contoh.example>", "<2@contoh.example>")) {
            ObjectNode answer = mail("<3@contoh.example>", CITIZEN, "Re: pengaduan", "Berikut tambahannya.")
                    .put("inReplyTo", nearest);
            answer.putArray("references").add("<1@contoh.example>").add("<2@contoh.example>");
            ObjectNode alone = answer.deepCopy();
            alone.remove("references");

            assertThat(sorted(answer).path("case").asText())
                    .isNotEmpty()
                    .isEqualTo(sorted(alone).path("case").asText());
        }
    }

    @Test
    void aStrangerWhoNamesACaseWaitsForAPersonAndLearnsNothing() {
        take(complaint("<1@contoh.example>"));
        take(mail("<2@contoh.example>", "orang.lain@contoh.example", "Re: [" + number() + "]", "Saya juga."));

        assertThat(count("submission")).isEqualTo(1);
        assertThat(hub.parked().waiting()).hasSize(1);
        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(1);
    }

    @Test
    void aQuestionIsKeptOnTheCaseAndAnsweredToTheRegisteredAddressOnceADay() {
        take(complaint("<1@contoh.example>"));
        ObjectNode question = mail(
                "<2@contoh.example>", CITIZEN, "Re: [" + number() + "]", "Sejauh mana perkembangan pengaduan saya?");
        hub.clock().advance(Duration.ofDays(1));
        take(question);
        take(question);
        take(question.deepCopy().put("messageId", "<3@contoh.example>"));

        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(1);
        List<Outbox.Sent> answers = Outbox.of(hub, "PROGRESS");
        assertThat(answers).hasSize(1);
        JsonNode answer = answers.getFirst().payload();
        assertThat(DeskFixture.canonical().problems("progress", answer)).isEmpty();
        assertThat(answer.at("/recipient/address").asText()).isEqualTo(CITIZEN);
        assertThat(answer.path("reference").asText()).isEqualTo("<2@contoh.example>");
        assertThat(answer.at("/progress/case").asText()).isEqualTo(number());
        assertThat(answer.at("/progress/steps/0/words").asText()).isEqualTo("Pengaduan diterima melalui surel.");
        assertThat(events()).filteredOn("CorrespondenceFiled"::equals).hasSize(2);
        assertThat(count("submission")).isEqualTo(1);
    }

    @Test
    void whoAsksFromAnotherAddressLearnsTheSameWhetherThereIsACaseOrNot() {
        take(complaint("<1@contoh.example>"));
        String question = "Sejauh mana perkembangan pengaduan saya?";
        List<String> named = List.of(number(), new CaseNumber(2026, 999_999).toString());
        for (String number : named) {
            take(mail(
                    "<" + number + "@contoh.example>",
                    "dari." + number.substring(6, 17) + "@contoh.example",
                    "Re: [" + number + "]",
                    question));
        }

        List<Outbox.Sent> answers = Outbox.of(hub, "PROGRESS");
        assertThat(answers).hasSize(2);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(DeskFixture.canonical().problems("progress", answer.payload()))
                    .isEmpty();
            assertThat(answer.payload().fieldNames()).toIterable().containsExactly("id", "reference", "recipient");
            assertThat(answer.destination()).isEqualTo("mail");
        });
        assertThat(hub.jdbc().queryForList("select case_id from delivery where kind = 'PROGRESS'", UUID.class))
                .containsOnlyNulls();
        assertThat(states()).as("no new case, nothing on the old one").hasSize(1);
        assertThat(events()).doesNotContain("CorrespondenceFiled");
        assertThat(hub.parked().waiting()).isEmpty();
    }

    @Test
    void whoAsksAgainAndAgainIsAnsweredOnceADay() {
        for (int i = 0; i < 5; i++) {
            take(mail(
                    "<" + i + "@contoh.example>",
                    "orang.lain@contoh.example",
                    "[" + new CaseNumber(2026, 7) + "]",
                    "Kapan dijawab?"));
        }
        assertThat(Outbox.of(hub, "PROGRESS")).hasSize(1);
        assertThat(count("correspondence")).isEqualTo(5);
    }

    @Test
    void aQuestionThatWantsNoMachinesAnswerGetsNone() {
        take(complaint("<1@contoh.example>"));
        hub.clock().advance(Duration.ofDays(1));
        take(mail("<2@contoh.example>", CITIZEN, "Re: [" + number() + "]", "Sejauh mana perkembangan?")
                .put("autoResponseSuppress", "All"));
        assertThat(Outbox.of(hub, "PROGRESS")).isEmpty();
    }

    @Test
    void aLetterOfOursThatComesBackWaitsForAPerson() {
        take(complaint("<1@contoh.example>"));
        hub.jdbc().update("update delivery set state = 'DELIVERED' where kind = 'ACKNOWLEDGEMENT'");
        ObjectNode bounce = mail("<2@contoh.example>", "mailer-daemon@contoh.example", "Undelivered", "…");
        bounce.putObject("bounce")
                .put("status", "5.1.1")
                .put("action", "failed")
                .put("originalMessageId", ourMessage());
        take(bounce);

        assertThat(hub.jdbc()
                        .queryForObject(
                                "select reason from delivery where kind = 'ACKNOWLEDGEMENT' and state = 'HELD'",
                                String.class))
                .isEqualTo("MAIL bounced 5.1.1");
        assertThat(events()).contains("CorrespondenceFiled");
    }

    @Test
    void aReportThatTheDatabaseRefusesIsParkedAndHoldsUpNothing() {
        take(complaint("<1@contoh.example>"));
        hub.jdbc().update("update delivery set state = 'DELIVERED' where kind = 'ACKNOWLEDGEMENT'");
        ObjectNode bounce = mail("<2@contoh.example>", "mailer-daemon@contoh.example", "Undelivered", "…");
        bounce.putObject("bounce").put("status", "5".repeat(500)).put("originalMessageId", ourMessage());
        List<SourceRecord> sorted = sorting.sort(List.of(
                record(bounce),
                record(mail("<3@contoh.example>", CITIZEN, "Dibaca", "Telah dibaca")
                        .put("receipt", true))));

        Intake.Receipt receipt =
                correspondences.file(sorted, "mail/message-to-complaint", "mail/agency-mail-to-complaint");

        assertThat(receipt).isEqualTo(new Intake.Receipt(1, 0, 1));
        assertThat(hub.parked().waiting()).hasSize(1);
        assertThat(count("correspondence")).isEqualTo(1);
    }

    @Test
    void aMailThatCannotBeSortedIsUnclearAndSaysWhy() {
        var broken = new Sorting(null, LedgerFixture.threads(hub.jdbc(), hub.masterKeys()), DeskFixture.desk());

        List<SourceRecord> sorted = broken.sort(List.of(record(complaint("<1@contoh.example>"))));
        Intake.Receipt receipt =
                correspondences.file(sorted, "mail/message-to-complaint", "mail/agency-mail-to-complaint");

        assertThat(receipt).isEqualTo(new Intake.Receipt(0, 0, 1));
        assertThat(hub.jdbc().queryForObject("select reason from parked", String.class))
                .startsWith("sorting: NullPointerException at Sorting:");
    }

    @Test
    void twoMachinesThatAnswerEachOtherFallSilentAtOnce() {
        take(complaint("<1@contoh.example>"));
        for (int i = 0; i < 20; i++) {
            hub.clock().advance(Duration.ofDays(1));
            take(mail("<a" + i + "@contoh.example>", CITIZEN, "Re: [" + number() + "]", "Saya sedang cuti.")
                    .put("autoSubmitted", "auto-replied")
                    .put("inReplyTo", ourMessage()));
        }

        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(1);
        assertThat(count("submission")).isEqualTo(1);
        assertThat(count("correspondence")).isEqualTo(20);
    }

    @Test
    void aMachineThatDoesNotSayThatItIsOneIsAnsweredOnceADay() {
        for (int i = 0; i < 20; i++) {
            take(mail("<b" + i + "@contoh.example>", CITIZEN, "Cuti " + i, "Saya tidak di kantor hari ini " + i));
        }

        assertThat(Outbox.of(hub))
                .filteredOn(sent -> sent.destination().equals("mail"))
                .hasSize(1);
        assertThat(count("postponed_notice")).isEqualTo(19);
    }

    @Test
    void whatAnAgencyWritesIsKeptOnTheCaseAndWaitsForAPerson() {
        take(complaint("<1@contoh.example>"));
        take(mail("<2@kemnaker.go.id>", "dumas@kemnaker.go.id", "Jawaban " + number(), "Telah kami periksa.")
                .put("mailbox", "asdep"));

        assertThat(events()).contains("CorrespondenceFiled");
        assertThat(hub.parked().waiting()).hasSize(1);
        assertThat(count("submission")).isEqualTo(1);
    }

    @Test
    void aNewsletterAndAReceiptAreKeptAndNothingMore() {
        take(mail("<1@berita.example>", "berita@berita.example", "Warta", "Isi").put("listUnsubscribe", true));
        take(mail("<2@contoh.example>", CITIZEN, "Dibaca", "Telah dibaca").put("receipt", true));

        assertThat(count("correspondence")).isEqualTo(2);
        assertThat(states()).isEmpty();
        assertThat(Outbox.of(hub)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "no (human)", "no; x=y", "no\t(tidak)"})
    void aMailThatNoMachineSubmittedIsAComplaintHoweverItSaysSo(String said) {
        take(complaint("<1@contoh.example>").put("autoSubmitted", said));

        assertThat(states()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-replied", "auto-generated; x=y", "notified", "nobody (no)", "x-no"})
    void aMailThatAMachineSubmittedIsNoComplaintHoweverItSaysSo(String said) {
        ObjectNode mail = complaint("<1@contoh.example>").put("autoSubmitted", said);

        assertThat(sorted(mail).path("kind").asText()).isEqualTo("AUTOMATIC");
        assertThat(mapping.map("mail/message-to-complaint", record(mail))).isInstanceOf(MappedRecord.Refused.class);
    }

    @Test
    void aComplaintThatNobodyIsToAnswerSaysSo() {
        assertThat(isAnswerable(complaint("<1@contoh.example>"))).isTrue();
        for (String silent : List.of("All", "OOF, AutoReply", "DR;oof")) {
            assertThat(isAnswerable(complaint("<1@contoh.example>").put("autoResponseSuppress", silent)))
                    .isFalse();
        }
        assertThat(isAnswerable(complaint("<1@contoh.example>").put("autoResponseSuppress", "DR, RN, NRN")))
                .isTrue();
        assertThat(isAnswerable(complaint("<1@contoh.example>").put("precedence", "Bulk")))
                .isFalse();
        assertThat(isAnswerable(mail("<1@contoh.example>", "warga@contoh.example, lain@contoh.example", "a", "b")))
                .isFalse();
        assertThat(sorted(complaint("<1@contoh.example>").put("autoResponseSuppress", "All"))
                        .path("kind")
                        .asText())
                .isEqualTo("COMPLAINT");
    }

    @Test
    void whatIsPassedOnWithAFewWordsIsAComplaintAndNoQuestion() {
        ObjectNode question = mail("<1@contoh.example>", CITIZEN, "Fwd: surat", "Bagaimana status pengaduan saya?");
        ObjectNode forward = question.deepCopy().put("quoted", "Tanah saya dikuasai.\n".repeat(6));

        assertThat(sorted(question).path("kind").asText()).isEqualTo("UNCLEAR");
        assertThat(sorted(forward).path("kind").asText()).isEqualTo("COMPLAINT");
    }

    @Test
    void whatHangsOnAQuestionAboutACaseMakesItNoSupplement() {
        take(complaint("<1@contoh.example>"));
        ObjectNode question = mail("<2@contoh.example>", CITIZEN, "Re: pengaduan", "Sejauh mana perkembangannya?")
                .put("inReplyTo", ourMessage())
                .put("quoted", "> Pengaduan Saudara telah kami terima.\n".repeat(6));

        assertThat(sorted(question).path("kind").asText()).isEqualTo("QUESTION");
    }

    @ParameterizedTest
    @CsvSource({
        "Automatic reply: pengaduan, AUTOMATIC",
        "[EXTERNAL] [AWAS] balasan otomatis: pengaduan, AUTOMATIC",
        "Re: Automatic reply: pengaduan, SUPPLEMENT",
        "Soal balasan otomatis: pengaduan, SUPPLEMENT",
        "Auto: pengaduan, AUTOMATIC",
        "Otomatis: pengaduan, UNCLEAR",
        "Read: pengaduan, UNCLEAR",
    })
    void onlyWhatASubjectBeginsWithTellsAMachine(String subject, String kind) {
        take(complaint("<1@contoh.example>"));
        ObjectNode answer = mail("<2@contoh.example>", CITIZEN, subject, "Terlampir KTP saya.")
                .put("inReplyTo", ourMessage());

        assertThat(sorted(answer).path("kind").asText()).isEqualTo(kind);
        assertThat(sorted(complaint("<3@contoh.example>").put("subject", "[".repeat(100_000) + "]" + subject))
                        .path("kind")
                        .asText())
                .isEqualTo("COMPLAINT");
    }

    @Test
    void aMailThatCannotBeKeptIsParkedAndKeepsNoOtherBack() {
        ObjectNode bad =
                sorted(mail("<1@contoh.example>", CITIZEN, "Cuti", "Saya cuti.").put("autoSubmitted", "auto-replied"));
        ObjectNode good = sorted(
                mail("<2@contoh.example>", CITIZEN, "Libur", "Saya libur.").put("autoSubmitted", "auto-replied"));
        bad.put("because", "terlalu panjang ".repeat(40));

        Receipt receipt = correspondences.file(
                List.of(record(bad), record(good)), "mail/message-to-complaint", "mail/agency-mail-to-complaint");

        assertThat(receipt).isEqualTo(new Receipt(1, 0, 1));
        assertThat(hub.parked().waiting().getFirst().reason()).startsWith("intake: ");
    }

    private boolean isAnswerable(ObjectNode mail) {
        return !sorted(mail).get("noAnswer").booleanValue();
    }

    private void take(ObjectNode mail) {
        List<SourceRecord> sorted = sorting.sort(List.of(record(mail)));
        if (sorting.areSubmissions(sorted)) {
            List<MappedRecord> mapped = sorted.stream()
                    .map(each -> mapping.map("mail/message-to-complaint", each))
                    .toList();
            assertThat(mapped).allMatch(MappedRecord.Mapped.class::isInstance);
            intake.accept(mapped);
        } else {
            correspondences.file(sorted, "mail/message-to-complaint", "mail/agency-mail-to-complaint");
        }
    }

    private ObjectNode sorted(ObjectNode mail) {
        return sorting.sort(List.of(record(mail))).getFirst().content();
    }

    private static SourceRecord record(ObjectNode mail) {
        return SourceRecord.ofJson("dumas-mailbox", mail, ZoneId.of("Asia/Jakarta"));
    }

    private static ObjectNode complaint(String id) {
        ObjectNode complete =
                mail(id, CITIZEN, "Pengaduan", "Nama: Contoh Warga Satu\nAlamat: Jalan Contoh 1\nTanah saya dikuasai.");
        complete.withArray("attachments").addObject().put("name", "bukti.pdf");
        return complete;
    }

    private static ObjectNode mail(String id, String from, String subject, String text) {
        ObjectNode mail = JSON.createObjectNode()
                .put("messageId", id)
                .put("mailbox", "dumas")
                .put("subject", subject)
                .put("date", "2026-11-24T07:59:00+07:00")
                .put("receivedAt", "2026-11-24T08:00:00+07:00")
                .put("text", text);
        mail.putObject("from").put("name", "Contoh Warga Satu").put("address", from);
        mail.putArray("to").add("dumas@setneg.go.id");
        mail.putArray("attachments");
        return mail;
    }

    private static String ourMessage() {
        UUID id = Outbox.of(hub, "ACKNOWLEDGEMENT").getFirst().id();
        return "<" + id + "@setneg.go.id>";
    }

    private static String number() {
        String number = hub.jdbc().queryForObject("select number from case_file", String.class);
        assertThat(number).startsWith(CASE);
        return String.valueOf(number);
    }

    private static @Nullable String because(String event) {
        return hub.jdbc().queryForObject("select because from journal where event = ?", String.class, event);
    }

    private static List<String> events() {
        return hub.jdbc().queryForList("select event from journal order by at, seq", String.class);
    }

    private static List<String> states() {
        return hub.jdbc().queryForList("select state from case_file", String.class);
    }

    private static int count(String table) {
        Integer count = hub.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
