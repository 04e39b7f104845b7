package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

class MailReaderTest {

    private static final String HEAD = """
            From: Contoh Warga Satu <warga.satu@contoh.invalid>
            To: dumas@setneg.go.id
            Subject: Pengaduan tanah
            Date: Mon, 23 Nov 2026 20:15:30 +0900
            Message-ID: <satu@contoh.invalid>
            MIME-Version: 1.0
            """;

    @TempDir
    Path folder;

    private Attachments attachments;
    private MailReader reader;

    @BeforeEach
    void open() {
        Inbox inbox = Inbox.in(folder);
        attachments = inbox.attachments();
        reader = inbox.reader();
    }

    @Test
    void aPlainMailIsARecordOfItsHeadersAndText() throws Exception {
        JsonNode record = read(HEAD + """
                Cc: persuratan@setneg.go.id
                In-Reply-To: <nol@contoh.invalid>
                References: <a@contoh.invalid>
                 <b@contoh.invalid>
                Auto-Submitted: auto-replied
                Content-Type: text/plain; charset=utf-8

                Nama: Contoh Warga Satu
                """);

        assertThat(record.path("from").toString())
                .isEqualTo("{\"name\":\"Contoh Warga Satu\",\"address\":\"warga.satu@contoh.invalid\"}");
        assertThat(record.path("replyTo").isNull()).isTrue();
        assertThat(record.path("to").toString()).isEqualTo("[\"dumas@setneg.go.id\"]");
        assertThat(record.path("cc").toString()).isEqualTo("[\"persuratan@setneg.go.id\"]");
        assertThat(record.path("subject").asText()).isEqualTo("Pengaduan tanah");
        assertThat(record.path("messageId").asText()).isEqualTo("<satu@contoh.invalid>");
        assertThat(record.path("inReplyTo").asText()).isEqualTo("<nol@contoh.invalid>");
        assertThat(record.path("references").toString()).isEqualTo("[\"<a@contoh.invalid>\",\"<b@contoh.invalid>\"]");
        assertThat(record.path("autoSubmitted").asText()).isEqualTo("auto-replied");
        assertThat(record.path("date").asText()).isEqualTo("2026-11-23T18:15:30+07:00");
        assertThat(record.path("text").asText()).isEqualTo("Nama: Contoh Warga Satu");
        assertThat(record.path("html").asBoolean()).isFalse();
        assertThat(record.path("mailbox").asText()).isEqualTo("dumas");
        assertThat(record.path("attachments")).isEmpty();
    }

    @Test
    void aMailOfUnknownArrivalArrivedNow() throws Exception {
        assertThat(Instant.parse("2026-11-24T01:00:00Z"))
                .isEqualTo(OffsetDateTime.parse(
                                read(HEAD + "\n\nteks").path("receivedAt").asText())
                        .toInstant());
    }

    @Test
    void theRawMailIsKept() throws Exception {
        String mail = crlf(HEAD + "\nteks\n");

        assertThat(attachments.open(read(mail).path("original").asText()))
                .isEqualTo(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMailboxWithoutMailHasNoRecord() throws Exception {
        assertThat(reader.read(null, "mail-dumas", "dumas")).isEmpty();
    }

    @Test
    void encodedWordsAreDecoded() throws Exception {
        JsonNode record = read("""
                From: =?UTF-8?Q?Contoh_W=C3=A0rga?= <warga@contoh.invalid>
                To: dumas@setneg.go.id
                Subject: =?UTF-8?B?UGVuZ2FkdWFuIOKAnHRhbmFo?=
                 =?UTF-8?B?4oCd?=
                Message-ID: <satu@contoh.invalid>
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="=?UTF-8?Q?bukti_=E2=80=93_satu.pdf?="

                isi
                """);

        assertThat(record.path("subject").asText()).isEqualTo("Pengaduan “tanah”");
        assertThat(record.path("from").path("name").asText()).isEqualTo("Contoh Wàrga");
        assertThat(record.path("attachments").path(0).path("name").asText()).isEqualTo("bukti – satu.pdf");
    }

    @Test
    void aFileNameOfRfc2231IsDecoded() throws Exception {
        JsonNode record = read(HEAD + """
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=UTF-8''bukti%20%E2%80%93%20satu.pdf

                isi
                """);

        assertThat(record.path("attachments").path(0).path("name").asText()).isEqualTo("bukti – satu.pdf");
    }

    @Test
    void aMailOfHtmlOnlyIsReadAsItsText() throws Exception {
        JsonNode record = read(HEAD + "Content-Type: text/html; charset=utf-8\n\n<p>Tanah <b>kami</b></p>\n");

        assertThat(record.path("html").asBoolean()).isTrue();
        assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
    }

    @Test
    void ofTwoAlternativesThePlainTextIsRead() throws Exception {
        JsonNode record = read(multipart("alternative", "text/plain", "Tanah kami", "text/html", "<p>Tanah kami</p>"));

        assertThat(record.path("html").asBoolean()).isFalse();
        assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
        assertThat(record.path("attachments")).isEmpty();
    }

    @Test
    void filesOfTheSameNameAreBothKept() throws Exception {
        JsonNode files = read(multipart(
                        "mixed",
                        "text/plain",
                        "Tanah kami",
                        "application/pdf; name=\"scan.pdf\"",
                        "satu",
                        "application/pdf; name=\"scan.pdf\"",
                        "dua"))
                .path("attachments");

        assertThat(files).extracting(file -> file.path("name").asText()).containsExactly("scan.pdf", "scan-2.pdf");
        assertThat(files).extracting(file -> file.path("size").asInt()).containsExactly(4, 3);
        assertThat(files)
                .extracting(
                        file -> new String(attachments.open(file.path("content").asText()), StandardCharsets.UTF_8))
                .containsExactly("satu", "dua");
    }

    @Test
    void aFileIsDecodedFromBase64() throws Exception {
        byte[] scan = {1, 2, 3, 0, (byte) 0xFF};
        JsonNode file = read(HEAD + "Content-Type: image/PNG; name=scan.png\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(scan) + "\n")
                .path("attachments")
                .path(0);

        assertThat(file.path("mediaType").asText()).isEqualTo("image/png");
        assertThat(attachments.open(file.path("content").asText())).isEqualTo(scan);
    }

    @Test
    void anUnknownCharsetIsReadAsUtf8() throws Exception {
        assertThat(read(HEAD + "Content-Type: text/plain; charset=x-tidak-ada\n\nDésa\n")
                        .path("text")
                        .asText())
                .isEqualTo("Désa");
    }

    @Test
    void anEncodedWordOfUnknownCharsetStaysAsItIs() throws Exception {
        assertThat(read("From: warga@contoh.invalid\nSubject: =?x-tidak-ada?Q?Desa?=\n\nteks\n")
                        .path("subject")
                        .asText())
                .isEqualTo("=?x-tidak-ada?Q?Desa?=");
    }

    @Test
    void aMailInsideTheMailIsAFile() throws Exception {
        JsonNode files = read(multipart(
                        "mixed",
                        "text/plain",
                        "Terlampir surel saya",
                        "message/rfc822",
                        "From: b@contoh.invalid\nSubject: dalam\n\nisi dalam"))
                .path("attachments");

        assertThat(files).hasSize(1);
        assertThat(files.path(0).path("name").asText()).isEqualTo("lampiran-1.eml");
        assertThat(files.path(0).path("mediaType").asText()).isEqualTo("message/rfc822");
        assertThat(new String(attachments.open(files.path(0).path("content").asText()), StandardCharsets.UTF_8))
                .contains("isi dalam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: warga@contoh.invalid\nContent-Type: multipart/mixed\n\ntidak ada batas\n",
                "From: warga@contoh.invalid\nContent-Type: text/plain\nContent-Transfer-Encoding: x-tidak-ada\n\nteks\n",
            })
    void aBrokenMailIsUnreadableAndKept(String mail) throws Exception {
        JsonNode record = read(mail);

        assertThat(record.path("unreadable").asText()).isNotEmpty();
        assertThat(attachments.open(record.path("original").asText()))
                .isEqualTo(crlf(mail).getBytes(StandardCharsets.UTF_8));
        assertThat(complaint(record)).isInstanceOf(MappedRecord.Refused.class);
    }

    @Test
    void aMailNestedBeyondReasonIsUnreadable() throws Exception {
        var mail = new StringBuilder(HEAD);
        for (int i = 0; i < 25; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("\nteks\n");

        assertThat(read(mail.toString()).path("unreadable").asText()).isEqualTo("multiparts nested more than 20 deep");
    }

    @Test
    void aMailWithoutMessageIdIsNamedByItsContent() throws Exception {
        String mail = "From: warga@contoh.invalid\nSubject: Tanah\nDate: Mon, 23 Nov 2026 20:15:30 +0900\n";

        String name = read(mail + "\nteks\n").path("messageId").asText();

        assertThat(name).startsWith("content:").doesNotContain("warga", "Tanah", "teks");
        assertThat(read("Received: by lain\n" + mail + "\nteks\n")
                        .path("messageId")
                        .asText())
                .isEqualTo(name);
        assertThat(read(mail + "\nteks lain\n").path("messageId").asText()).isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {HEAD, "From: warga@contoh.invalid\nSubject: Tanah\nDate: Mon, 23 Nov 2026 20:15:30 +0900\n"})
    void theSameMailThroughTwoMailboxesIsTheSameComplaint(String head) throws Exception {
        String body = "\nNama: Contoh Warga Satu\n\nTanah kami diambil.\n";

        var first = (MappedRecord.Mapped) complaint(read(head + body));
        SourceRecord other = reader.read(
                        message("Received: by lain\nDelivered-To: persuratan@setneg.go.id\n" + head + body),
                        "mail-persuratan",
                        "persuratan")
                .getFirst();
        var second = (MappedRecord.Mapped) complaint(other.content());

        assertThat(second.complaint().reference()).isEqualTo(first.complaint().reference());
        assertThat(second.canonical()).isEqualTo(first.canonical());
    }

    @Test
    void aMailSentAgainHasTheSameFingerprints() throws Exception {
        String text = "Tanah kami diambil orang tanpa ganti rugi sejak tahun 2019.";
        JsonNode first = read(HEAD + "\n" + text + "\n").path("fingerprints");
        JsonNode again =
                read("From: WARGA.SATU@contoh.invalid\nSubject: Re: [DUMAS-2026-000123-38] pengaduan  Tanah\n\n"
                                + text.replace(" ", "\n").toUpperCase(Locale.ROOT) + "\n")
                        .path("fingerprints");

        assertThat(again).isEqualTo(first);
        assertThat(read(HEAD + "\n" + text + " Tolong.\n").path("fingerprints").path("content"))
                .isNotEqualTo(first.path("content"));
    }

    @Test
    void theMarksBeforeASubjectDoNotMatterHoweverManyThereAre() {
        assertThat(Fingerprints.matter(" Re: FWD : [DUMAS-2026-000123-38] Bls: Soal: tanah "))
                .isEqualTo("Soal: tanah");
        assertThat(Fingerprints.matter("Re:".repeat(80_000) + "tanah")).isEqualTo("tanah");
        assertThat(Fingerprints.matter("Re: ")).isEmpty();
    }

    @Test
    void aMailSentAgainWithAnotherSignatureSaysTheSameAndIsNoCopy() throws Exception {
        String text = HEAD + "\nTanah kami diambil orang tanpa ganti rugi sejak tahun 2019.\n";
        JsonNode one = read(text + "\n-- \nContoh Satu\n").path("fingerprints");
        JsonNode two = read(text + "\n-- \nContoh Dua\n").path("fingerprints");

        assertThat(two.path("content")).isEqualTo(one.path("content"));
        assertThat(two.path("copy")).isNotEqualTo(one.path("copy"));
    }

    @Test
    void whatStandsBelowALineOfDashesAtLengthIsNoSignature() throws Exception {
        String text = HEAD + "\nBersama ini kami sampaikan pengaduan klien kami sebagai berikut:\n\n--\n";
        JsonNode one = read(text + "Nama saya Contoh Korban Satu. ".repeat(20)).path("fingerprints");
        JsonNode two = read(text + "Nama saya Contoh Korban Dua. ".repeat(20)).path("fingerprints");

        assertThat(two.path("content")).isNotEqualTo(one.path("content"));
    }

    @Test
    void aMailSentAgainWithAnotherFileIsNoCopy() throws Exception {
        String text = "Tanah kami diambil orang tanpa ganti rugi sejak tahun 2019.";
        JsonNode one = read(multipart("mixed", "text/plain", text, "application/pdf", "satu"))
                .path("fingerprints");
        JsonNode two = read(multipart("mixed", "text/plain", text, "application/pdf", "dua"))
                .path("fingerprints");

        assertThat(two.path("content")).isEqualTo(one.path("content"));
        assertThat(two.path("copy")).isNotEqualTo(one.path("copy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mohon ditindaklanjuti",
                "Dengan hormat kami teruskan pengaduan klien kami ini, mohon ditindaklanjuti sebagaimana mestinya.",
            })
    void differentMailsThatAreForwardedWithTheSameWordsAreDifferent(String own) throws Exception {
        String forwarded = "From: lbh@contoh.invalid\nSubject: Fwd: Pengaduan\n\n" + own
                + "\n\n---------- Forwarded message ---------\n";
        String victim = "Nama saya Contoh Korban Satu, upah saya tidak dibayar sejak bulan Januari.\n";
        JsonNode one = read(forwarded + victim).path("fingerprints");
        JsonNode two = read(forwarded + "Nama saya Contoh Korban Dua, tanah saya diambil orang tahun lalu.\n")
                .path("fingerprints");

        assertThat(two.path("copy")).isNotEqualTo(one.path("copy"));
        assertThat(two.path("content")).isNotEqualTo(one.path("content"));
        assertThat(read(forwarded + victim.replace(" upah", "\nupah")).path("fingerprints"))
                .isEqualTo(one);
    }

    @Test
    void differentMailsThatAreAttachedToTheSameWordsAreDifferent() throws Exception {
        String own =
                "Dengan hormat kami teruskan pengaduan klien kami ini, mohon ditindaklanjuti sebagaimana mestinya.";
        JsonNode one = read(multipart("mixed", "text/plain", own, "message/rfc822", "Subject: satu\n\nupah"))
                .path("fingerprints");
        JsonNode two = read(multipart("mixed", "text/plain", own, "message/rfc822", "Subject: dua\n\ntanah"))
                .path("fingerprints");

        assertThat(two.path("copy")).isNotEqualTo(one.path("copy"));
        assertThat(two.path("content")).isNotEqualTo(one.path("content"));
    }

    @Test
    void aMessageWhoseHandingOverEndsInAnErrorIsNotAShortOne() {
        var broken = new RawMessage(
                out -> {
                    out.write(RawMessage.bytes(HEAD + "\nsepotong"));
                    throw new StackOverflowError();
                },
                -1);

        assertThatThrownBy(() -> reader.read(broken, "mail-dumas", "dumas"))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void aShortTextTellsNothing() throws Exception {
        assertThat(read(HEAD + "\nTerima kasih.\n")
                        .path("fingerprints")
                        .path("content")
                        .isNull())
                .isTrue();
    }

    @Test
    void aStoredMailIsUnderstoodAgain() throws Exception {
        SourceRecord first =
                reader.read(message(HEAD + "\nteks\n"), "mail-dumas", "dumas").getFirst();
        SourceRecord parked = SourceRecord.ofJson(
                first.feed(), first.content().deepCopy().put("text", "lama").put("unreadable", "dulu"), first.zone());

        assertThat(reader.again(parked).content()).isEqualTo(first.content());
    }

    @Test
    void aDiskThatFailsIsNoFaultOfTheMail() throws Exception {
        SourceRecord record =
                reader.read(message(HEAD + "\nteks\n"), "mail-dumas", "dumas").getFirst();
        FileSystemUtils.deleteRecursively(folder.resolve("files"));

        assertThatThrownBy(() -> reader.again(record)).isInstanceOf(IOException.class);
    }

    @Test
    void aFailureThatNobodyForesawIsAReasonToParkTheMail() throws Exception {
        MailLimits usual = Inbox.LIMITS;
        var nonsense = new MailLimits(
                usual.message(), usual.kept(), usual.parts(), usual.nesting(), usual.expansion(), DataSize.ofBytes(-1));
        SourceRecord parked = Inbox.in(folder, nonsense).record(RawMessage.bytes(HEAD + "\nteks\n"));
        SourceRecord again = reader.again(parked);

        assertThat(parked.content().path("unreadable").asText())
                .startsWith("not to be understood: IllegalArgumentException at TextBudget:");
        assertThat(parked.content().path("messageId").asText()).startsWith("content:");
        assertThat(complaint(parked.content())).isInstanceOf(MappedRecord.Refused.class);
        assertThat(again.content().path("text").asText()).isEqualTo("teks");
        assertThat(complaint(again.content())).isInstanceOf(MappedRecord.Mapped.class);
    }

    private JsonNode read(String mail) throws Exception {
        List<SourceRecord> records = reader.read(message(mail), "mail-dumas", "dumas");
        assertThat(records).hasSize(1);
        return records.getFirst().content();
    }

    private static MappedRecord complaint(JsonNode record) {
        var mapping = new ComplaintMapping(
                new Mappings(Path.of("mappings")), new Canonical(Path.of("mappings", "canonical")));
        return mapping.map(
                "mail/message-to-complaint",
                SourceRecord.ofJson("mail-dumas", record.deepCopy(), ZoneId.of("Asia/Jakarta")));
    }

    private static MimeMessage message(String mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(crlf(mail).getBytes(StandardCharsets.UTF_8)));
    }

    private static String multipart(String kind, String... typesAndTexts) {
        var mail = new StringBuilder(HEAD + "Content-Type: multipart/" + kind + "; boundary=batas\n\n");
        for (int i = 0; i < typesAndTexts.length; i += 2) {
            mail.append("--batas\nContent-Type: ")
                    .append(typesAndTexts[i])
                    .append("\n\n")
                    .append(typesAndTexts[i + 1])
                    .append('\n');
        }
        return mail.append("--batas--\n").toString();
    }

    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
