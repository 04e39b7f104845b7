package id.go.setneg.dumas.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases that may be about one matter, and mass letters, for people; numbers and codes only. */
public final class MatchList {

    private final JdbcTemplate jdbc;

    /** What became of a proposal. */
    public enum State {
        OPEN,
        CONFIRMED,
        DISMISSED
    }

    /**
     * A proposal.
     *
     * @param one the older case
     * @param score 0 to 100
     * @param reasons what speaks for it, the strongest first: names of {@link id.go.setneg.dumas.complaint.Match.Reason}
     * @param because the row of the table that says so
     */
    public record Row(
            UUID id,
            String one,
            String two,
            int score,
            List<String> reasons,
            String because,
            State state,
            OffsetDateTime proposedAt,
            @Nullable String decidedBy,
            @Nullable OffsetDateTime decidedAt) {}

    /**
     * One text from many people.
     *
     * @param cases how many of their cases
     * @param first the number of the first of these
     */
    public record MassLetter(UUID id, long cases, String first, OffsetDateTime firstAt, OffsetDateTime lastAt) {}

    MatchList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of proposals, the oldest first. */
    public List<Row> page(State state, @Nullable UUID after, int most) {
        return jdbc.query(
                "select p.id, a.number, b.number, p.score, p.reasons, p.because, p.proposed_at, p.decided_by,"
                        + " p.decided_at from match_proposal p join case_file a on a.id = p.case_a"
                        + " join case_file b on b.id = p.case_b where p.state = ? and p.id > ? order by p.id limit ?",
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        List.of(row.getString(5).split(" ", -1)),
                        row.getString(6),
                        state,
                        row.getObject(7, OffsetDateTime.class),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class)),
                state.name(),
                after == null ? new UUID(0, 0) : after,
                most);
    }

    /** Mass letters, the newest first. */
    public List<MassLetter> massLetters(int most) {
        return jdbc.query(
                "select m.mass_letter, count(*), min(c.number), min(m.joined_at), max(m.joined_at)"
                        + " from mass_letter_case m join case_file c on c.id = m.case_id group by m.mass_letter"
                        + " order by 5 desc limit ?",
                (row, n) -> new MassLetter(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getObject(5, OffsetDateTime.class)),
                most);
    }
}
