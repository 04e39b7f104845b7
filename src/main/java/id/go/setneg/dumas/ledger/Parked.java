package id.go.setneg.dumas.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that could not be taken in: kept whole and sealed until they are replayed. */
public final class Parked {

    private static final String BECAUSE = "parked.sealed_because";
    private static final String WAITING =
            "select id, feed, mapping, reason, parked_at from parked where state = 'WAITING'";

    private final JdbcTemplate jdbc;
    private final MasterKeys keys;
    private final Clock clock;

    /**
     * A record that waits.
     *
     * @param feed where it came from
     * @param mapping which mapping or rule refused it
     * @param reason without personal data
     */
    public record ParkedRecord(UUID id, String feed, String mapping, String reason, OffsetDateTime parkedAt) {}

    public Parked(JdbcTemplate jdbc, MasterKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Those that wait, oldest first. */
    public List<ParkedRecord> waiting() {
        return jdbc.query(WAITING + " order by parked_at, id", Parked::row);
    }

    /** One that waits; none when it was replayed meanwhile or never existed. */
    public Optional<ParkedRecord> find(UUID id) {
        return jdbc.query(WAITING + " and id = ?", Parked::row, id).stream().findFirst();
    }

    private static ParkedRecord row(ResultSet row, int number) throws SQLException {
        return new ParkedRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class));
    }

    /** The raw bytes, whatever became of it; none when it never existed. For a person's eyes: {@link Audit} first. */
    public Optional<byte[]> content(UUID id) {
        return jdbc
                .query(
                        "select master, sealed_key, sealed_record from parked where id = ?",
                        (row, n) ->
                                keys.unwrap(row.getString(1), row.getBytes(2)).open(LedgerRows.PARKED, row.getBytes(3)),
                        id)
                .stream()
                .findFirst();
    }

    /** The raw bytes of one that waits; none when it was replayed meanwhile or never existed. */
    public Optional<byte[]> record(UUID id) {
        return jdbc
                .query(
                        "select master, sealed_key, sealed_record from parked where id = ? and state = 'WAITING'",
                        (row, n) ->
                                keys.unwrap(row.getString(1), row.getBytes(2)).open(LedgerRows.PARKED, row.getBytes(3)),
                        id)
                .stream()
                .findFirst();
    }

    /** The record was taken in after all, whatever a person said of it meanwhile. */
    public void replayed(UUID id) {
        jdbc.update("update parked set state = 'REPLAYED', settled_at = ? where id = ?", now(), id);
    }

    /** It was tried again, and refused for this reason. */
    public void refusedAgain(UUID id, String reason) {
        jdbc.update("update parked set reason = ? where id = ? and state = 'WAITING'", reason, id);
    }

    /**
     * A person decided that it is not to be taken in. It stays, sealed as it was, and so does the reason given.
     *
     * @param because in the person's words, at most 1,000 characters; may name people, so it is sealed
     * @return false when it does not wait any more
     */
    public boolean discard(UUID id, String who, String because) {
        return key(id).map(key -> key.seal(BECAUSE, because.getBytes(StandardCharsets.UTF_8)))
                .map(words -> jdbc.update(
                                "update parked set state = 'DISCARDED', settled_at = ?, settled_by = ?, sealed_because = ?"
                                        + " where id = ? and state = 'WAITING'",
                                now(),
                                who.length() > 60 ? who.substring(0, 60) : who,
                                words,
                                id)
                        == 1)
                .orElse(false);
    }

    /** Why it was discarded; none when it was not. */
    public Optional<String> discardedBecause(UUID id) {
        return jdbc
                .query(
                        "select master, sealed_key, sealed_because from parked where id = ? and state = 'DISCARDED'",
                        (row, n) ->
                                keys.unwrap(row.getString(1), row.getBytes(2)).open(BECAUSE, row.getBytes(3)),
                        id)
                .stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .findFirst();
    }

    private Optional<DataKey> key(UUID id) {
        return jdbc
                .query(
                        "select master, sealed_key from parked where id = ?",
                        (row, n) -> keys.unwrap(row.getString(1), row.getBytes(2)),
                        id)
                .stream()
                .findFirst();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** What makes a record the same when it comes again: its feed and its bytes. */
    static byte[] identity(String feed, byte[] record) {
        byte[] name = (feed + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] identity = Arrays.copyOf(name, name.length + record.length);
        System.arraycopy(record, 0, identity, name.length, record.length);
        return identity;
    }
}
