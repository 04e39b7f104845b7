package id.go.setneg.dumas.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = Calendars.real();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final WorkingDays NOW = CALENDAR.asKnownOn(TODAY);

    /** Read from the file again, by other means: what the properties compare with. */
    private static final Set<LocalDate> OFF = Calendars.lines().stream()
            .skip(1)
            .map(line -> LocalDate.parse(line.substring(0, 10)))
            .collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,3,2026-11-26",
        "2026-11-23,14,2026-12-11",
        "2026-12-11,14,2027-01-06",
        "2026-12-23,3,2026-12-30",
        "2026-12-23,14,2027-01-18",
        "2027-02-26,14,2027-03-30",
        "2027-03-05,3,2027-03-18",
        "2027-03-05,14,2027-04-06"
    })
    void soManyWorkingDaysLater(LocalDate start, int days, LocalDate due) {
        assertThat(NOW.plus(start, days)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2025-08-04,2025-08-22", "2025-08-06,2025-08-22", "2025-08-07,2025-08-25", "2026-11-24,2025-08-25"})
    void aDecreeCountsFromTheDayOfItsSigning(LocalDate knownOn, LocalDate due) {
        assertThat(CALENDAR.asKnownOn(knownOn).plus(LocalDate.parse("2025-08-04"), 14))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2024,238", "2025,237", "2026,240", "2027,242"})
    void aYearHasSoManyWorkingDays(int year, int count) {
        assertThat(NOW.between(
                        LocalDate.of(year - 1, 12, 31).plusDays(year == 2024 ? 1 : 0), LocalDate.of(year, 12, 31)))
                .isEqualTo(count);
    }

    @Test
    void aStartOnANonWorkingDayIsOneOnTheNextWorkingDay() {
        LocalDate saturday = LocalDate.parse("2026-11-28");
        assertThat(NOW.from(saturday)).isEqualTo("2026-11-30");
        assertThat(NOW.plus(saturday, 0)).isEqualTo("2026-11-30");
        assertThat(NOW.plus(saturday, 1)).isEqualTo("2026-12-01");
    }

    @Test
    void whatWasSignedOnAnUnknownDayCountsFromTheDayItself() {
        LocalDate election = LocalDate.parse("2024-02-14");
        assertThat(CALENDAR.asKnownOn(election.minusDays(1)).isWorkingDay(election))
                .isTrue();
        assertThat(CALENDAR.asKnownOn(election).isWorkingDay(election)).isFalse();
    }

    @Test
    void aLaterDecreeMayTakeADayBack() {
        WorkCalendar later = Calendars.with("2026-12-24,DICABUT,Natal,SKB 99 Tahun 2026,2026-12-01");
        LocalDate day = LocalDate.parse("2026-12-24");

        assertThat(later.asKnownOn(LocalDate.parse("2026-11-30")).isWorkingDay(day))
                .isFalse();
        assertThat(later.asKnownOn(LocalDate.parse("2026-12-01")).isWorkingDay(day))
                .isTrue();
        assertThat(later.lost(CALENDAR)).isEmpty();
        assertThat(later.newSince(CALENDAR, day, day)).containsExactly("SKB 99 Tahun 2026");
        assertThat(later.newSince(CALENDAR, day.plusDays(1), day.plusDays(9))).isEmpty();
        assertThat(later.newSince(CALENDAR, day.minusDays(9), day.minusDays(1))).isEmpty();
        assertThat(CALENDAR.lost(later)).singleElement().asString().contains("2026-12-24", "SKB 99 Tahun 2026");
    }

    @Test
    void aYearWhoseDecreeIsNotThereFailsLoudly() {
        assertThatExceptionOfType(YearNotLoaded.class)
                .isThrownBy(() -> NOW.plus(LocalDate.parse("2027-12-20"), 14))
                .satisfies(missing -> assertThat(missing.year()).isEqualTo(2028));
        assertThatExceptionOfType(YearNotLoaded.class)
                .isThrownBy(
                        () -> CALENDAR.asKnownOn(LocalDate.parse("2026-09-14")).from(LocalDate.parse("2027-01-04")))
                .withMessageContaining("2027");
        assertThat(CALENDAR.asKnownOn(LocalDate.parse("2026-09-15")).from(LocalDate.parse("2027-01-04")))
                .isEqualTo("2027-01-04");
        assertThatExceptionOfType(YearNotLoaded.class)
                .isThrownBy(
                        () -> CALENDAR.asKnownOn(LocalDate.parse("2020-01-01")).isWorkingDay(TODAY));
        assertThatThrownBy(() -> NOW.plus(TODAY, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoGuessesCountsWeekendsOnly() {
        assertThat(NOW.guessing().plus(LocalDate.parse("2027-12-30"), 3)).isEqualTo("2028-01-04");
    }

    @Test
    void theVersionChangesWhenADecreeComesIntoKnowledge() {
        assertThat(CALENDAR.versionOn(LocalDate.parse("2025-08-06")))
                .isNotEqualTo(CALENDAR.versionOn(LocalDate.parse("2025-08-07")))
                .startsWith(CALENDAR.version());
    }

    @Test
    void aFileSaysAllThatIsWrongWithItAtOnce() {
        List<String> lines = List.of(
                "date,kind,name,instrument,known_from",
                "2028-13-01,LIBUR_NASIONAL,Satu,SKB 1,2027-01-01",
                "2028-01-01,LIBUR,Dua,SKB 1,2027-01-01",
                "2028-01-02,LIBUR_NASIONAL,Tiga,,2028-02-01",
                "2028-01-03,LIBUR_NASIONAL,Empat",
                "",
                "2028-01-04,CUTI_BERSAMA,\"Lima, \"\"enam\"\"\",SKB 1,",
                "2028-01-04,CUTI_BERSAMA,Tujuh,SKB 1,");

        assertThatThrownBy(() -> CalendarFile.read(lines, "x"))
                .isInstanceOf(CalendarBroken.class)
                .hasMessageContainingAll(
                        "2: date",
                        "3: kind",
                        "4: instrument",
                        "4: known_from",
                        "5: has 3",
                        "4: the year 2028 has only",
                        "8: SKB 1 names");
        assertThatThrownBy(() -> CalendarFile.read(List.of("tanggal;jenis"), "x"))
                .hasMessage("1: the heading must be date,kind,name,instrument,known_from");
        assertThatThrownBy(() -> CalendarFile.read(List.of(), "x")).isInstanceOf(CalendarBroken.class);
    }

    @Test
    void aQuotedNameMayHoldACommaAndQuotes() {
        assertThat(CALENDAR.days()).anyMatch(day -> day.name().equals("Proklamasi (SKB 933/1/3 2025, 7 Aug 2025)"));
        assertThat(Calendars.with("2026-12-28,CUTI_BERSAMA,\"Lima \"\"enam\"\"\",SKB 1,")
                        .days()
                        .getLast()
                        .name())
                .isEqualTo("Lima \"enam\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-11,2026-12-11,0",
        "2026-12-11,2026-12-13,0",
        "2026-12-11,2026-12-14,1",
        "2026-12-23,2026-12-30,3",
        "2026-12-11,2026-12-09,-2",
        "2025-08-15,2025-08-19,1"
    })
    void aDueDayHasPassedBySoManyWorkingDays(LocalDate due, LocalDate on, int late) {
        assertThat(CALENDAR.late(due, on)).isEqualTo(late);
    }

    @Test
    void howLateItIsInAYearWithoutDecreeIsGuessed() {
        assertThat(CALENDAR.late(LocalDate.parse("2027-12-30"), LocalDate.parse("2028-01-04")))
                .isEqualTo(3);
        assertThat(CALENDAR.roughly(LocalDate.parse("2027-12-30"), 3)).isEqualTo("2028-01-04");
        assertThat(CALENDAR.roughly(LocalDate.parse("2026-11-23"), 14)).isEqualTo("2026-12-11");
    }

    @Test
    void ofSeveralDecreesOnOneDayTheOneKnownLastCountsWhereverItStandsInTheFile() {
        List<String> lines = new ArrayList<>(Calendars.lines());
        lines.add(1, "2026-12-24,DICABUT,Natal,SKB 99 Tahun 2026,2026-12-01");
        LocalDate day = LocalDate.parse("2026-12-24");
        WorkCalendar later = CalendarFile.read(lines, "later");

        assertThat(later.asKnownOn(LocalDate.parse("2026-11-30")).isWorkingDay(day))
                .isFalse();
        assertThat(later.asKnownOn(LocalDate.parse("2026-12-01")).isWorkingDay(day))
                .isTrue();
    }

    @Test
    void aYearIsLoadedOnceTenOfItsDaysAreKnown() {
        WorkCalendar calendar = CalendarFile.read(year("2029-06-01"), "ten");
        LocalDate day = LocalDate.parse("2030-03-04");

        assertThat(calendar.version()).isEqualTo("ten");
        assertThat(calendar.asKnownOn(LocalDate.parse("2029-06-01")).isWorkingDay(day))
                .isTrue();
        assertThatExceptionOfType(YearNotLoaded.class)
                .isThrownBy(
                        () -> calendar.asKnownOn(LocalDate.parse("2029-05-31")).isWorkingDay(day));
        assertThatThrownBy(() -> CalendarFile.read(year("2029-06-01").subList(0, 10), "nine"))
                .isInstanceOfSatisfying(
                        CalendarBroken.class,
                        broken -> assertThat(broken.problems())
                                .containsExactly("2: the year 2030 has only 9 days, a decree fixes a whole year"));
    }

    /** Ten days, the last of them known from a day of its own. */
    private static List<String> year(String lastKnownFrom) {
        List<String> lines = new ArrayList<>(List.of("date,kind,name,instrument,known_from"));
        for (int day = 1; day <= 9; day++) {
            lines.add("2030-01-0" + day + ",LIBUR_NASIONAL,Libur,SKB 1,2029-01-01");
        }
        lines.add("2030-01-10,CUTI_BERSAMA,Cuti,SKB 2," + lastKnownFrom);
        return lines;
    }

    @Test
    void aFileMayBeginWithAByteOrderMarkAndEndALineWithAQuote() {
        List<String> lines = year("\"2029-06-01\"");
        lines.set(0, "\uFEFF" + lines.getFirst());
        assertThat(CalendarFile.read(lines, "x").days().getLast())
                .isEqualTo(new CalendarDay(
                        LocalDate.parse("2030-01-10"),
                        CalendarDay.Kind.CUTI_BERSAMA,
                        "Cuti",
                        "SKB 2",
                        LocalDate.parse("2029-06-01")));
    }

    @Test
    void whatOneFileTookAwayIsNamedAndWhatItCorrectedIsNot() {
        List<String> lines = new ArrayList<>(Calendars.lines());
        String election = lines.stream()
                .filter(line -> line.startsWith("2024-02-14"))
                .findFirst()
                .orElseThrow();
        lines.remove(election);
        assertThat(CalendarFile.read(lines, "less").lost(CALENDAR))
                .singleElement()
                .asString()
                .startsWith("1: 2024-02-14 of ");

        lines.add("2024-02-14,LIBUR_NASIONAL_KEPPRES,Pemilu,Keppres 10 Tahun 2024,2024-02-12");
        WorkCalendar dated = CalendarFile.read(lines, "dated");
        assertThat(dated.lost(CALENDAR)).as("its day of signing was found").isEmpty();
        assertThat(dated.newSince(CALENDAR, LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")))
                .containsExactly("Keppres 10 Tahun 2024");
    }

    @Property
    void addingIsWhatOneFindsByHand(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 60) int days) {
        LocalDate first = start;
        while (!worksByHand(first)) {
            first = first.plusDays(1);
        }
        LocalDate begin = first;
        LocalDate due = days == 0
                ? begin
                : IntStream.iterate(1, i -> i + 1)
                        .mapToObj(begin::plusDays)
                        .filter(WorkCalendarTest::worksByHand)
                        .skip(days - 1L)
                        .findFirst()
                        .orElseThrow();

        assertThat(NOW.plus(start, days)).isEqualTo(due);
    }

    @Property
    void countingUndoesAdding(@ForAll("days") LocalDate start, @ForAll @IntRange(max = 60) int days) {
        assertThat(NOW.between(NOW.from(start), NOW.plus(start, days))).isEqualTo(days);
    }

    @Property
    void countingIsWhatOneFindsByHand(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        int count = (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(WorkCalendarTest::worksByHand)
                .count();

        assertThat(NOW.between(first, last)).isEqualTo(count);
        assertThat(NOW.between(last, first)).isEqualTo(-count);
    }

    @Property
    void knowingMoreNeverMakesATermShorter(
            @ForAll("days") LocalDate start, @ForAll("known") LocalDate known, @ForAll @IntRange(max = 60) int days) {
        WorkingDays then = CALENDAR.asKnownOn(known).guessing();

        assertThat(NOW.plus(start, days)).isAfterOrEqualTo(then.plus(start, days));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return between("2024-01-01", "2027-08-31");
    }

    @Provide
    Arbitrary<LocalDate> known() {
        return between("2023-01-01", "2026-11-24");
    }

    private static Arbitrary<LocalDate> between(String first, String last) {
        return Arbitraries.longs()
                .between(
                        LocalDate.parse(first).toEpochDay(),
                        LocalDate.parse(last).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static boolean worksByHand(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !OFF.contains(day);
    }
}
