package id.go.setneg.dumas.evaluation;

import static id.go.setneg.dumas.evaluation.Plot.escape;

import id.go.setneg.dumas.evaluation.Plot.Bar;
import id.go.setneg.dumas.evaluation.Report.Asked;
import id.go.setneg.dumas.evaluation.Report.Count;
import id.go.setneg.dumas.evaluation.Report.OnTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report as a page for people: plots, and beside each the table that it is drawn from. Without script; prints on A4. */
public final class ReportPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Labels.INDONESIAN);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm 'WIB'", Labels.INDONESIAN);

    private final Report report;
    private final StringBuilder body = new StringBuilder();

    private ReportPage(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        var page = new ReportPage(report);
        page.write();
        LocalDate last = report.to().minusDays(1);
        return frame().replace("{{periode}}", day(report.from()) + " – " + day(last))
                .replace("{{dibuat}}", time(report.madeAt()))
                .replace("{{paling-sedikit}}", String.valueOf(Report.FEWEST))
                .replace("{{isi}}", page.body);
    }

    private void write() {
        figures();
        List<Count> periods = report.periods();
        section(
                "masuk",
                "Berkas masuk",
                "Berkas yang dibuka, "
                        + (periods.size() > 0 && periods.getFirst().key().length() > 7 ? "per pekan" : "per bulan"),
                Plot.columns("masuk", "Berkas masuk menurut waktu", bars(periods, "utama")),
                table("masuk", "Waktu", periods));
        onTime(report.onTime());
        counts("saluran", "Saluran", "Menurut saluran kiriman pertama", report.channels(), "utama");
        counts("keadaan", "Keadaan berkas", "Keadaan pada saat laporan dibuat", report.states(), "kedua");
        counts("kode", "Kode masalah", "Menurut kode PER/05/M.PAN/4/2009", report.problemCodes(), "utama");
        counts("kategori", "Kategori", "Sebagaimana disebut sumber", top(report.categories()), "utama");
        counts("arsip", "Alasan diarsipkan", "Berkas yang diarsipkan", report.archiveGrounds(), "redup");
        agencies();
    }

    private void figures() {
        OnTime onTime = report.onTime();
        long asked = report.agencies().stream().mapToLong(Asked::referrals).sum();
        long answered = report.agencies().stream().mapToLong(Asked::answered).sum();
        long returned = report.agencies().stream().mapToLong(Asked::returned).sum();
        body.append("<dl class=\"angka\">\n");
        figure(number(report.cases()), "berkas", number(report.submissions()) + " kiriman");
        figure(
                percent(onTime.rate()),
                "diteruskan tepat waktu",
                "paling lama " + onTime.workingDays() + " hari kerja sejak lengkap");
        figure(
                percent(asked == returned ? null : (double) answered / (asked - returned)),
                "penerusan dijawab",
                number(answered) + " dari " + number(asked - returned));
        figure(number(onTime.overdue()), "lewat tenggat", "lengkap, belum diteruskan");
        body.append("</dl>\n");
    }

    private void figure(String number, String what, String more) {
        body.append("<div><dt>")
                .append(what)
                .append("</dt><dd><b>")
                .append(number)
                .append("</b><span>");
        body.append(more).append("</span></dd></div>\n");
    }

    private void onTime(OnTime onTime) {
        List<Bar> parts = List.of(
                new Bar("Tepat waktu", onTime.inTime(), number(onTime.inTime()), "baik"),
                new Bar("Terlambat", onTime.late(), number(onTime.late()), "kurang"),
                new Bar("Lewat tenggat, belum diteruskan", onTime.overdue(), number(onTime.overdue()), "buruk"),
                new Bar("Masih dalam tenggat", onTime.running(), number(onTime.running()), "redup"),
                new Bar("Tidak dapat dihitung", onTime.unknown(), number(onTime.unknown()), "rel"));
        var rows = new StringBuilder();
        parts.forEach(part -> row(rows, part.label(), part.shown()));
        section(
                "tepat",
                "Ketepatan waktu",
                "Dari berkas lengkap sampai penerusan pertama: paling lama " + onTime.workingDays() + " hari kerja",
                Plot.parts("tepat", "Ketepatan waktu penerusan", parts),
                tableOf("tepat", List.of("Penerusan", "Berkas"), rows));
    }

    private void counts(String id, String title, String note, List<Count> counts, String kind) {
        if (counts.isEmpty()) {
            section(id, title, note, "<p class=\"kosong\">Tidak ada.</p>\n", "");
        } else {
            section(
                    id,
                    title,
                    note,
                    Plot.bars(
                            id,
                            title,
                            bars(counts, kind),
                            counts.stream()
                                    .mapToDouble(one -> (double) one.count())
                                    .max()
                                    .orElse(1)),
                    table(id, title, counts));
        }
    }

    private void agencies() {
        List<Asked> all = report.agencies();
        List<Bar> bars = all.stream()
                .limit(15)
                .map(one -> new Bar(
                        one.name(),
                        Objects.requireNonNullElse(one.answerRate(), 0.0),
                        percent(one.answerRate()),
                        "kedua"))
                .toList();
        var rows = new StringBuilder();
        for (Asked one : all) {
            row(
                    rows,
                    one.name(),
                    number(one.referrals()),
                    number(one.answered()),
                    number(one.returned()),
                    number(one.open()),
                    percent(one.answerRate()),
                    days(one.daysToAnswer()),
                    days(one.medianAge()),
                    days(one.oldest()));
        }
        String plot = bars.isEmpty()
                ? "<p class=\"kosong\">Tidak ada penerusan.</p>\n"
                : Plot.bars("instansi", "Penerusan yang dijawab, menurut instansi", bars, 1);
        body.append("<div class=\"lebar\">\n");
        section(
                "instansi",
                "Instansi",
                "Bagian penerusan yang dijawab; yang dikembalikan tidak dihitung. Hari adalah hari kalender, nilai tengah.",
                plot,
                all.isEmpty()
                        ? ""
                        : tableOf(
                                "instansi",
                                List.of(
                                        "Instansi",
                                        "Diteruskan",
                                        "Dijawab",
                                        "Dikembalikan",
                                        "Terbuka",
                                        "Dijawab (%)",
                                        "Hari sampai jawaban",
                                        "Umur yang terbuka",
                                        "Tertua"),
                                rows));
        body.append("</div>\n");
    }

    private void section(String id, String title, String note, String plot, String table) {
        body.append("<section aria-labelledby=\"")
                .append(id)
                .append("-h\">\n<h2 id=\"")
                .append(id)
                .append("-h\">");
        body.append(escape(title))
                .append("</h2>\n<p class=\"catatan\">")
                .append(escape(note))
                .append("</p>\n");
        body.append("<div class=\"dua\"><figure>\n")
                .append(plot)
                .append("</figure>\n")
                .append(table)
                .append("</div>\n");
        body.append("</section>\n");
    }

    private static List<Bar> bars(List<Count> counts, String kind) {
        return counts.stream()
                .map(one -> new Bar(
                        one.label(), one.count(), number(one.count()), one.key().equals("*") ? "redup" : kind))
                .toList();
    }

    /** The page shows the most frequent; the others are in the CSV. */
    private static List<Count> top(List<Count> counts) {
        if (counts.size() <= 12) {
            return counts;
        }
        List<Count> shown = new ArrayList<>(counts.subList(0, 11));
        long others = counts.subList(11, counts.size()).stream()
                .mapToLong(Count::count)
                .sum();
        shown.add(new Count("*", Labels.REST, others));
        return shown;
    }

    private String table(String id, String heading, List<Count> counts) {
        var rows = new StringBuilder();
        long all = counts.stream().mapToLong(Count::count).sum();
        counts.forEach(one ->
                row(rows, one.label(), number(one.count()), percent(all == 0 ? null : (double) one.count() / all)));
        return tableOf(id, List.of(heading, "Berkas", "Bagian"), rows);
    }

    private static String tableOf(String id, List<String> headings, StringBuilder rows) {
        var table = new StringBuilder("<div class=\"tabel\"><table id=\"" + id + "-tabel\"><thead><tr>");
        headings.forEach(heading ->
                table.append("<th scope=\"col\">").append(escape(heading)).append("</th>"));
        return table.append("</tr></thead><tbody>\n")
                .append(rows)
                .append("</tbody></table></div>\n")
                .toString();
    }

    private static void row(StringBuilder rows, String heading, String... cells) {
        rows.append("<tr><th scope=\"row\">").append(escape(heading)).append("</th>");
        for (String cell : cells) {
            rows.append("<td>").append(escape(cell)).append("</td>");
        }
        rows.append("</tr>\n");
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Labels.INDONESIAN).format(number);
    }

    private static String percent(@Nullable Double share) {
        if (share == null) {
            return "–";
        }
        return share > 0 && share < 0.005 ? "< 1%" : Math.round(100 * share) + "%";
    }

    private static String days(@Nullable Integer days) {
        return days == null ? "–" : days.toString();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(ZoneId.of("Asia/Jakarta")));
    }

    private static String frame() {
        try (InputStream file = ReportPage.class.getResourceAsStream("/console/evaluasi.html")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
