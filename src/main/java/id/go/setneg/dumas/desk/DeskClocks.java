package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseEvent.DeadlineMoved.Move;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.deadline.CalendarDay;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.deadline.WorkCalendar;
import id.go.setneg.dumas.ledger.DeadlineRules;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clocks by the calendar in force and the tables. */
final class DeskClocks implements Supplier<DeadlineRules> {

    /** A decree counts within the term that it moves; the longest has 60 working days. */
    private static final int LONGEST = 150;

    private static final int MOST_TEXT = 300;

    private final Calendar calendar;
    private final TermTables tables;
    private volatile Snapshot snapshot;

    DeskClocks(Calendar calendar, TermTables tables) {
        this.calendar = calendar;
        this.tables = tables;
        this.snapshot = new Snapshot(calendar.present(), tables.version());
    }

    @Override
    public DeadlineRules get() {
        WorkCalendar present = calendar.present();
        String version = tables.version();
        if (snapshot.by != present || !snapshot.tablesVersion.equals(version)) {
            snapshot = new Snapshot(present, version);
        }
        return snapshot;
    }

    private final class Snapshot implements DeadlineRules {

        private final WorkCalendar by;
        private final String tablesVersion;
        private final Clocks clocks;

        Snapshot(WorkCalendar by, String tablesVersion) {
            this.by = by;
            this.tablesVersion = tablesVersion;
            this.clocks = tables.clocks(by);
        }

        @Override
        public List<Deadline> of(CaseTimeline timeline, OffsetDateTime now) {
            return clocks.of(timeline, now);
        }

        @Override
        public String version(OffsetDateTime now) {
            return by.versionOn(day(now)) + "+" + tablesVersion;
        }

        @Override
        public String instrument(String formerVersion, List<Move> moves, OffsetDateTime now) {
            LocalDate first =
                    days(moves).min(LocalDate::compareTo).orElseThrow().minusDays(LONGEST);
            LocalDate last = days(moves).max(LocalDate::compareTo).orElseThrow();
            Set<String> reasons = new TreeSet<>(tables.changedSince(
                    formerVersion.substring(formerVersion.indexOf('+') + 1),
                    moves.getFirst().clock(),
                    moves.getFirst().to()));
            boolean isSameCalendar = formerVersion.startsWith(by.versionOn(day(now)) + "+");
            reasons.addAll(isSameCalendar ? Set.of() : decrees(formerVersion, first, last, day(now)));
            String text = reasons.isEmpty()
                    ? tables.term(moves.getFirst().clock(), day(now)).because()
                    : String.join(", ", reasons);
            return text.substring(0, Math.min(text.length(), MOST_TEXT));
        }

        private Set<String> decrees(String formerVersion, LocalDate first, LocalDate last, LocalDate today) {
            String former = formerVersion.split("\\.", 2)[0];
            if (former.equals(by.version())) {
                return newlyKnown(first, last, today);
            }
            return calendar.former(former)
                    .map(before -> by.newSince(before, first, last))
                    .orElse(Set.of());
        }

        /** The same file: a day counts that could not be counted on before. */
        private Set<String> newlyKnown(LocalDate first, LocalDate last, LocalDate today) {
            return by.days().stream()
                    .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                    .filter(day -> !Objects.requireNonNullElse(day.knownFrom(), day.date())
                            .isAfter(today))
                    .filter(day -> day.knownFrom() == null || day.knownFrom().isAfter(today.minusDays(LONGEST)))
                    .map(CalendarDay::instrument)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<LocalDate> days(List<Move> moves) {
        return moves.stream().flatMap(move -> Stream.of(move.from(), move.to()));
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Clocks.WIB).toLocalDate();
    }
}
