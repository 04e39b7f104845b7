package id.go.setneg.dumas.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * What collections of hostile and malformed mails are full of, put into mails that were sound: each graft takes a mail as
 * one letter per byte and gives another one.
 */
final class Grafts {

    /** Header fields, one of which comes first in the mail. */
    private static final List<String> FIELDS = List.of(
            "From: a@contoh.invalid, \"B, C\" <b@contoh.invalid>, <>, @, <@x,@y:c@contoh.invalid>",
            "From: Warga: a@contoh.invalid, b@contoh.invalid;, Kosong:;",
            "From: " + "(".repeat(4_000) + "a@contoh.invalid",
            "From: \"\\\"\\\\\" <" + "a".repeat(70_000) + "@contoh.invalid>",
            "From: <" + "\u00f0\u009f\u0098\u0080".repeat(400) + "@contoh.invalid>",
            "From:",
            "From: \0\0 <\0@\0>",
            "From: =?utf-8?Q?=00=0D=0ABcc:_x@contoh.invalid?= <a@contoh.invalid>",
            "Subject: " + "=?utf-8?B?".repeat(9_000),
            "Subject: " + "=?utf-8?Q?a?= ".repeat(9_000),
            "Subject: =?" + "x".repeat(3_000) + "?Q?a?= =?utf-8*id?Q?b?= =?utf-8?X?c?= =?utf-8?Q?=ZZ=F0=9F?=",
            "Subject: =?utf-7?Q?+2AA- +3AA- +2D3eAA-?= =?utf-16?B?2AA=?=",
            "Subject: a" + "\u00cc\u0081\u00cc\u00a7".repeat(30_000),
            "Subject: " + "Re: ".repeat(50_000) + "Tanah",
            "Subject: [DUMAS-2026-000001-00] [DUMAS-9999-999999-99]",
            "Date: 31 Dec 999999999 23:59:59 -1400",
            "Date: -1 Foo -5 ::: +99999999999",
            "Date: 9999-12-31T23:59:59-18:00",
            "Date: " + "1 ".repeat(90),
            "Message-ID: =?utf-8?Q?<a=40contoh.invalid>?=",
            "Message-ID: <" + "m".repeat(100_000) + "@contoh.invalid>",
            "Message-ID: \0 <> (\0)",
            "In-Reply-To: " + "<a@b> ".repeat(5_000),
            "References: " + "<00000000-0000-0000-0000-000000000000@setneg.go.id> ".repeat(2_000),
            "Auto-Submitted: no; (\"auto-replied\")",
            "Auto-Submitted: \u00ffno",
            "Precedence: " + "bulk ".repeat(9_000),
            "Return-Path: < >",
            "Return-Path: <<<>>>",
            "Reply-To: undisclosed-recipients:;",
            "Content-Type: multipart/mixed",
            "Content-Type: multipart/mixed; boundary=\"\"",
            "Content-Type: multipart/mixed; boundary=" + "b".repeat(5_000),
            "Content-Type: multipart/alternative; boundary=\"a\r\n b\"; boundary=b",
            "Content-Type: multipart/",
            "Content-Type: ;;;=;\"",
            "Content-Type: text/html; charset",
            "Content-Type: text/plain; charset=\"x-\0-tidak-ada\"; format=flowed; delsp=yes",
            "Content-Type: text/plain; charset=utf-7",
            "Content-Type: text/plain; charset=utf-16",
            "Content-Type: text/plain; charset=utf-32",
            "Content-Type: text/html; charset=" + "x".repeat(9_000),
            "Content-Type: message/rfc822",
            "Content-Type: message/partial; id=a; number=1; total=2",
            "Content-Type: message/external-body; access-type=local-file; name=\"/etc/passwd\"",
            "Content-Type: message/delivery-status",
            "Content-Type: multipart/report; report-type=\"" + "d".repeat(9_000) + "\"; boundary=b",
            "Content-Type: multipart/digest; boundary=b",
            "Content-Type: text/calendar; method=" + "R".repeat(9_000),
            "Content-Type: application/ms-tnef; name=winmail.dat",
            "Content-Type: application/pkcs7-mime; smime-type=signed-data",
            "Content-Transfer-Encoding: x-uuencode",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: \0base64\0",
            "Content-Transfer-Encoding: 7bit, base64",
            "Content-Disposition: attachment; filename=\"../../../etc/passwd\"",
            "Content-Disposition: attachment; filename=\"C:\\\\CON\\r\\n\\t.exe\"",
            "Content-Disposition: attachment; filename=\"" + ".".repeat(9_000) + "\"",
            "Content-Disposition: attachment; filename*=utf-8''%E2%80%AEfdp.exe",
            "Content-Disposition: attachment; filename*0*=x-ada''%ff; filename*1=\"%41\"; filename*9999*=%zz; filename*00=b",
            "Content-Disposition: attachment; filename*0*=utf-8''" + "; filename*1*=%f0".repeat(5_000),
            "Content-Disposition: attachment; filename*1*=''''; filename*=;filename=\"=?utf-8?B?Li4vLi4v?=\"",
            "Content-Disposition: inline; filename=\"" + "\u00f0\u009f\u0098\u0080".repeat(900) + ".pdf\"",
            "bukan kepala",
            ": tanpa nama",
            "X-\u00ff\0: isi",
            " lanjutan dari tidak ada",
            "X-Isi: " + "a".repeat(200_000),
            "X-Isi: a" + "\r\n ".repeat(20_000),
            "X-Isi: a\r\n\t\r\n \r\n  b");

    /** Texts and parts, one of which stands somewhere in the body. */
    private static final List<String> BODIES = List.of(
            "begin 644 bukti.pdf\r\n#0V%T\r\n`\r\nend\r\n",
            "=ybegin line=128 size=3 name=bukti.bin\r\n\u00ff\0=J\r\n=yend size=3\r\n",
            "\0".repeat(2_000),
            "a".repeat(200_000),
            "\r".repeat(2_000),
            "\r\n.\r\n..\r\nFrom siapa\r\n",
            "=3D=\r\n=ZZ=0\r\n=" + "=".repeat(2_000),
            "QUJD\r\nREU=\r\nRkc=\r\n====\r\n",
            "a" + "\u00cc\u0081\u00cc\u00a7".repeat(30_000),
            "+2AA-+3AA-+2D3eAA-+" + "A".repeat(2_000) + "-",
            "\u00ff\u00fe" + "\0\u00d8".repeat(500),
            "<table>".repeat(2_000) + "<a href=\"javascript:alert(1)\">x</a><!--" + "<p".repeat(2_000),
            "&#xD800;&#0;&#1114112;&#x1F600;<img alt=\"" + "\u0001".repeat(900),
            "\r\n--b\r\n\r\nisi\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>isi\r\n--b--\r\n",
            "\r\n--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nisi\r\n--b-\r\n--bbb\r\n--b--\r\n",
            "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: " + "5".repeat(9_000)
                    + "\r\nAction: \0\r\n--b--\r\n",
            "\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogYQ0KDQpi\r\n--b--\r\n",
            "\r\n--b\r\nContent-Type: text/calendar\r\n\r\nMETHOD:REQUEST\r\nMETHOD:\0\r\n--b--\r\n",
            "On 1 wrote:\r\n" + "\r\n".repeat(2_000) + "> a",
            "-----Original Message-----\r\nFrom: a@b\r\nSent: c\r\nTo: d\r\nSubject: e",
            "-----BEGIN PGP MESSAGE-----\r\n",
            "Nama: " + "x".repeat(100_000) + "\r\nNIK: 9999" + "9".repeat(2_000) + "\r\nKepada: "
                    + "\u0001".repeat(900),
            "Nama:\r\nNIK: \r\nAlamat: \u00c2\u00a0\r\nHP: -\r\n");

    private static final List<BiFunction<String, Random, String>> ALL = List.of(
            (mail, random) -> of(FIELDS, random) + "\r\n" + mail,
            (mail, random) -> of(FIELDS, random) + "\r\n" + mail,
            (mail, random) -> of(FIELDS, random) + "\r\n" + mail,
            Grafts::fieldWithin,
            Grafts::bodyWithin,
            Grafts::bodyWithin,
            (mail, random) -> "X: a\r\n".repeat(random.nextInt(2_500)) + mail,
            (mail, random) -> nested(random.nextInt(1_000)) + mail,
            (mail, random) -> mail.replaceAll("(?i)boundary=[^\r\n;]*", "boundary"),
            (mail, random) -> mail.replaceFirst("(?i)boundary=\"?b", "boundary=bb"),
            (mail, random) -> mail.replace("\r\n\r\n", "\r\n"),
            (mail, random) -> mail.replace("\r\n", random.nextBoolean() ? "\r" : "\n"),
            (mail, random) -> mail.replaceAll("\r\n(?=\\S)", "\r\r\n"),
            (mail, random) -> mail.replace(": ", ":\r\n \r\n\t"),
            (mail, random) -> mail.replaceAll("(?i)charset=[^\r\n;]*", "charset=" + (char) (128 + random.nextInt(128))),
            (mail, random) -> mail.replace('a', (char) random.nextInt(256)),
            (mail, random) -> mail + mail,
            (mail, random) -> mail.substring(0, random.nextInt(mail.length() + 1)));

    private Grafts() {}

    /** A mail with so many grafts. */
    static byte[] on(byte[] mail, int grafts, Random random) {
        String grafted = new String(mail, ISO_8859_1);
        for (int i = 0; i < grafts; i++) {
            grafted = of(ALL, random).apply(grafted, random);
        }
        return grafted.getBytes(ISO_8859_1);
    }

    private static <T> T of(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Into the header of the mail or of a part. */
    private static String fieldWithin(String mail, Random random) {
        int line = mail.indexOf("\r\nContent-", random.nextInt(mail.length() + 1));
        return line < 0 ? mail : mail.substring(0, line) + "\r\n" + of(FIELDS, random) + mail.substring(line);
    }

    private static String bodyWithin(String mail, Random random) {
        int blank = Math.max(0, mail.indexOf("\r\n\r\n"));
        int at = blank + random.nextInt(mail.length() - blank + 1);
        return mail.substring(0, at) + of(BODIES, random) + mail.substring(at);
    }

    /** The beginning of multiparts in each other, or of mails. */
    private static String nested(int depth) {
        var nested = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            nested.append(
                    level % 3 == 2
                            ? "Content-Type: message/rfc822\r\n\r\n"
                            : "Content-Type: multipart/mixed; boundary=b" + level + "\r\n\r\n--b" + level + "\r\n");
        }
        return nested.toString();
    }
}
