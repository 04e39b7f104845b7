package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Records whose every personal word can be recognised wherever it leaks: names, addresses, mail addresses, subjects and
 * narratives hold {@link #WORD}; NIK, phone and employee number are numbers that occur nowhere else.
 */
public final class Canaries {

    public static final String WORD = "Kenarizqx";
    public static final String NIK = "9999775533119977";
    public static final String PHONE = "0800-7755-3311";
    public static final String EMPLOYEE = "999977553311997755";
    /** What must be found nowhere but in the ledger's sealed columns and at whom it is meant for. */
    public static final List<String> MARKS = List.of(WORD, NIK, PHONE, EMPLOYEE);

    private static final int FIRST = 901;

    private final Sandbox sandbox;
    private int next = FIRST;

    public Canaries(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * A letter that the office has directed to an agency.
     *
     * @param agency as an officer writes it
     * @param more at the end of the subject
     */
    public void letter(String agency, String more) {
        Input.Letter made = sandbox.maker().letter(index());
        ObjectNode record = marked(made.record());
        record.put("perihal", WORD + " mengadu " + more).put("instansiTujuan", agency);
        sandbox.add(new Input.Letter(made.reference(), Nature.ORDINARY, WORD, record));
    }

    /** A letter of two months ago that no rule knows an agency for: its follow-up letter is late. */
    public void lateLetter() {
        Input.Letter made = sandbox.maker().letter(index());
        ObjectNode record = marked(made.record());
        record.put("tanggalTerima", Wib.iso(Instant.now().minus(Duration.ofDays(60))))
                .put("kodeMasalah", "07")
                .put("perihal", WORD + " mengadu")
                .put("instansiTujuan", "Dinas " + WORD);
        sandbox.add(new Input.Letter(made.reference(), Nature.ORDINARY, WORD, record));
    }

    /** A letter whose words ring the alarm. */
    public void alarmingLetter() {
        Input.Letter made = sandbox.maker().letter(index());
        ObjectNode record = marked(made.record());
        record.put("isiRingkas", WORD + " sedang disiksa.").put("instansiTujuan", "Kementerian Sosial");
        sandbox.add(new Input.Letter(made.reference(), Nature.ORDINARY, WORD, record));
    }

    /** A letter that no mapping can read, with words where dates belong. */
    public void hostileLetter() {
        Input.Letter made = sandbox.maker().letter(index());
        ObjectNode record = marked(made.record());
        record.put("tanggalTerima", WORD + " kemarin").put("sifat", WORD).put("nomorRujukan", WORD);
        sandbox.add(new Input.Letter(made.reference(), Nature.HOSTILE, WORD, record));
    }

    /** A row of an export. */
    public void row() {
        Input.Row made = sandbox.maker().row(index());
        sandbox.add(new Input.Row(made.reference(), Nature.ORDINARY, WORD, marked(made.cells())));
    }

    /** A row that no mapping can read. */
    public void hostileRow() {
        Input.Row made = sandbox.maker().row(index());
        Map<String, String> cells = marked(made.cells());
        cells.putAll(Map.of("tanggalTerima", WORD, "diubahPada", WORD, "kepada", WORD));
        sandbox.add(new Input.Row(made.reference(), Nature.HOSTILE, WORD, cells));
    }

    /** A report at LAPOR! about a matter of which the tables know the agency. */
    public void report() {
        Input.Report made = sandbox.maker().report(index());
        sandbox.add(new Input.Report(made.reference(), Nature.ORDINARY, WORD, marked(made.record(), false)));
    }

    /** A report that no mapping can read. */
    public void hostileReport() {
        Input.Report made = sandbox.maker().report(index());
        ObjectNode record = marked(made.record(), false).put("created_at", WORD + " kemarin");
        record.put("is_anonymous", WORD).put("date_of_incident", WORD);
        sandbox.add(new Input.Report(made.reference(), Nature.HOSTILE, WORD, record));
    }

    /** A complaint by mail, with a file. */
    public void mail() {
        sandbox.add(mail(MailServer.DUMAS, Nature.ORDINARY, "", """
                Nama: %s Satu
                NIK: %s
                Alamat: Jalan %s 1
                Telepon: %s
                Kepada: Presiden

                Sertifikat tanah %s belum terbit.
                """.formatted(WORD, NIK, WORD, PHONE, WORD)));
    }

    /** A mail that a machine wrote, and so no complaint. */
    public void automaticMail() {
        sandbox.add(mail(
                MailServer.PERSURATAN,
                Nature.AUTO_REPLY,
                "Auto-Submitted: auto-replied\r\n",
                WORD + " sedang cuti.\n"));
    }

    /** Somebody asks about a case that is not his, if there is one. */
    public void questionMail() {
        int index = index();
        String id = "<" + WORD.toLowerCase(Locale.ROOT) + "-tanya-" + index + "@warga.example>";
        String raw = "Message-ID: " + id + "\r\nFrom: <" + WORD + index + "@tanya.example>\r\nTo: " + MailServer.DUMAS
                + "\r\nSubject: [" + new CaseNumber(2026, 900_000 + index) + "] " + WORD + "\r\n\r\n"
                + "Sejauh mana perkembangan pengaduan " + WORD + "?\r\n";
        sandbox.add(sent(id, Nature.AUTO_REPLY, MailServer.DUMAS, raw));
    }

    /** Somebody asks the same by WhatsApp; the webhook takes it. */
    public void question() {
        int index = index();
        String text = WORD + ": perkembangan " + new CaseNumber(2026, 900_000 + index) + "?";
        if (sandbox.say("wamid." + WORD + index, PHONE, text) != 200) {
            throw new IllegalStateException("the webhook does not take a message");
        }
    }

    /** What an agency writes to the office. */
    public void agencyMail() {
        sandbox.add(mail(MailServer.ASDEP, Nature.HOSTILE, "", WORD + " sudah kami tangani, NIK " + NIK + ".\n"));
    }

    private Input.Mail mail(String mailbox, Nature nature, String header, String text) {
        int index = index();
        String id = "<" + WORD.toLowerCase(Locale.ROOT) + "-" + index + "@warga.example>";
        String raw =
                "Message-ID: " + id + "\r\nFrom: \"" + WORD + " Satu\" <" + WORD + "@warga.example>\r\nTo: " + mailbox
                        + "\r\nSubject: " + WORD + " mengadu\r\nMIME-Version: 1.0\r\n" + header
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + text.replace("\n", "\r\n") + "Pengaduan ke-" + index + " tahun ini.\r\n"
                        + "\r\n--b\r\nContent-Type: text/plain; name=\"" + WORD + ".txt\"\r\n"
                        + "Content-Disposition: attachment; filename=\"" + WORD + ".txt\"\r\n\r\n"
                        + WORD + " bukti\r\n--b--\r\n";
        return sent(id, nature, mailbox, raw);
    }

    private static Input.Mail sent(String id, Nature nature, String mailbox, String raw) {
        try {
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
            return new Input.Mail(id, nature, WORD, List.of(mailbox), message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int index() {
        if (next % 9 == 0) { // the makers make these letters wait
            next++;
        }
        return next++;
    }

    private static ObjectNode marked(ObjectNode letter) {
        letter.put("asalSurat", WORD + " Satu")
                .put("alamatPengirim", "Jalan " + WORD + " 1")
                .put("isiRingkas", WORD + " bernyanyi tentang sertifikat tanah.")
                .put("nomorSurat", WORD + "/1");
        letter.putObject("pengadu")
                .put("nama", WORD + " Satu")
                .put("nik", NIK)
                .put("alamat", "Jalan " + WORD + " 1")
                .put("pekerjaan", WORD)
                .put("kabupaten", WORD)
                .put("provinsi", WORD)
                .put("kategori", "Perorangan")
                .put("surel", WORD + "@warga.example")
                .put("telepon", PHONE);
        letter.putObject("terlapor")
                .put("nama", WORD + " Dua")
                .put("nip", EMPLOYEE)
                .put("alamat", WORD)
                .put("jabatan", WORD)
                .put("instansi", "Kantor " + WORD)
                .put("kategoriInstansi", "Pemerintah daerah");
        return letter.put("bertandaTangan", true);
    }

    private static ObjectNode marked(ObjectNode report, boolean anonymous) {
        report.put("title", WORD + " mengadu tanah")
                .put("content", WORD + " bernyanyi tentang sertifikat tanah. NIK " + NIK)
                .put("location_name", WORD)
                .put("is_anonymous", anonymous ? "1" : "0")
                .put("is_secret", "0")
                .put("tags_raw", WORD);
        report.putObject("user")
                .put("id", "899999")
                .put("name", WORD + " Satu")
                .put("nik", NIK)
                .put("phone", PHONE)
                .put("email", WORD + "@warga.example")
                .put("address", "Jalan " + WORD + " 1")
                .put("occupation", WORD);
        return report;
    }

    private static Map<String, String> marked(Map<String, String> made) {
        Map<String, String> cells = new LinkedHashMap<>(made);
        cells.putAll(Map.of("asalSurat", WORD + " Satu", "alamatPengirim", "Jalan " + WORD, "perihal", WORD));
        cells.putAll(
                Map.of("isiRingkas", WORD + " bernyanyi", "nik", NIK, "telepon", PHONE, "surel", WORD + "@x.example"));
        cells.putAll(Map.of("terlaporNama", WORD + " Dua", "terlaporNip", EMPLOYEE, "kabupaten", WORD));
        return cells;
    }
}
