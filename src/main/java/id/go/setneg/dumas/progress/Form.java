package id.go.setneg.dumas.progress;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the <i>Formulir Informasi Perkembangan Penanganan Pengaduan Masyarakat</i> says (SK Asdep Dumas 4/2022, product), in
 * the order in which it is read; the PDF and the text hold the same.
 *
 * @param letterhead the office
 * @param fields label and value
 * @param steps day and words
 * @param verification how to prove it
 */
record Form(
        List<String> letterhead,
        List<String> title,
        List<Line> fields,
        List<Line> steps,
        List<String> closing,
        List<String> verification) {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'pukul' HH.mm 'WIB'", INDONESIAN);

    /** Two columns of one line. */
    record Line(String left, String right) {}

    static Form of(Progress progress) {
        List<Line> fields = new ArrayList<>(List.of(
                new Line("Nomor berkas", progress.number()),
                new Line("Tanggal diterima", day(progress.receivedOn())),
                new Line("Diterima melalui", String.join(", ", progress.channels())),
                new Line("Keadaan per", minute(progress.asOf())),
                new Line("Perkembangan", progress.words())));
        if (!progress.missing().isEmpty()) {
            fields.add(new Line("Kelengkapan yang ditunggu", String.join(", ", progress.missing())));
        }
        if (progress.next() != null) {
            fields.add(new Line("Langkah berikutnya", progress.next()));
        }
        return new Form(
                List.of(
                        "KEMENTERIAN SEKRETARIAT NEGARA REPUBLIK INDONESIA",
                        "ASISTEN DEPUTI PENGADUAN MASYARAKAT",
                        "dumas@setneg.go.id · WhatsApp +62 813-1111-7426"),
                List.of("FORMULIR INFORMASI PERKEMBANGAN", "PENANGANAN PENGADUAN MASYARAKAT"),
                List.copyOf(fields),
                progress.steps().stream()
                        .map(step -> new Line(day(step.on()), step.words()))
                        .toList(),
                List.of(
                        "Formulir ini diberikan kepada pengadu untuk mengetahui perkembangan pengaduannya. Identitas dan isi"
                                + " pengaduan dirahasiakan dan karena itu tidak dimuat di sini.",
                        "Layanan ini tidak dipungut biaya."),
                List.of(
                        "Verifikasi: " + progress.number() + ", catatan ke-" + progress.entries(),
                        "SHA-256 " + progress.seal()));
    }

    static String day(LocalDate on) {
        return DAY.format(on);
    }

    private static String minute(OffsetDateTime at) {
        return MINUTE.format(at.atZoneSameInstant(Progresses.WIB));
    }
}
