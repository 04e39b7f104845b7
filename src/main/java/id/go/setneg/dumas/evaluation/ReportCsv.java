package id.go.setneg.dumas.evaluation;

import id.go.setneg.dumas.evaluation.Report.Asked;
import id.go.setneg.dumas.evaluation.Report.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as one tidy table (RFC 4180, UTF-8): a row each number. */
public final class ReportCsv {

    private final StringBuilder text = new StringBuilder("section,key,label,measure,value\r\n");

    private ReportCsv() {}

    public static String of(Report report) {
        var csv = new ReportCsv();
        csv.row("period", "from", "Dari", "day", report.from().toString());
        csv.row("period", "to", "Sampai sebelum", "day", report.to().toString());
        csv.row("period", "madeAt", "Dibuat", "time", report.madeAt().toString());
        csv.row("total", "cases", "Berkas", "count", report.cases());
        csv.row("total", "submissions", "Kiriman", "count", report.submissions());
        csv.counts("arrival", report.periods());
        csv.counts("channel", report.channels());
        csv.counts("state", report.states());
        csv.counts("category", report.categories());
        csv.counts("problemCode", report.problemCodes());
        csv.counts("archiveGround", report.archiveGrounds());
        csv.onTime(report.onTime());
        report.agencies().forEach(csv::agency);
        return csv.text.toString();
    }

    private void counts(String section, List<Count> counts) {
        counts.forEach(one -> row(section, one.key(), one.label(), "count", one.count()));
    }

    private void onTime(Report.OnTime onTime) {
        row("onTime", "inTime", "Tepat waktu", "count", onTime.inTime());
        row("onTime", "late", "Terlambat", "count", onTime.late());
        row("onTime", "overdue", "Lewat tenggat, belum diteruskan", "count", onTime.overdue());
        row("onTime", "running", "Masih dalam tenggat", "count", onTime.running());
        row("onTime", "unknown", "Kalender belum dimuat", "count", onTime.unknown());
        row("onTime", "rate", "Persentase tepat waktu", "rate", rate(onTime.rate()));
    }

    private void agency(Asked asked) {
        row("agency", asked.code(), asked.name(), "referrals", asked.referrals());
        row("agency", asked.code(), asked.name(), "answered", asked.answered());
        row("agency", asked.code(), asked.name(), "returned", asked.returned());
        row("agency", asked.code(), asked.name(), "open", asked.open());
        row("agency", asked.code(), asked.name(), "answerRate", rate(asked.answerRate()));
        row("agency", asked.code(), asked.name(), "medianDaysToAnswer", asked.daysToAnswer());
        row("agency", asked.code(), asked.name(), "medianAgeOfOpen", asked.medianAge());
        row("agency", asked.code(), asked.name(), "oldestOpen", asked.oldest());
    }

    private static @Nullable BigDecimal rate(@Nullable Double rate) {
        return rate == null ? null : BigDecimal.valueOf(rate).setScale(4, RoundingMode.HALF_UP);
    }

    /** What is not known is an empty value, never a zero. */
    private void row(String section, String key, String label, String measure, @Nullable Object value) {
        text.append(section).append(',');
        text.append(cell(key)).append(',');
        text.append(cell(label)).append(',');
        text.append(measure).append(',');
        text.append(value == null ? "" : value).append("\r\n");
    }

    /** A word of a source must not become a formula in a spreadsheet. */
    private static String cell(String word) {
        String safe =
                !word.isEmpty() && "=+-@\t\r".indexOf(word.charAt(0)) >= 0 && word.length() > 1 ? "'" + word : word;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
