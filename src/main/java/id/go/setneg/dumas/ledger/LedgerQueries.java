package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What a unit of work reads: one query a table, however many records it works on. */
final class LedgerQueries {

    private final JdbcTemplate jdbc;

    record KnownSubmission(UUID caseId, byte[] reference, byte[] version) {}

    record CaseRow(UUID id, CaseNumber number, int version, byte[] head) {}

    LedgerQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<KnownSubmission> submissions(Collection<byte[]> references) {
        return query(
                "select case_id, reference_key, version_key from submission where reference_key = any (?)",
                "bytea",
                references,
                (row, n) -> new KnownSubmission(uuid(row, 1), row.getBytes(2), row.getBytes(3)));
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

    List<CaseRow> lockCases(Collection<UUID> ids) {
        return query(
                "select id, number, version, head from case_file where id = any (?) order by id for update",
                "uuid",
                ids,
                (row, n) ->
                        new CaseRow(uuid(row, 1), CaseNumber.parse(row.getString(2)), row.getInt(3), row.getBytes(4)));
    }

    Map<UUID, CaseFile> files(Collection<UUID> cases, Map<UUID, DataKey> keys) {
        Map<UUID, CaseFile> files = new HashMap<>();
        query(
                        "select case_id, event, sealed_facts from journal where case_id = any (?) order by case_id, seq",
                        "uuid",
                        cases,
                        (row, n) -> Map.entry(
                                uuid(row, 1), event(keys.get(uuid(row, 1)), row.getString(2), row.getBytes(3))))
                .forEach(fact -> files.computeIfAbsent(fact.getKey(), id -> new CaseFile())
                        .apply(fact.getValue()));
        return files;
    }

    List<Complaint> complaints(UUID caseId, DataKey key) {
        return jdbc.query(
                "select sealed_complaint from submission where case_id = ? order by stored_at, id",
                (row, n) -> Json.read(key.open(LedgerRows.COMPLAINT, row.getBytes(1)), Complaint.class),
                caseId);
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
        Integer known = jdbc.queryForObject(
                "select count(*) from status_update where agency = ? and update_key = ?",
                Integer.class,
                agency.value(),
                update);
        return known != null && known > 0;
    }

    private <T> List<T> query(String sql, String type, Collection<?> values, RowMapper<T> mapper) {
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

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static CaseEvent event(@Nullable DataKey key, String name, byte[] sealedFacts) {
        return Json.event(
                name, requireNonNull(key, "the key of a case was destroyed").open(LedgerRows.FACTS, sealedFacts));
    }
}
