package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Proves the journal of a case: every entry is there, unchanged and in its place, up to the head that the case names. It
 * needs no key, so it also proves a case whose key was destroyed.
 */
public final class JournalCheck {

    private static final String CASE_AND_JOURNAL = """
            select c.id, c.version, c.head, j.seq, j.event, j.at, j.actor, j.because, j.sealed_facts, j.previous, j.hash
            from case_file c left join journal j on j.case_id = c.id
            where c.id = ? order by j.seq""";

    private final JdbcTemplate jdbc;

    public JournalCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number of the first entry, from 1, that was changed, is missing, or is one too many; none when the journal is
     * whole.
     *
     * @throws EmptyResultDataAccessException when there is no such case
     */
    public OptionalInt firstBroken(UUID caseId) {
        ResultSetExtractor<OptionalInt> check = JournalCheck::firstBroken;
        return requireNonNull(jdbc.query(CASE_AND_JOURNAL, check, caseId));
    }

    private static OptionalInt firstBroken(ResultSet row) throws SQLException {
        byte[] previous = JournalHash.START;
        byte[] head = JournalHash.START;
        int version = 0;
        int seq = 0;
        boolean isKnown = false;
        while (row.next()) {
            isKnown = true;
            version = row.getInt("version");
            head = row.getBytes("head");
            if (row.getBytes("hash") == null) {
                break; // a case without any entry
            }
            seq++;
            if (seq > version || !isUnbroken(row, seq, previous)) {
                return OptionalInt.of(seq);
            }
            previous = row.getBytes("hash");
        }
        if (!isKnown) {
            throw new EmptyResultDataAccessException("no such case", 1);
        }
        if (seq < version) {
            return OptionalInt.of(seq + 1);
        }
        return Arrays.equals(previous, head) ? OptionalInt.empty() : OptionalInt.of(Math.max(seq, 1));
    }

    private static boolean isUnbroken(ResultSet row, int seq, byte[] previous) throws SQLException {
        byte[] hash = JournalHash.of(
                row.getObject("id", UUID.class),
                row.getInt("seq"),
                row.getString("event"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor"),
                row.getString("because"),
                row.getBytes("sealed_facts"),
                previous);
        return row.getInt("seq") == seq
                && Arrays.equals(row.getBytes("previous"), previous)
                && Arrays.equals(row.getBytes("hash"), hash);
    }
}
