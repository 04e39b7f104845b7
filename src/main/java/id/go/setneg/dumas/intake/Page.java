package id.go.setneg.dumas.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a walk needs to know of a page: which records at what times, and what the source says about the next page. */
record Page(List<Entry> entries, Next next) {

    /**
     * One record.
     *
     * @param at when it changed, null when it does not say
     * @param id empty when it has none
     * @param key tells this state of this record from every other
     */
    record Entry(@Nullable OffsetDateTime at, String id, long key) {

        Optional<Position> position() {
            return Optional.ofNullable(at).map(time -> new Position(time, id));
        }
    }

    /** What an answer says about the page after it. */
    sealed interface Next {

        /** There is none. */
        record None() implements Next {}

        /**
         * There is one.
         *
         * @param number its number; 0 when it is not said
         */
        record Numbered(int number) implements Next {}

        /**
         * There is one, to be asked for with a query of the source's own making.
         *
         * @param query as it stands in the address, encoded
         */
        record Cursor(String query) implements Next {}
    }

    /** The newest change on it. */
    Optional<Position> newest() {
        return entries.stream().map(Entry::position).flatMap(Optional::stream).max(Position::compareTo);
    }

    /** Whether its records are in the order of change, none before a time. */
    boolean ascendsFrom(OffsetDateTime lowest) {
        OffsetDateTime before = lowest;
        for (Entry entry : entries) {
            if (entry.at() == null || entry.at().isBefore(before)) {
                return false;
            }
            before = entry.at();
        }
        return true;
    }

    /** Equal for pages that say the same. */
    int content() {
        return entries.stream().map(Entry::key).toList().hashCode();
    }
}
