package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a unit of work reads: one query a table, however many records it works on. */
final class LedgerQueries {

    private final JdbcTemplate jdbc;
    final MatchQueries matters = new MatchQueries(this);

    /** One version of a record. */
    record KnownVersion(
            UUID caseId,
            byte[] reference,
            int version,
            byte[] content,
            @Nullable OffsetDateTime changedAt,
            boolean isDeleted) {}

    record CaseRow(
            UUID id,
            CaseNumber number,
            int version,
            byte[] head,
            @Nullable UUID mergedInto,
            @Nullable String clockedBy) {}

    /** What a journal tells. */
    record Life(CaseFile file, CaseTimeline timeline) {
        Life() {
            this(new CaseFile(), new CaseTimeline());
        }

        void apply(Fact fact) {
            file.apply(fact.event());
            timeline.apply(fact.event(), fact.at());
        }
    }

    record Fact(UUID caseId, CaseEvent event, OffsetDateTime at) {}

    LedgerQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version of these records, oldest first. */
    List<KnownVersion> versions(Collection<byte[]> references) {
        return query(
                "select case_id, reference_key, version, version_key, changed_at, deleted_at from submission"
                        + " where reference_key = any (?) order by version",
                "bytea",
                references,
                (row, n) -> new KnownVersion(
                        uuid(row, 1),
                        row.getBytes(2),
                        row.getInt(3),
                        row.getBytes(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getObject(6) != null));
    }

    /** The cases behind names. */
    Map<ByteBuffer, UUID> casesNamed(Collection<byte[]> names) {
        Map<ByteBuffer, UUID> cases = new HashMap<>();
        query(
                        "select name_key, case_id from case_name where name_key = any (?)",
                        "bytea",
                        names,
                        (row, n) -> Map.entry(ByteBuffer.wrap(row.getBytes(1)), uuid(row, 2)))
                .forEach(named -> cases.put(named.getKey(), named.getValue()));
        return cases;
    }

    /** The cases of messages of ours. */
    Map<UUID, UUID> casesOfDeliveries(Collection<UUID> deliveries) {
        return query(
                        "select id, case_id from delivery where id = any (?) and case_id is not null",
                        "uuid",
                        deliveries,
                        (row, n) -> Map.entry(uuid(row, 1), uuid(row, 2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<CaseNumber, UUID> casesNumbered(Set<CaseNumber> numbers) {
        return query(
                        "select number, id from case_file where number = any (?)",
                        "varchar",
                        numbers.stream().map(CaseNumber::toString).toList(),
                        (row, n) -> Map.entry(CaseNumber.parse(row.getString(1)), uuid(row, 2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<UUID, UUID> casesOfReferrals(Collection<UUID> referrals) {
        return query(
                        "select id, case_id from referral where id = any (?)",
                        "uuid",
                        referrals,
                        (row, n) -> Map.entry(uuid(row, 1), uuid(row, 2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<CaseNumber> number(UUID caseId) {
        return query(
                        "select number from case_file where id = any (?)",
                        "uuid",
                        List.of(caseId),
                        (row, n) -> CaseNumber.parse(row.getString(1)))
                .stream()
                .findFirst();
    }

    List<CaseRow> lockCases(Collection<UUID> ids) {
        return query(
                "select id, number, version, head, merged_into, clocked_by from case_file where id = any (?) order by id for update",
                "uuid",
                ids,
                (row, n) -> new CaseRow(
                        uuid(row, 1),
                        CaseNumber.parse(row.getString(2)),
                        row.getInt(3),
                        row.getBytes(4),
                        uuid(row, 5),
                        row.getString(6)));
    }

    Map<UUID, Life> lives(Collection<UUID> cases, Map<UUID, DataKey> keys) {
        Map<UUID, Life> lives = new HashMap<>();
        query(
                        "select case_id, event, sealed_facts, at from journal where case_id = any (?) order by case_id, seq",
                        "uuid",
                        cases,
                        (row, n) -> new Fact(
                                uuid(row, 1),
                                event(keys.get(uuid(row, 1)), row.getString(2), row.getBytes(3)),
                                row.getObject(4, OffsetDateTime.class)))
                .forEach(fact ->
                        lives.computeIfAbsent(fact.caseId(), id -> new Life()).apply(fact));
        return lives;
    }

    /** The deadlines of cases as they are stored; an empty list where a case has none. */
    Map<UUID, List<Deadline>> deadlines(Collection<UUID> cases) {
        Map<UUID, List<Deadline>> deadlines = new HashMap<>();
        cases.forEach(each -> deadlines.put(each, new ArrayList<>()));
        query(
                        "select case_id, clock, subject, owner, started_at, due, state, ended_at, provisional, reminded"
                                + " from deadline where case_id = any (?)",
                        "uuid",
                        cases,
                        (row, n) -> Map.entry(uuid(row, 1), deadline(row)))
                .forEach(found -> requireNonNull(deadlines.get(found.getKey())).add(found.getValue()));
        return deadlines;
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        UUID subject = uuid(row, 3);
        return new Deadline(
                Deadline.Kind.valueOf(row.getString(2)),
                subject.equals(uuid(row, 1)) ? null : subject,
                Deadline.Owner.valueOf(row.getString(4)),
                row.getObject(5, OffsetDateTime.class),
                row.getObject(6, LocalDate.class),
                Deadline.State.valueOf(row.getString(7)),
                row.getObject(8, OffsetDateTime.class),
                row.getBoolean(9),
                row.getString(10));
    }

    /** The journal of one case, oldest first. */
    List<History.Entry> entries(UUID caseId, DataKey key) {
        return jdbc.query(
                "select at, event, sealed_facts from journal where case_id = ? order by seq",
                (row, n) -> new History.Entry(
                        row.getObject(1, OffsetDateTime.class), event(key, row.getString(2), row.getBytes(3))),
                caseId);
    }

    /** The hash of the last entry of a journal. */
    byte[] head(UUID caseId) {
        return requireNonNull(jdbc.queryForObject("select head from case_file where id = ?", byte[].class, caseId));
    }

    /** What the submissions of cases say, oldest first; those of a case whose key was destroyed are left out. */
    List<StoredSubmission> submissions(Collection<UUID> cases, Map<UUID, DataKey> keys) {
        return query(
                "select case_id, id, sealed_complaint from submission where case_id = any (?)"
                        + " order by stored_at, id",
                "uuid",
                cases.stream().filter(keys::containsKey).toList(),
                (row, n) -> new StoredSubmission(
                        uuid(row, 2),
                        Json.read(
                                requireNonNull(keys.get(uuid(row, 1))).open(LedgerRows.COMPLAINT, row.getBytes(3)),
                                Complaint.class)));
    }

    /** The first of so many case numbers, which no other unit of work gets; held back until this one has ended. */
    int reserveNumbers(int year, int count) {
        if (jdbc.update("update case_counter set latest = latest + ? where opened_in = ?", count, year) == 0) {
            jdbc.update("insert into case_counter (opened_in, latest) values (?, ?)", year, count);
        }
        Integer latest =
                jdbc.queryForObject("select latest from case_counter where opened_in = ?", Integer.class, year);
        return requireNonNull(latest) - count + 1;
    }

    boolean isKnown(AgencyCode agency, byte[] update) {
        return exists("select count(*) from status_update where agency = ? and update_key = ?", agency.value(), update);
    }

    boolean isFiled(byte[] message) {
        return exists("select count(*) from correspondence where message_key = ?", message);
    }

    boolean isAcknowledged(byte[] sender, LocalDate day) {
        return exists("select count(*) from acknowledgement where sender_key = ? and sent_on = ?", sender, day);
    }

    /** Whether a sender is to be told something since before a time, on a case that can be read. */
    boolean isWaiting(byte[] sender, OffsetDateTime before) {
        return exists(
                "select count(*) from postponed_notice n join case_key k on k.case_id = n.case_id"
                        + " where n.sender_key = ? and n.since < ?",
                sender,
                before);
    }

    /** The senders that are to be told something on a case. */
    Set<ByteBuffer> waitingFor(UUID caseId) {
        return new HashSet<>(jdbc.query(
                "select sender_key from postponed_notice where case_id = ?",
                (row, n) -> ByteBuffer.wrap(row.getBytes(1)),
                caseId));
    }

    boolean exists(String sql, Object... arguments) {
        Integer count = jdbc.queryForObject(sql, Integer.class, arguments);
        return count != null && count > 0;
    }

    <T> List<T> query(String sql, String type, Collection<?> values, RowMapper<T> mapper) {
        if (values.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                (Connection connection) -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    Object[] array = type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
                    statement.setArray(1, connection.createArrayOf(type, array)); // PostgreSQL: no bytes in Object[]
                    return statement;
                },
                mapper);
    }

    static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static CaseEvent event(@Nullable DataKey key, String name, byte[] sealedFacts) {
        return Json.event(
                name, requireNonNull(key, "the key of a case was destroyed").open(LedgerRows.FACTS, sealedFacts));
    }
}
