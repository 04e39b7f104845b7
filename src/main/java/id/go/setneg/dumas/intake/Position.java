package id.go.setneg.dumas.intake;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * How far a feed was read: the newest change, and which record it was; records of one time are told apart by their ids.
 * As text: {@code 2026-11-24T10:00:00+07:00 12345}.
 *
 * @param id empty when the source gives none
 */
record Position(OffsetDateTime at, String id) implements Comparable<Position> {

    /** Numbers that are texts count as numbers: 9 comes before 10. */
    private static final Comparator<String> IDS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    static Position parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new Position(OffsetDateTime.parse(text), "")
                : new Position(OffsetDateTime.parse(text.substring(0, blank)), text.substring(blank + 1));
    }

    @Override
    public int compareTo(Position other) {
        int byTime = at.toInstant().compareTo(other.at.toInstant());
        return byTime != 0 ? byTime : IDS.compare(id, other.id);
    }

    /** Fits the ledger's column. */
    @Override
    public String toString() {
        return id.isEmpty() || id.length() > 100 ? at.toString() : at + " " + id;
    }
}
