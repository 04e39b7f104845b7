package id.go.setneg.dumas.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails that break the rules, by accident or with intent; all people are invented. */
final class HostileMails {

    static final String HEAD = """
            From: Contoh Warga Satu <warga.satu@contoh.invalid>
            To: dumas@setneg.go.id
            Subject: Pengaduan tanah
            Date: Mon, 23 Nov 2026 20:15:30 +0900
            Message-ID: <satu@contoh.invalid>
            MIME-Version: 1.0
            """;
    private static final String PLAIN = HEAD + "Content-Type: text/plain; charset=";

    /** A mail, and what its record has to be. */
    record Case(String name, byte[] mail, Consumer<JsonNode> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private HostileMails() {}

    static List<Case> all() {
        var mails = new HostileMails();
        mails.headers();
        mails.encodedWords();
        mails.names();
        mails.charsets();
        mails.transferEncodings();
        mails.multiparts();
        mails.packed();
        mails.kinds();
        mails.texts();
        return mails.cases;
    }

    private void headers() {
        text("nothing at all", "", "subject", "");
        text("only line ends", "\n\n\n", "text", "");
        text("a header without a body", "From: warga@contoh.invalid\nSubject: Tanah", "subject", "Tanah");
        text("no From", "To: dumas@setneg.go.id\n\nteks", "text", "teks");
        isNull("a From of nobody", "From: <>\n\nteks", "/from");
        add("no Date, no Message-ID", bytes("From: warga@contoh.invalid\n\nteks"), record -> {
            assertThat(record.path("date").isNull()).isTrue();
            assertThat(record.path("givenMessageId").isNull()).isTrue();
            assertThat(record.path("messageId").asText()).startsWith("content:");
        });
        text("a date of 1970", dated("Thu, 1 Jan 1970 00:00:00 +0000"), "date", "1970-01-01T07:00+07:00");
        text("a date of 2099", dated("31 Dec 2099 23:59:59 +0700"), "date", "2099-12-31T23:59:59+07:00");
        text("a date with a year of two digits", dated("Mon, 23 Nov 26 20:15 WIB"), "date", "2026-11-23T20:15+07:00");
        text("a date in ISO 8601", dated("2026-11-23T20:15:30+07:00"), "date", "2026-11-23T20:15:30+07:00");
        text("a leap second", dated("Mon, 23 Nov 2026 20:15:60 +0700"), "date", "2026-11-23T20:15:59+07:00");
        isNull("the 31st of February", dated("31 Feb 2026 10:00:00 +0700"), "/date");
        isNull("a date that is none", dated("besok pagi, 99:99:99 +9999"), "/date");
        isNull("a date of ten thousand letters", dated("1".repeat(10_000)), "/date");
        for (String year : List.of("999999999", "-999999999", "10000", "0026", "1899", "+2026", "2147483648")) {
            isNull("a date of the year " + year, dated("31 Dec " + year + " 23:59:59 +0000"), "/date");
        }
        isNull("a date of the year 1 in ISO 8601", dated("0001-01-01T00:00:00Z"), "/date");
        isNull("a date of the year -1 in ISO 8601", dated("-0001-01-01T00:00:00Z"), "/date");
        text("two subjects", "Subject: satu\nSubject: dua\n\nteks", "subject", "satu");
        text("two senders", "From: a@contoh.invalid, b@contoh.invalid\n\nteks", "/from/address", "a@contoh.invalid");
        text("a folded subject", "Subject: satu\n\t dua\n\nteks", "subject", "satu\t dua".replace("\t", " "));
        text("a blank before the colon", "Subject : Tanah\n\nteks", "subject", "Tanah");
        text("a mailbox line before the header", "From - Mon Nov 23 2026\n" + HEAD + "\nteks", "text", "teks");
        text("a line that is no field", "Subject: Tanah\nbukan kepala\nTo: a@contoh.invalid\n\nteks", "text", "teks");
        unreadable("a text without header", "Tanah kami diambil.\nTolong kami.\n", "lines that are no fields");
        text(
                "an address in quotes",
                "From: \"a@contoh.invalid\" <b@contoh.invalid>\n\nt",
                "/from/address",
                "b@contoh.invalid");
        text("a comma in a name", "From: Warga, Contoh <b@contoh.invalid>\n\nt", "/from/address", "Warga");
        text("a comment as name", "From: b@contoh.invalid (Contoh (Warga))\n\nt", "/from/name", "Contoh (Warga)");
        text("an angle that never closes", "From: Contoh <b@contoh.invalid\n\nt", "/from/address", "b@contoh.invalid");
        text("a group", "To: Warga: a@contoh.invalid, b@contoh.invalid;\n\nt", "/to/1", "b@contoh.invalid");
        text("a bare 8-bit subject", "Subject: Désa – tanah\n\nteks", "subject", "Désa – tanah");
        add(
                "a bare 8-bit subject in Latin-1",
                "Subject: D\u00e9sa\r\n\r\nteks".getBytes(ISO_8859_1),
                record -> assertThat(record.path("subject").asText()).isEqualTo("Désa"));
        add("NUL in header and text", "Subject: Ta\0nah\r\n\r\nte\0ks".getBytes(ISO_8859_1), record -> {
            assertThat(record.path("subject").asText()).isEqualTo("Tanah");
            assertThat(record.path("text").asText()).isEqualTo("teks");
        });
        add(
                "line ends of LF only",
                (HEAD + "\nsatu\ndua\n").getBytes(ISO_8859_1),
                record -> assertThat(record.path("text").asText()).isEqualTo("satu\ndua"));
        add(
                "line ends of CR only",
                (HEAD + "\nsatu\n").replace('\n', '\r').getBytes(ISO_8859_1),
                record -> assertThat(record.path("subject").asText()
                                + record.path("text").asText())
                        .isNotNull());
        add(
                "line ends of CR in the text",
                bytes(HEAD + "\n"),
                "satu\rdua\r".getBytes(ISO_8859_1),
                record -> assertThat(record.path("text").asText()).isEqualTo("satu\ndua"));
        unreadable("100,000 header fields", "X-Isi: a\n".repeat(100_000) + "\nteks", "more than 2000 header fields");
        text(
                "100,000 header fields after the first",
                "Subject: Tanah\n" + "X-Isi: a\n".repeat(100_000),
                "subject",
                "Tanah");
        unreadable("a field of 10 MB", HEAD + "X-Isi: " + "a".repeat(10_000_000) + "\n\nteks", "header");
        unreadable(
                "a field folded 200,000 times", HEAD + "X-Isi: a\n" + " aaaa\n".repeat(200_000) + "\nteks", "header");
        text(
                "50,000 recipients",
                "To: " + "a@contoh.invalid,".repeat(15_000) + "\n\nteks",
                "/to/999",
                "a@contoh.invalid");
        text("200,000 brackets in an address", "From: " + "(".repeat(200_000) + "\n\nteks", "text", "teks");
        text("200,000 quotes in an address", "From: " + "\"<".repeat(100_000) + "\n\nteks", "text", "teks");
        text("250,000 colons in an address", "From: @" + ":".repeat(250_000) + "\n\nteks", "text", "teks");
        text(
                "200,000 semicolons before a parameter",
                PLAIN + "utf-8" + ";".repeat(200_000) + "a=b\n\nteks",
                "text",
                "teks");
        text("200,000 parameters", PLAIN + "utf-8" + ";a=b".repeat(60_000) + "\n\nteks", "text", "teks");
        text(
                "a line of 10 MB in the text",
                HEAD + "\n" + "a".repeat(10_000_000),
                "/attachments/0/name",
                "isi-surel.txt");
    }

    private void encodedWords() {
        subject("a character cut in two", "=?utf-8?B?RMM=?= =?utf-8?B?qXNh?=", "Désa");
        subject("words without blank between", "=?utf-8?Q?D=C3=A9?==?utf-8?Q?sa?=", "Désa");
        subject("a word inside a word", "pra=?utf-8?Q?D=C3=A9sa?=pasca", "praDésapasca");
        subject("a word with blanks", "=?utf-8?Q?Desa kami?=", "Desa kami");
        subject("a word without end", "=?utf-8?Q?Desa", "=?utf-8?Q?Desa");
        subject("a word of nothing", "=?utf-8?Q??=", "");
        subject("broken base64", "=?utf-8?B?RGVz*YQ?=", "Desa");
        subject("base64 without padding", "=?utf-8?B?RGVzYQ?=", "Desa");
        subject("a broken hexadecimal digit", "=?utf-8?Q?De=ZZsa?=", "De=ZZsa");
        subject("a lie on the charset", "=?iso-8859-1?Q?D=C3=A9sa?=", "Désa");
        subject("a charset that nobody knows", "=?x-tidak-ada?Q?Desa?=", "=?x-tidak-ada?Q?Desa?=");
        subject("an encoding that nobody knows", "=?utf-8?X?Desa?=", "=?utf-8?X?Desa?=");
        subject("a language", "=?utf-8*id?Q?Desa?=", "Desa");
        subject("ISO-2022-JP", "=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本");
        subject("a line end in the word", "=?utf-8?Q?Desa=0D=0ABcc:_a?=", "DesaBcc: a");
        text("60,000 beginnings", "Subject: " + "=?utf-8?Q?".repeat(20_000) + "\n\nteks", "text", "teks");
        text("60,000 wrong beginnings", "Subject: " + "=?u?X?".repeat(40_000) + "?=\n\nteks", "text", "teks");
        text(
                "a name in words",
                "From: =?utf-8?Q?Contoh=2C_Warga?= <a@contoh.invalid>\n\nt",
                "/from/name",
                "Contoh, Warga");
    }

    private void names() {
        file("a path", "filename=\"../../etc/passwd\"", "passwd");
        file("a path of Windows", "filename=\"C:\\\\dokumen\\\\bukti.pdf\"", "bukti.pdf");
        file("turned direction", "filename*=utf-8''bukti%E2%80%AEfdp.exe", "buktifdp.exe");
        file("control characters", "filename*=utf-8''a%00b%0D%0Ac.pdf", "abc.pdf");
        file("pieces with a gap", "filename*0=\"bukti\"; filename*2=\".pdf\"", "bukti.pdf");
        file("pieces out of order", "filename*1=\".pdf\"; filename*0*=utf-8''D%C3%A9sa", "Désa.pdf");
        file("a piece number beyond reason", "filename*99999=\"a\"; filename=\"b.pdf\"", "b.pdf");
        file("a charset that nobody knows", "filename*=x-tidak-ada''bukti.pdf", "bukti.pdf");
        file("a quote that never closes", "filename=\"bukti.pdf", "bukti.pdf");
        file("no name", "x=y", "lampiran-1");
        file("only dots", "filename=\"...\"", "lampiran-1");
        file("1,000 letters", "filename=\"" + "a".repeat(1000) + ".pdf\"", "a".repeat(196) + ".pdf");
        add(
                "500 files of one name less one",
                many(498, "application/pdf; name=a.pdf"),
                record -> assertThat(record.path("attachments")
                                .path(497)
                                .path("name")
                                .asText())
                        .isEqualTo("a-498.pdf"));
    }

    private void charsets() {
        charset("UTF-16 with a mark", "utf-16", "\ufeffDésa".getBytes(StandardCharsets.UTF_16LE), "Désa");
        charset("UTF-16 without a mark", "utf-16", "Désa".getBytes(StandardCharsets.UTF_16LE), "Désa");
        charset("UTF-8 with a mark", "us-ascii", "\ufeffDésa".getBytes(StandardCharsets.UTF_8), "Désa");
        charset("UTF-7", "utf-7", "D+AOk-sa +- kota".getBytes(ISO_8859_1), "Désa + kota");
        charset("ISO-2022-JP", "iso-2022-jp", "日本".getBytes(Charset.forName("ISO-2022-JP")), "日本");
        charset("GBK", "gb2312", "雅加達".getBytes(Charset.forName("GBK")), "雅加達");
        charset("KOI8-R", "koi8-r", "Джакарта".getBytes(Charset.forName("KOI8-R")), "Джакарта");
        charset("Latin-1 that is UTF-8", "iso-8859-1", "Désa".getBytes(StandardCharsets.UTF_8), "Désa");
        charset("UTF-8 that is Windows-1252", "utf-8", "“Désa”".getBytes(Charset.forName("windows-1252")), "“Désa”");
        charset("ASCII that is Windows-1252", "us-ascii", "Désa".getBytes(Charset.forName("windows-1252")), "Désa");
        charset("a charset of blanks", "\" \"", "Désa".getBytes(StandardCharsets.UTF_8), "Désa");
        charset("a charset of control characters", "\"\u0001\u0002\"", "Désa".getBytes(StandardCharsets.UTF_8), "Désa");
        charset("broken Shift-JIS", "shift_jis", new byte[] {(byte) 0x81, 'a', (byte) 0xFF}, "\ufffdaÿ");
    }

    private void transferEncodings() {
        encoded("base64 with letters that are none", "base64", "VGF*uYWg=\n", "Tanah");
        encoded("base64 without padding", "base64", "VGFuYWg\n", "Tanah");
        encoded("base64 that goes on after its end", "base64", "VGFuYWg=\nIGthbWk=\n", "Tanah kami");
        encoded("base64 in padded pieces", "base64", "QUJD\nREU=\nRkc=", "ABCDEFG");
        encoded("base64 in padded pieces of one line", "base64", "QQ==Qg== Qw==", "ABC");
        encoded("words behind the end of base64", "base64", "VGFuYWg=\n-- \nDikirim dari gawai\n", "Tanah");
        encoded("a rule behind the end of base64", "base64", "VGFuYWg=\n____\nwarta@contoh.invalid\n", "Tanah");
        encoded("base64 joined of pieces", "base64", "VGFuYWg=\nIHNhd2Fo\nIGthbWk=\n", "Tanah sawah kami");
        encoded("base64 joined of pieces on one line", "base64", "VGFuYWg=IGthbWk=\n", "Tanah kami");
        encoded(
                "base64 with a list's footer",
                "base64",
                "VGFuYWg=\n____\nMilis warga\nhttp://contoh.invalid\n",
                "Tanah");
        encoded(
                "base64 in one long line",
                "base64",
                Base64.getEncoder().encodeToString(bytes("a".repeat(90_000))),
                "a".repeat(90_000));
        encoded("a soft line break", "quoted-printable", "Ta=\nnah", "Tanah");
        encoded("a soft line break with blanks", "quoted-printable", "Ta=  \nnah", "Tanah");
        encoded("a soft line break at the end", "quoted-printable", "Tanah=", "Tanah=");
        encoded("blanks at a line's end", "quoted-printable", "Tanah   \nkami", "Tanah\nkami");
        encoded("small hexadecimal digits", "quoted-printable", "D=c3=a9sa", "Désa");
        encoded("digits that are none", "quoted-printable", "Ta=ZZnah", "Ta=ZZnah");
        encoded("8bit spelled wrongly", "8-bit", "Tanah", "Tanah");
        encoded("a charset as encoding", "utf-8", "Tanah", "Tanah");
        unreadable(
                "an encoding that nobody knows",
                PLAIN + "utf-8\nContent-Transfer-Encoding: x-uuencode\n\nbegin",
                "transfer encoding");
        add(
                "an encoded multipart",
                bytes(
                        HEAD
                                + "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n--b\n\nTanah\n--b--\n"),
                record -> assertThat(record.path("text").asText()).isEqualTo("Tanah"));
    }

    private void multiparts() {
        unreadable("no boundary", HEAD + "Content-Type: multipart/mixed\n\n--b\n\nteks\n--b--\n", "without boundary");
        unreadable(
                "an empty boundary", HEAD + "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\nteks\n", "without");
        unreadable(
                "a boundary that never comes",
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\nteks\n",
                "without parts");
        text("an end that never comes", mixed("\n--b\n\nteks"), "text", "teks");
        text(
                "a boundary that begins another",
                HEAD
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\nsatu\n--bb\n\ndua\n--bb--\n--b\n\ntiga\n--b--\n",
                "text",
                "satu\ndua\ntiga");
        text(
                "the same boundary twice",
                HEAD
                        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsatu\n--b--\n--b--\n",
                "text",
                "satu");
        text(
                "a boundary of 1,000 letters",
                HEAD + "Content-Type: multipart/mixed; boundary=" + "b".repeat(1000) + "\n\n--" + "b".repeat(1000)
                        + "\n\nsatu\n",
                "text",
                "satu");
        text("a boundary with blanks after it", mixed("\n--b   \n\nteks\n--b--   \n"), "text", "teks");
        text("two content types", "Content-Type: text/plain\nContent-Type: text/html\n\n<p>teks", "text", "<p>teks");
        text("a content type that is none", "Content-Type: teks\n\nisi", "text", "isi");
        unreadable("25 multiparts in each other", nested(25), "nested more than 20");
        unreadable("10,000 multiparts in each other", nested(10_000), "nested more than 20");
        unreadable(
                "501 parts",
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\na\n".repeat(501),
                "more than 500 parts");
        unreadable(
                "200,000 parts",
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(200_000),
                "more than 500 parts");
        text(
                "an empty text and a scan",
                mixed("\n--b\n\n\n--b\nContent-Type: application/pdf; name=scan.pdf\n\n%PDF\n--b--\n"),
                "/attachments/0/name",
                "scan.pdf");
        text("text in the preamble", mixed("pembuka\n--b\n\nteks\n--b--\npenutup\n"), "text", "teks");
        text(
                "plain and HTML beside each other",
                mixed("\n--b\n\nsatu\n--b\nContent-Type: text/html\n\n<p>dua</p>\n--b--\n"),
                "text",
                "satu\ndua");
        text(
                "alternatives of which the plain one is blank",
                HEAD
                        + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: text/html\n\n<p>dua</p>\n--b--\n",
                "text",
                "dua");
        add(
                "a digest",
                bytes(
                        HEAD
                                + "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: a\n\nsatu\n--b\n\nSubject: b\n\ndua\n--b--\n"),
                record -> {
                    assertThat(record.path("text").asText()).isEmpty();
                    assertThat(record.path("quoted").asText()).isEqualTo("satu\n\ndua");
                    assertThat(record.path("attachments")).hasSize(2);
                });
        add(
                "a mail that only forwards one",
                bytes(mixed("\n--b\nContent-Type: message/rfc822\n\n"
                        + mixed(
                                        "\n--b2\n\nisi dalam\n--b2\nContent-Type: application/pdf; name=scan.pdf\n\n%PDF\n--b2--\n")
                                .replace("boundary=b", "boundary=b2")
                        + "\n--b--\n")),
                record -> {
                    assertThat(record.path("quoted").asText()).isEqualTo("isi dalam");
                    assertThat(record.path("attachments"))
                            .extracting(file -> file.path("name").asText())
                            .containsExactly("lampiran-1.eml", "scan.pdf");
                });
        unreadable("25 mails in each other", forwarded(25), "nested more than 20");
        unreadable("mails and signatures in each other", wrapped(30), "nested more than 20");
        unreadable(
                "200 mails of 4 mails each",
                HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"
                        + ("--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=c\n\n"
                                        + "--c\nContent-Type: message/rfc822\n\nSubject: a\n\n\n".repeat(4) + "--c--\n")
                                .repeat(200)
                        + "--b--\n",
                "more than 500 mails");
        unreadable("2,000 mails in each other", forwarded(2_000), "nested more than 20");
    }

    private void packed() {
        byte[] tnef = new TnefBytes()
                .body("Tanah kami")
                .file("BUKTI~1.PDF", "bukti asli.pdf", bytes("%PDF"))
                .file("kedua.txt", null, bytes("dua"))
                .bytes();
        add("a winmail.dat", winmail(tnef), record -> {
            assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
            assertThat(record.path("attachments"))
                    .extracting(file -> file.path("name").asText())
                    .containsExactly("bukti asli.pdf", "kedua.txt");
            assertThat(record.has("unreadable")).isFalse();
        });
        add(
                "a winmail.dat that is cut off",
                winmail(Arrays.copyOf(tnef, tnef.length - 40)),
                record -> assertThat(record.path("attachments"))
                        .extracting(file -> file.path("name").asText())
                        .contains("winmail.dat"));
        unreadableFile("a winmail.dat that is none", winmail(bytes("bukan")), "winmail.dat");
        add(
                "a winmail.dat that lies of 2 GB",
                winmail(new TnefBytes()
                        .lie(0x0006800F, Integer.MAX_VALUE, bytes("isi"))
                        .bytes()),
                record -> assertThat(record.path("attachments"))
                        .extracting(file -> file.path("name").asText())
                        .contains("winmail.dat"));
        add(
                "a winmail.dat that lies of 4 GB",
                winmail(new TnefBytes().lie(0x00069003, -1, bytes("isi")).bytes()),
                record -> assertThat(record.path("attachments")).hasSize(1));
        add("a zip bomb", base64("application/zip; name=bom.zip", zip(20_000_000)), record -> {
            assertThat(record.path("attachments")).hasSize(1);
            assertThat(record.path("attachments").path(0).path("size").asLong()).isLessThan(100_000);
            assertThat(record.has("unreadable")).isFalse();
        });
    }

    private void kinds() {
        byte[] inner = bytes("X-Isi: " + "a".repeat(500) + "\nContent-Type: text/plain\n\nTanah kami\n");
        for (boolean pieces : new boolean[] {false, true}) {
            add(
                    "a text inside its signature, in pieces: " + pieces,
                    base64("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", signed(inner, pieces)),
                    record -> {
                        assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
                        assertThat(record.path("signed").asText()).isEqualTo("smime");
                        assertThat(record.path("attachments")
                                        .path(0)
                                        .path("name")
                                        .asText())
                                .isEqualTo("smime.p7m");
                        assertThat(record.has("unreadable")).isFalse();
                    });
        }
        unreadableFile(
                "an S/MIME mail that is none",
                base64("application/pkcs7-mime; name=smime.p7m", bytes("0\u0080bukan")),
                "cannot be opened");
        unreadableFile(
                "an encrypted S/MIME mail",
                base64("application/pkcs7-mime; smime-type=enveloped-data", enveloped()),
                "encrypted");
        unreadable(
                "a mail encrypted by PGP",
                HEAD
                        + "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n",
                "encrypted");
        add(
                "a clear S/MIME mail",
                bytes(
                        HEAD
                                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b\n\n--b\n\nTanah kami\n--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIAG\n--b--\n"),
                record -> {
                    assertThat(record.path("signed").asText()).isEqualTo("smime");
                    assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
                    assertThat(record.path("attachments").path(0).path("name").asText())
                            .isEqualTo("smime.p7s");
                });
        add(
                "a bounce",
                bytes(
                        "Return-Path: <>\n" + HEAD
                                + "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nTidak terkirim\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; contoh.invalid\n\nFinal-Recipient: rfc822; a@contoh.invalid\nAction: failed\nStatus: 5.1.1\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <dulu@setneg.go.id>\n\n--b--\n"),
                record -> {
                    assertThat(record.path("bounce").toString())
                            .isEqualTo(
                                    "{\"action\":\"failed\",\"status\":\"5.1.1\",\"originalMessageId\":\"<dulu@setneg.go.id>\"}");
                    assertThat(record.path("report").asText()).isEqualTo("delivery-status");
                    assertThat(record.path("nullReturnPath").asBoolean()).isTrue();
                });
        add(
                "a read receipt",
                bytes(
                        HEAD
                                + "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nDibaca\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n"),
                record -> {
                    assertThat(record.path("receipt").asBoolean()).isTrue();
                    assertThat(record.path("bounce").isNull()).isTrue();
                });
        text(
                "an invitation",
                HEAD + "Content-Type: text/calendar; method=request\n\nBEGIN:VCALENDAR\n",
                "calendar",
                "REQUEST");
        text(
                "an invitation that says so only inside",
                HEAD + "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:CANCEL\n",
                "calendar",
                "CANCEL");
        invitations();
        statuses();
        add(
                "a complaint with a calendar's file",
                bytes(
                        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nTanah\n--b\n"
                                + "Content-Type: text/calendar; method=PUBLISH; name=rapat.ics\n"
                                + "Content-Disposition: attachment; filename=rapat.ics\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\n--b--\n"),
                record -> {
                    assertThat(record.path("calendar").isNull()).isTrue();
                    assertThat(record.at("/attachments/0/name").asText()).isEqualTo("rapat.ics");
                });
        isNull("a date that no calendar has", "Date: Mon, 23 Nov 999999999 20:15:30 +0900\n\nteks", "/date");
        isNull("a date before all mails", "Date: 1 Jan 0001 00:00:00 +0000\n\nteks", "/date");
        add(
                "a newsletter",
                bytes(
                        HEAD
                                + "List-Id: <berita.contoh.invalid>\nList-Unsubscribe: <mailto:a@contoh.invalid>\nPrecedence: bulk\nX-Auto-Response-Suppress: All\n\nteks"),
                record -> {
                    assertThat(record.path("listId").asText()).isEqualTo("<berita.contoh.invalid>");
                    assertThat(record.path("listUnsubscribe").asBoolean()).isTrue();
                    assertThat(record.path("precedence").asText()).isEqualTo("bulk");
                    assertThat(record.path("autoResponseSuppress").asText()).isEqualTo("All");
                });
    }

    /** Only the mail itself invites; a calendar that hangs on it is a file like any other. */
    private void invitations() {
        String calendar =
                "\n--b\nContent-Type: text/calendar; method=REQUEST%s\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\n--b--\n";
        String alternatives =
                HEAD + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nUndangan" + calendar.formatted("");
        text("an invitation beside its text", alternatives, "calendar", "REQUEST");
        text(
                "an invitation with a file of it",
                HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
                        + alternatives.substring(alternatives.indexOf("Content-Type"))
                        + "\n--a\nContent-Type: application/ics; name=invite.ics\n\nBEGIN:VCALENDAR\n--a--\n",
                "calendar",
                "REQUEST");
        for (String disposition : List.of("", "\nContent-Disposition: attachment; filename=sidang.ics")) {
            add(
                    "a complaint with a calendar beside it" + disposition,
                    bytes(mixed("\n--b\n\nTanah kami" + calendar.formatted(disposition))),
                    record -> {
                        assertThat(record.path("calendar").isNull()).isTrue();
                        assertThat(record.path("text").asText()).isEqualTo("Tanah kami");
                        assertThat(record.path("attachments")).hasSize(1);
                    });
        }
        isNull(
                "a calendar without a text beside a scan",
                mixed("\n--b\nContent-Type: application/pdf\n\n%PDF" + calendar.formatted("")),
                "/calendar");
        isNull(
                "an invitation that is attached among alternatives",
                HEAD + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nTanah kami"
                        + calendar.formatted("\nContent-Disposition: attachment"),
                "/calendar");
        isNull(
                "a complaint above an invitation",
                HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nTanah kami\n--a\n"
                        + alternatives.substring(alternatives.indexOf("Content-Type")) + "\n--a--\n",
                "/calendar");
        isNull(
                "a calendar that is only published",
                HEAD + "Content-Type: text/calendar; method=PUBLISH\n\nBEGIN:VCALENDAR\nMETHOD:PUBLISH\n",
                "/calendar");
    }

    /** A status is a code or nothing. */
    private void statuses() {
        String report = HEAD + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
                + "Content-Type: message/delivery-status\n\nAction: failed\n%s\n--b--\n";
        text("a status", report.formatted("Status: 5.1.10"), "/bounce/status", "5.1.10");
        text("a status with words", report.formatted("Status: 5.7.1 (ditolak)"), "/bounce/status", "5.7.1");
        text("a second status", report.formatted("Status: tidak\nStatus: 4.2.2"), "/bounce/status", "4.2.2");
        text(
                "an action with more behind it",
                report.replace("failed", "Failed (tidak ada)").formatted(""),
                "/bounce/action",
                "failed");
        isNull("an action that is none", report.replace("failed", "\\0gagal").formatted(""), "/bounce/action");
        for (String none : List.of(
                "5", "5.1", "3.1.1", "5.1.1111", "5.1.1.1", "5.1.1x", "warga.satu@contoh.invalid", "5".repeat(900))) {
            isNull("a status that is none: " + none, report.formatted("Status: " + none), "/bounce/status");
        }
    }

    private void texts() {
        text(
                "flowing lines",
                PLAIN + "utf-8; format=flowed\n\nTanah \nkami\ndiambil \norang\n",
                "text",
                "Tanah kami\ndiambil orang");
        text(
                "flowing lines whose blank goes",
                PLAIN + "utf-8; format=flowed; delsp=yes\n\nTa \nnah\n",
                "text",
                "Tanah");
        text(
                "stuffed lines",
                PLAIN + "utf-8; format=flowed\n\n From sini\n > bukan kutipan\n",
                "text",
                "From sini\n > bukan kutipan");
        html("script and style", "<style>p{}</style><script>alert(1)</script><p>Tanah</p>", "Tanah");
        html("hidden text", "<div style='display: none'>rahasia</div><p hidden>juga</p>Tanah", "Tanah");
        html("a link", "<a href='https://contoh.invalid/a'>bukti</a>", "bukti <https://contoh.invalid/a>");
        html("a list", "<ul><li>satu</li><li>dua</li></ul>", "- satu\n- dua");
        html(
                "a table",
                "<table><tr><td>Nama</td><td>Contoh</td></tr><tr><td>NIK</td><td>0</td></tr></table>",
                "Nama | Contoh\nNIK | 0");
        html("tags that never close", "<div><p>Tanah<b>kami", "Tanahkami");
        html("100,000 tags in each other", "<div>".repeat(100_000) + "Tanah", "Tanah");
        html("100,000 cells", "<table><tr>" + "<td>".repeat(100_000) + "Tanah", "Tanah");
        html("100,000 quotes in each other", "Tanah" + "<blockquote>".repeat(50_000), "Tanah");
        html("100,000 links in each other", "<a href=x>".repeat(60_000) + "Tanah", "Tanah");
        html("100,000 bold ones in each other", "<b><i>".repeat(100_000) + "Tanah", "Tanah");
        html("an entity that is none", "Tanah &tidakada; &#x110000; &#0;", "Tanah &tidakada; \ufffd \ufffd");
        add(
                "a page that names its charset",
                bytes(HEAD + "Content-Type: text/html\n\n"),
                "<meta charset=\"koi8-r\"><p>Джакарта".getBytes(Charset.forName("KOI8-R")),
                record -> assertThat(record.path("text").asText()).isEqualTo("Джакарта"));
        quoted(
                "an answer above",
                "Terima kasih\n\nOn Mon, 23 Nov 2026 at 10:00, Dumas <dumas@setneg.go.id> wrote:\n> lama\n",
                "Terima kasih");
        quoted(
                "an Indonesian answer",
                "Terima kasih\n\nPada Sen, 23 Nov 2026 pukul 10.00 Dumas\n<dumas@setneg.go.id> menulis:\n\n> lama\n",
                "Terima kasih");
        quoted("an answer below", "Pada 23 Nov 2026 Dumas menulis:\n> lama\n\nTerima kasih", "Terima kasih");
        quoted(
                "Outlook",
                "Terima kasih\n\nDari: Dumas <dumas@setneg.go.id>\nDikirim: Senin 23 November 2026\nKepada: Warga\nPerihal: Tanah\n\nlama",
                "Terima kasih");
        quoted("the original message", "Terima kasih\n-----Original Message-----\nlama", "Terima kasih");
        isNull("only a quote", HEAD + "\n> Tanah kami\n", "/quoted");
        isNull(
                "a letter with its own heading",
                HEAD + "\nYth. Bapak\nDari: Contoh\nKepada: Menteri\nPerihal: Tanah\nTanggal: 1 November\n\nisi",
                "/quoted");
        text("100,000 quoted lines", HEAD + "\nTanah\n" + "> a\n".repeat(100_000), "text", "Tanah");
        text(
                "60,000 marks on one letter of the subject",
                "Subject: a" + "\u0301\u0327".repeat(60_000) + "\n\nteks",
                "text",
                "teks");
        text(
                "300,000 marks on one letter",
                HEAD + "\na" + "\u0301\u0327".repeat(150_000),
                "text",
                "a" + "\u0301\u0327".repeat(15));
        text("100,000 attributions", HEAD + "\nTanah\n" + "On 1 wrote:\n\n".repeat(40_000), "text", "Tanah");
    }

    private void add(String name, byte[] mail, Consumer<JsonNode> expected) {
        cases.add(new Case(name, mail, expected));
    }

    private void add(String name, byte[] head, byte[] body, Consumer<JsonNode> expected) {
        add(name, joined(head, body), expected);
    }

    private void text(String name, String mail, String field, String expected) {
        add(name, bytes(mail), record -> assertThat(at(record, field).asText()).isEqualTo(expected));
    }

    private void isNull(String name, String mail, String field) {
        add(name, bytes(mail), record -> assertThat(record.at(field).isNull()).isTrue());
    }

    private void unreadable(String name, String mail, String reason) {
        add(
                name,
                bytes(mail),
                record -> assertThat(record.path("unreadable").asText()).containsIgnoringCase(reason));
    }

    private void unreadableFile(String name, byte[] mail, String reason) {
        add(name, mail, record -> {
            assertThat(record.path("unreadable").asText()).contains(reason);
            assertThat(record.path("attachments")).hasSize(1);
        });
    }

    private void subject(String name, String written, String expected) {
        text("encoded word: " + name, "Subject: " + written + "\n\nteks", "subject", expected);
    }

    private void file(String name, String disposition, String expected) {
        text(
                "file name: " + name,
                HEAD + "Content-Type: application/pdf\nContent-Disposition: attachment; " + disposition + "\n\n%PDF",
                "/attachments/0/name",
                expected);
    }

    private void charset(String name, String declared, byte[] body, String expected) {
        add(
                "charset: " + name,
                bytes(PLAIN + declared + "\n\n"),
                body,
                record -> assertThat(record.path("text").asText()).isEqualTo(expected));
    }

    private void encoded(String name, String encoding, String body, String expected) {
        text(
                "encoding: " + name,
                PLAIN + "utf-8\nContent-Transfer-Encoding: " + encoding + "\n\n" + body,
                "text",
                expected);
    }

    private void html(String name, String page, String expected) {
        add("HTML: " + name, bytes(HEAD + "Content-Type: text/html; charset=utf-8\n\n" + page), record -> {
            assertThat(record.path("text").asText()).contains(expected);
            assertThat(record.path("html").asBoolean()).isTrue();
        });
    }

    private void quoted(String name, String text, String own) {
        add("history: " + name, bytes(HEAD + "\n" + text), record -> {
            assertThat(record.path("text").asText()).isEqualTo(own);
            assertThat(record.path("quoted").asText()).contains("lama");
        });
    }

    private static JsonNode at(JsonNode record, String field) {
        return field.startsWith("/") ? record.at(field) : record.path(field);
    }

    private static String dated(String date) {
        return "From: warga@contoh.invalid\nDate: " + date + "\n\nteks";
    }

    private static String mixed(String body) {
        return HEAD + "Content-Type: multipart/mixed; boundary=b\n" + (body.startsWith("\n") ? "" : "\n") + body;
    }

    private static String nested(int depth) {
        var mail = new StringBuilder(HEAD);
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("\nteks\n").toString();
    }

    private static String forwarded(int depth) {
        return HEAD + "Content-Type: message/rfc822\n\n".repeat(depth) + "Subject: dalam\n\nteks";
    }

    /** A mail whose signature encloses a mail that forwards a mail whose signature … */
    private static String wrapped(int depth) {
        String mail = "\n";
        for (int i = 0; i < depth; i++) {
            String type = i % 2 == 0 ? "message/rfc822" : "application/pkcs7-mime; smime-type=signed-data";
            byte[] inner = i % 2 == 0 ? bytes(mail) : signed(bytes(mail), true);
            mail = "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder().encodeToString(inner) + "\n";
        }
        return HEAD + mail;
    }

    private static byte[] many(int count, String type) {
        var mail = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < count; i++) {
            mail.append("--b\nContent-Type: ").append(type).append("\n\nsama\n");
        }
        return bytes(mail.append("--b--\n").toString());
    }

    private static byte[] winmail(byte[] tnef) {
        return base64("application/ms-tnef; name=winmail.dat", tnef);
    }

    private static byte[] base64(String type, byte[] content) {
        return bytes(HEAD + "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n");
    }

    /** Signed data without signers (RFC 5652, 5.1), by DER or, in pieces, by BER. */
    private static byte[] signed(byte[] content, boolean pieces) {
        var octets = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += 200) {
            octets.writeBytes(der(0x04, Arrays.copyOfRange(content, at, Math.min(at + 200, content.length))));
        }
        byte[] ends = {0, 0};
        byte[] wrapped = pieces
                ? joined(joined(new byte[] {0x24, (byte) 0x80}, octets.toByteArray()), ends)
                : der(0x04, content);
        byte[] data = der(0x30, joined(der(0x06, object(1)), der(0xA0, wrapped)));
        byte[] body = der(
                0x30,
                joined(
                        joined(der(0x02, new byte[] {1}), der(0x31, new byte[0])),
                        joined(data, der(0x31, new byte[0]))));
        return der(0x30, joined(der(0x06, object(2)), der(0xA0, body)));
    }

    private static byte[] enveloped() {
        return der(0x30, joined(der(0x06, object(3)), der(0xA0, new byte[0])));
    }

    private static byte[] object(int last) {
        return new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, (byte) last};
    }

    private static byte[] der(int tag, byte[] content) {
        return joined(
                new byte[] {
                    (byte) tag,
                    (byte) 0x83,
                    (byte) (content.length >> 16),
                    (byte) (content.length >> 8),
                    (byte) content.length
                },
                content);
    }

    private static byte[] zip(int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("nol"));
            zip.write(new byte[zeros]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] joined = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, joined, head.length, body.length);
        return joined;
    }

    private static byte[] bytes(String mail) {
        return RawMessage.bytes(mail);
    }
}
