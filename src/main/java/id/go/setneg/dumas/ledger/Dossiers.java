package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads dossiers without holding up those who write. */
public final class Dossiers {

    private final JdbcTemplate jdbc;
    private final LedgerQueries queries;
    private final CaseKeys caseKeys;
    private final TransactionTemplate moment;

    private record Row(CaseNumber number, @Nullable CaseNumber partOf, OffsetDateTime openedAt) {}

    private record Version(UUID caseId, String source, String reference) {}

    /**
     * @param moment a transaction in which everything is read as at one moment
     */
    public Dossiers(JdbcTemplate jdbc, CaseKeys caseKeys, TransactionTemplate moment) {
        this.jdbc = jdbc;
        this.queries = new LedgerQueries(jdbc);
        this.caseKeys = caseKeys;
        this.moment = moment;
    }

    /**
     * The dossier of a case, none when there is no such number. What a part holds whose key was destroyed is left out.
     *
     * @throws ErasedCase when the key of the case itself was destroyed
     */
    public Optional<Dossier> find(CaseNumber number) {
        return requireNonNull(moment.execute(status -> Optional.ofNullable(
                        queries.casesNumbered(Set.of(number)).get(number))
                .map(this::read)));
    }

    private Dossier read(UUID id) {
        List<UUID> family = queries.matters.family(id);
        Map<UUID, DataKey> keys = caseKeys.of(family);
        DataKey key = keys.get(id);
        if (key == null) {
            throw new ErasedCase(id);
        }
        Map<UUID, Row> rows = rows(family);
        Row row = requireNonNull(rows.get(id));
        List<Dossier.Fact> journal = journal(id, key);
        CaseFile file = CaseFile.of(journal.stream().map(Dossier.Fact::event).toList());
        return new Dossier(
                row.number(),
                row.partOf(),
                family.stream()
                        .skip(1)
                        .map(part -> requireNonNull(rows.get(part)).number())
                        .sorted(Comparator.comparing(CaseNumber::toString))
                        .toList(),
                row.openedAt(),
                file,
                journal,
                submissions(rows, keys, file),
                requireNonNull(queries.deadlines(List.of(id)).get(id)),
                deliveries(rows));
    }

    private Map<UUID, Row> rows(Collection<UUID> family) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        queries.query(
                        "select c.id, c.number, w.number, c.opened_at from case_file c"
                                + " left join case_file w on w.id = c.merged_into where c.id = any (?)",
                        "uuid",
                        family,
                        (row, n) -> Map.entry(
                                LedgerQueries.uuid(row, 1),
                                new Row(
                                        CaseNumber.parse(row.getString(2)),
                                        row.getString(3) == null ? null : CaseNumber.parse(row.getString(3)),
                                        time(row, 4))))
                .forEach(found -> rows.put(found.getKey(), found.getValue()));
        return rows;
    }

    private List<Dossier.Fact> journal(UUID id, DataKey key) {
        return jdbc.query(
                "select seq, at, actor, because, event, sealed_facts from journal where case_id = ? order by seq",
                (row, n) -> new Dossier.Fact(
                        row.getInt(1),
                        time(row, 2),
                        row.getString(3),
                        row.getString(4),
                        Json.event(row.getString(5), key.open(LedgerRows.FACTS, row.getBytes(6)))),
                id);
    }

    private List<Dossier.Received> submissions(Map<UUID, Row> rows, Map<UUID, DataKey> keys, CaseFile file) {
        Map<Version, Dossier.Received> newest = new LinkedHashMap<>();
        queries.query(
                        "select case_id, id, feed, version, stored_at, deleted_at, sealed_complaint from submission"
                                + " where case_id = any (?) order by stored_at, id",
                        "uuid",
                        keys.keySet(),
                        (row, n) -> {
                            UUID on = LedgerQueries.uuid(row, 1);
                            UUID id = LedgerQueries.uuid(row, 2);
                            byte[] sealed = row.getBytes(7);
                            Complaint complaint = Json.read(
                                    requireNonNull(keys.get(on)).open(LedgerRows.COMPLAINT, sealed), Complaint.class);
                            return Map.entry(
                                    new Version(on, complaint.source(), complaint.reference()),
                                    new Dossier.Received(
                                            id,
                                            requireNonNull(rows.get(on)).number(),
                                            row.getString(3),
                                            row.getInt(4),
                                            time(row, 5),
                                            row.getObject(6) != null || file.hasLost(id),
                                            complaint));
                        })
                .forEach(found -> newest.put(found.getKey(), found.getValue()));
        return List.copyOf(newest.values());
    }

    private List<Dossier.Sent> deliveries(Map<UUID, Row> rows) {
        return queries.query(
                "select case_id, id, destination, kind, state, attempts, reason, referral_id, created_at, settled_at"
                        + " from delivery where case_id = any (?) order by seq",
                "uuid",
                rows.keySet(),
                (row, n) -> new Dossier.Sent(
                        LedgerQueries.uuid(row, 2),
                        requireNonNull(rows.get(LedgerQueries.uuid(row, 1))).number(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, UUID.class),
                        time(row, 9),
                        row.getObject(10) == null ? null : time(row, 10)));
    }

    private static OffsetDateTime time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
