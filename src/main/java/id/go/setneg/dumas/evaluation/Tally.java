package id.go.setneg.dumas.evaluation;

import id.go.setneg.dumas.evaluation.Report.Asked;
import id.go.setneg.dumas.evaluation.Report.Count;
import id.go.setneg.dumas.evaluation.Report.OnTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts cases one by one; its size depends on how many kinds there are, not on how many cases. */
final class Tally {

    private static final int WORKING_DAYS = 14;
    private static final int MOST_KINDS = 2_000; // of what a source may name as it likes
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final String REST = "*";

    private final LocalDate from;
    private final LocalDate to;
    private final OffsetDateTime now;
    private final LocalDate today;
    private final DueDays calendar;
    private final Map<String, Long> periods = new TreeMap<>();
    private final Map<String, Long> channels = new TreeMap<>();
    private final Map<String, Long> states = new TreeMap<>();
    private final Map<String, Long> categories = new TreeMap<>();
    private final Map<String, Long> problemCodes = new TreeMap<>();
    private final Map<String, Long> grounds = new TreeMap<>();
    private final Map<String, Referrals> agencies = new TreeMap<>();
    private long cases;
    private long submissions;
    private long inTime;
    private long late;
    private long overdue;
    private long running;
    private long unknown;

    private static final class Referrals {
        private long all;
        private long returned;
        private final Days answered = new Days();
        private final Days open = new Days();
    }

    Tally(LocalDate from, LocalDate to, OffsetDateTime now, DueDays calendar) {
        this.from = from;
        this.to = to;
        this.now = now;
        this.today = now.atZoneSameInstant(WIB).toLocalDate();
        this.calendar = calendar;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            periods.putIfAbsent(period(day), 0L);
        }
    }

    void add(CaseLine line) {
        cases++;
        submissions += line.submissions();
        count(periods, period(line.openedOn()));
        count(channels, line.channel());
        count(states, line.state());
        count(categories, line.category() == null ? "-" : Labels.plain(line.category()));
        count(problemCodes, line.problemCode() == null ? "-" : line.problemCode());
        if (line.archivedFor() != null) {
            count(grounds, line.archivedFor());
        }
        time(line);
        line.asked().forEach(this::add);
    }

    private void add(CaseLine.Asked asked) {
        Referrals of = agencies.computeIfAbsent(asked.agency(), code -> new Referrals());
        of.all++;
        switch (asked.state()) {
            case "RETURNED" -> of.returned++;
            case "ANSWERED" -> of.answered.add(ChronoUnit.DAYS.between(asked.issuedOn(), asked.changedOn()));
            default -> of.open.add(ChronoUnit.DAYS.between(asked.issuedOn(), today));
        }
    }

    private void time(CaseLine line) {
        Optional<LocalDate> issued = line.followedUpOn();
        boolean mustBeReferred = issued.isPresent() || Labels.isOpen(line.state());
        if (line.completeSince() == null || !mustBeReferred) {
            return;
        }
        Optional<LocalDate> due = calendar.after(line.completeSince(), WORKING_DAYS);
        if (due.isEmpty()) {
            unknown++;
        } else if (issued.isPresent()) {
            boolean isInTime = !issued.get().isAfter(due.get());
            inTime += isInTime ? 1 : 0;
            late += isInTime ? 0 : 1;
        } else if (today.isAfter(due.get())) {
            overdue++;
        } else {
            running++;
        }
    }

    private String period(LocalDate day) {
        boolean isShort = ChronoUnit.DAYS.between(from, to) < 100;
        return isShort
                ? day.minusDays(day.getDayOfWeek().getValue() - 1).toString()
                : day.toString().substring(0, 7);
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(counts.size() < MOST_KINDS || counts.containsKey(key) ? key : REST, 1L, Long::sum);
    }

    Report report(UnaryOperator<String> agencyName) {
        long decided = inTime + late + overdue;
        return new Report(
                from,
                to,
                now,
                cases,
                submissions,
                periods.entrySet().stream()
                        .map(one -> new Count(one.getKey(), Labels.period(one.getKey()), one.getValue()))
                        .toList(),
                sorted(channels, Labels::channel),
                Labels.inOrder(states),
                withoutRare(sorted(categories, Labels::category)),
                withoutRare(sorted(problemCodes, Labels::problemCode)),
                withoutRare(sorted(grounds, Labels::ground)),
                new OnTime(WORKING_DAYS, inTime, late, overdue, running, unknown, rate(inTime, decided)),
                agencies.entrySet().stream()
                        .map(one -> asked(one.getKey(), agencyName.apply(one.getKey()), one.getValue()))
                        .sorted(Comparator.comparingLong(Asked::referrals)
                                .reversed()
                                .thenComparing(Asked::name))
                        .toList());
    }

    private static Asked asked(String code, String name, Referrals of) {
        return new Asked(
                code,
                name,
                of.all,
                of.answered.total(),
                of.returned,
                of.open.total(),
                rate(of.answered.total(), of.all - of.returned),
                of.answered.median(),
                of.open.median(),
                of.open.largest());
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static List<Count> sorted(Map<String, Long> counts, UnaryOperator<String> label) {
        return counts.entrySet().stream()
                .map(one -> new Count(one.getKey(), label.apply(one.getKey()), one.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::key))
                .toList();
    }

    /** Rare ones together, and with them the next rarest as long as what is together is rare itself. */
    private static List<Count> withoutRare(List<Count> sorted) {
        int kept = sorted.size();
        long together = 0;
        while (kept > 0
                && (sorted.get(kept - 1).count() < Report.FEWEST || (together > 0 && together < Report.FEWEST))) {
            kept--;
            together += sorted.get(kept).count();
        }
        List<Count> shown = new ArrayList<>(sorted.subList(0, kept));
        if (together > 0) {
            shown.add(new Count(REST, Labels.REST, together));
        }
        return shown;
    }
}
