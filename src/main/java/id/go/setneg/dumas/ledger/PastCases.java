package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases as they stand, for who tries something on them: a page is one read-only transaction that locks nothing. */
public final class PastCases {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final CaseKeys caseKeys;

    /** A case and its records, the newest version of each, oldest first. */
    public record Past(UUID id, String number, CaseFile file, List<Kept> records) {}

    /**
     * A record that is on a case.
     *
     * @param raw the bytes as they came
     * @param mapping with which it was understood, absent in records of before it was kept
     * @param zone of its times without offset
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Kept(
            String feed,
            Complaint complaint,
            byte[] raw,
            @Nullable String mapping,
            @Nullable String zone) {

        @Override
        public String toString() {
            return "Kept[" + feed + "]";
        }
    }

    private record Head(UUID id, String number) {}

    /**
     * Reads beside all others.
     *
     * @param reading a template of its own: it is made read-only
     */
    PastCases(JdbcTemplate jdbc, TransactionTemplate reading, CaseKeys caseKeys) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.caseKeys = caseKeys;
        reading.setReadOnly(true);
    }

    /**
     * Cases that changed since, in the order of their ids; those whose key was destroyed are left out.
     *
     * @param after the last case of the page before, null at the beginning
     */
    public Page page(OffsetDateTime since, @Nullable UUID after, int most) {
        return reading.execute(status -> read(since, after == null ? FIRST : after, most));
    }

    /** Some cases; {@code last} is the last one looked at, none at the end. */
    public record Page(List<Past> cases, Optional<UUID> last) {}

    private Page read(OffsetDateTime since, UUID after, int most) {
        List<Head> heads = jdbc.query(
                "select id, number from case_file where changed_at >= ? and id > ? order by id limit ?",
                (row, n) -> new Head(row.getObject(1, UUID.class), row.getString(2)),
                since,
                after,
                most);
        if (heads.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        Map<UUID, DataKey> keys = caseKeys.of(heads.stream().map(Head::id).toList());
        Map<UUID, LedgerQueries.Life> lives = new LedgerQueries(jdbc).lives(keys.keySet(), keys);
        Map<UUID, List<Kept>> records = records(keys);
        List<Past> cases = heads.stream()
                .filter(head -> lives.containsKey(head.id()))
                .map(head -> new Past(
                        head.id(),
                        head.number(),
                        lives.getOrDefault(head.id(), new LedgerQueries.Life()).file(),
                        records.getOrDefault(head.id(), List.of())))
                .toList();
        return new Page(cases, Optional.of(heads.getLast().id()));
    }

    private Map<UUID, List<Kept>> records(Map<UUID, DataKey> keys) {
        Map<UUID, List<Kept>> records = new HashMap<>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select s.case_id, s.feed, s.sealed_complaint, s.sealed_record, s.mapping, s.zone"
                                    + " from submission s where s.case_id = any (?) and not exists (select 1 from"
                                    + " submission newer where newer.reference_key = s.reference_key and newer.version >"
                                    + " s.version) order by s.stored_at, s.id");
                    statement.setArray(
                            1, connection.createArrayOf("uuid", keys.keySet().toArray()));
                    return statement;
                },
                row -> {
                    UUID caseId = row.getObject(1, UUID.class);
                    DataKey key = keys.get(caseId);
                    if (key != null) {
                        records.computeIfAbsent(caseId, id -> new ArrayList<>()).add(record(row, key));
                    }
                });
        return records;
    }

    private static Kept record(ResultSet row, DataKey key) throws SQLException {
        return new Kept(
                row.getString(2),
                Json.read(key.open(LedgerRows.COMPLAINT, row.getBytes(3)), Complaint.class),
                key.open(LedgerRows.RECORD, row.getBytes(4)),
                row.getString(5),
                row.getString(6));
    }
}
