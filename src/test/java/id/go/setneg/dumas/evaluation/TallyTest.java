package id.go.setneg.dumas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.evaluation.Report.Asked;
import id.go.setneg.dumas.evaluation.Report.Count;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2027-01-01");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T08:00:00+07:00");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    /** Every day is a working day, up to the end of 2026. */
    private static final DueDays CALENDAR =
            (start, days) -> Optional.of(start.plusDays(days)).filter(day -> day.getYear() == 2026);

    private final Tally tally = new Tally(FROM, TO, NOW, CALENDAR);

    @Test
    void rareKindsOfContentStandTogetherAndNeverAlone() {
        category("Pertanahan", 9);
        category("pertanahan ", 1);
        category("Energi", 6);
        category("Langka satu", 1);
        category("Langka dua", 2);

        assertThat(report().categories())
                .containsExactly(new Count("Pertanahan", "Pertanahan", 10), new Count("*", "Lainnya (digabung)", 9));

        category("Langka tiga", 2);
        assertThat(report().categories()).extracting(Count::count).containsExactly(10L, 6L, 5L);
    }

    @Test
    void aCategoryThatIsASentenceOrHoldsANumberIsNotRepeated() {
        for (int i = 0; i < 6; i++) {
            category("Contoh Warga Satu 9999010101010001", 1);
            category("Kategori yang panjangnya sebuah kalimat penuh tentang seorang warga contoh", 1);
        }
        assertThat(report().categories()).containsExactly(new Count("*", "Lainnya (digabung)", 12));
    }

    @Test
    void whatWasInTimeIsCountedFromCompletenessToTheFirstReferral() {
        complete("ANSWERED", DAY, DAY.plusDays(14));
        complete("REFERRED", DAY, DAY.plusDays(15));
        complete("AWAITING_DIRECTION", DAY, null);
        complete("AWAITING_DIRECTION", LocalDate.parse("2026-11-11"), null);
        complete("COMPLETE", LocalDate.parse("2026-11-10"), null);
        complete("COMPLETE", LocalDate.parse("2026-12-20"), null);
        complete("ARCHIVED", DAY, null);
        complete("RECEIVED", null, null);

        Report.OnTime onTime = report().onTime();
        assertThat(onTime.inTime()).isEqualTo(1);
        assertThat(onTime.late()).isEqualTo(1);
        assertThat(onTime.overdue()).isEqualTo(2);
        assertThat(onTime.running()).isEqualTo(1);
        assertThat(onTime.unknown()).isEqualTo(1);
        assertThat(onTime.rate()).isEqualTo(0.25);
    }

    @Test
    void anAgencyIsMeasuredByWhatItDidNotSendBack() {
        asked("kemensos", "ANSWERED", 10);
        asked("kemensos", "ANSWERED", 30);
        asked("kemensos", "RETURNED", 2);
        asked("kemensos", "DELIVERED", 0);
        asked("atr-bpn", "DELIVERED", 0);

        assertThat(report().agencies())
                .containsExactly(
                        new Asked("kemensos", "KEMENSOS", 4, 2, 1, 1, 2 / 3.0, 10, 268, 268),
                        new Asked("atr-bpn", "ATR-BPN", 1, 0, 0, 1, 0.0, null, 268, 268));
    }

    @Test
    void aShortPeriodIsShownByWeeksAndAnEmptyOneHasNoRates() {
        var empty = new Tally(DAY, DAY.plusDays(10), NOW, CALENDAR).report(code -> code);
        assertThat(empty.periods()).extracting(Count::key).containsExactly("2026-03-02", "2026-03-09");
        assertThat(empty.onTime().rate()).isNull();
        assertThat(report().periods()).hasSize(12);
        assertThat(ReportPage.of(empty)).contains("Tidak ada penerusan");
    }

    @Test
    void theTableIsTidyAndSafeForSpreadsheets() {
        category("=HYPERLINK(1)", 5);
        category("Tanah, \"rumah\"", 5);
        for (int i = 0; i < 5; i++) {
            asked("atr-bpn", "DELIVERED", 0);
        }

        List<String> lines = ReportCsv.of(report()).lines().toList();
        assertThat(ReportCsv.of(report())).contains("\r\n").doesNotContain("\n\n");
        assertThat(lines).first().isEqualTo("section,key,label,measure,value");
        assertThat(lines)
                .contains(
                        "category,'=hyperlink(1),'=hyperlink(1),count,5",
                        "category,\"Tanah, \"\"rumah\"\"\",\"Tanah, \"\"rumah\"\"\",count,5",
                        "agency,atr-bpn,ATR-BPN,answerRate,0.0000",
                        "agency,atr-bpn,ATR-BPN,medianDaysToAnswer,")
                .allMatch(line -> line.replaceAll("\"[^\"]*\"", "x").split(",", -1).length == 5);
    }

    @Test
    void thePageHasATableForEachPlotAndNoScript() throws Exception {
        category("<script>alert(1)</script>", 7);
        for (int i = 0; i < 5; i++) {
            complete("ANSWERED", DAY, DAY.plusDays(3));
        }
        String page = ReportPage.of(report());
        assertThat(page).doesNotContain("<script", "{{").contains("&lt;script&gt;", "lang=\"id\"");
        assertThat(page.split("<svg", -1)).hasSameSizeAs(page.split("role=\"img\"", -1));
        assertThat(page.split("-tabel\\\">", -1)).hasSizeGreaterThanOrEqualTo(page.split("<svg", -1).length);
    }

    /** For the eye: {@code target/screenshots/evaluasi.html}. */
    @Test
    void aYearOfCasesIsOnePage() throws Exception {
        String[] categories = {
            "Pertanahan", "Ketenagakerjaan", "Bantuan sosial", "Lingkungan hidup", "Energi", "Pendidikan"
        };
        String[] states = {
            "AWAITING_COMPLETION", "AWAITING_DIRECTION", "REFERRED", "IN_PROGRESS", "ANSWERED", "CLOSED", "ARCHIVED"
        };
        String[] agencies = {"atr-bpn", "kemensos", "kemnaker", "klh", "pln", "pemprov-dki"};
        var random = new Random(4);
        for (int i = 0; i < 23_874; i++) {
            LocalDate day = FROM.plusDays((long) (Math.sqrt(random.nextDouble()) * 328));
            String state = states[Math.min(6, (int) Math.abs(random.nextGaussian() * 2 + 3.2))];
            boolean isReferred =
                    List.of("REFERRED", "IN_PROGRESS", "ANSWERED", "CLOSED").contains(state);
            LocalDate referred = day.plusDays(3 + random.nextInt(14));
            tally.add(new CaseLine(
                    day,
                    state,
                    random.nextInt(10) < 5 ? "LAPOR" : random.nextInt(10) < 6 ? "LETTER" : "EMAIL",
                    1 + random.nextInt(20) / 19,
                    random.nextInt(900) == 0
                            ? "Langka " + random.nextInt(9)
                            : categories[Math.min(5, (int) Math.abs(random.nextGaussian() * 2))],
                    random.nextInt(12) == 0
                            ? null
                            : String.format("%02d", 1 + Math.min(9, (int) Math.abs(random.nextGaussian() * 3))),
                    state.startsWith("AWAITING_C") ? null : day.plusDays(2),
                    state.equals("ARCHIVED")
                            ? List.of("OFFICE", "COPY_ONLY", "NOT_COMPLETED", "BEFORE_COURT")
                                    .get(random.nextInt(4))
                            : null,
                    null,
                    isReferred
                            ? List.of(new CaseLine.Asked(
                                    agencies[Math.min(5, (int) Math.abs(random.nextGaussian() * 2))],
                                    state.equals("ANSWERED") || state.equals("CLOSED")
                                            ? "ANSWERED"
                                            : random.nextInt(20) == 0 ? "RETURNED" : "IN_PROGRESS",
                                    referred,
                                    referred.plusDays(5 + random.nextInt(60))))
                            : List.of()));
        }
        var directory = Directory.read(Path.of("mappings/agencies/directory.json"));
        Report report = tally.report(
                code -> directory.find(new AgencyCode(code)).map(Agency::name).orElse(code));
        Files.createDirectories(Path.of("target/screenshots"));
        Path file = Path.of("target/screenshots/evaluasi.html");
        Files.writeString(file, ReportPage.of(report));
        assertThat(file).content().contains("23.874");
    }

    private Report report() {
        return tally.report(code -> code.toUpperCase(Locale.ROOT));
    }

    private void category(String category, int times) {
        for (int i = 0; i < times; i++) {
            tally.add(new CaseLine(DAY, "RECEIVED", "EMAIL", 1, category, null, null, null, null, List.of()));
        }
    }

    private void complete(String state, @Nullable LocalDate since, @Nullable LocalDate referred) {
        tally.add(new CaseLine(
                DAY,
                state,
                "LETTER",
                1,
                null,
                "05",
                since,
                state.equals("ARCHIVED") ? "OFFICE" : null,
                null,
                referred == null
                        ? List.of()
                        : List.of(new CaseLine.Asked("atr-bpn", "DELIVERED", referred, referred))));
    }

    private void asked(String agency, String state, int days) {
        tally.add(new CaseLine(
                DAY,
                "REFERRED",
                "LAPOR",
                2,
                null,
                null,
                null,
                null,
                null,
                List.of(new CaseLine.Asked(agency, state, DAY, DAY.plusDays(days)))));
    }
}
