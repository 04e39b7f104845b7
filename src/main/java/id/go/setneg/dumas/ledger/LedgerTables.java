package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The ledger's SQL: what a unit of work reads, and the rows that it gathers and writes together at its end. */
final class LedgerTables {

    private static final String FACTS = "journal.sealed_facts";
    private static final String COMPLAINT = "submission.sealed_complaint";
    private static final String RECORD = "submission.sealed_record";
    static final String PAYLOAD = "delivery.sealed_payload";
    static final String PARKED = "parked.sealed_record";

    private final JdbcTemplate jdbc;
    private final OffsetDateTime now;
    private final List<Object[]> submissions = new ArrayList<>();
    private final List<Object[]> attachments = new ArrayList<>();
    private final List<Object[]> deliveries = new ArrayList<>();
    private final List<Object[]> parked = new ArrayList<>();
    private final List<Object[]> statusUpdates = new ArrayList<>();

    record KnownSubmission(UUID caseId, byte[] reference, byte[] version) {}

    record CaseRow(UUID id, CaseNumber number, int version, byte[] head) {}

    record KeyRow(UUID caseId, String master, byte[] sealed) {}

    LedgerTables(JdbcTemplate jdbc, OffsetDateTime now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    // reading

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

    List<KeyRow> dataKeys(Collection<UUID> cases) {
        return query(
                "select case_id, master, sealed_key from case_key where case_id = any (?)",
                "uuid",
                cases,
                (row, n) -> new KeyRow(uuid(row, 1), row.getString(2), row.getBytes(3)));
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
                (row, n) -> Json.read(key.open(COMPLAINT, row.getBytes(1)), Complaint.class),
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

    // gathering

    void addSubmission(OpenCase on, Submission submission, byte[] reference, byte[] version) {
        Complaint complaint = submission.complaint();
        submissions.add(new Object[] {
            submission.id(),
            on.id(),
            submission.feed(),
            complaint.source(),
            reference,
            version,
            complaint.channel().name(),
            complaint.receivedAt(),
            now,
            on.key().seal(RECORD, submission.record()),
            on.key().seal(COMPLAINT, submission.canonical())
        });
        for (int i = 0; i < complaint.attachments().size(); i++) {
            String ticket = complaint.attachments().get(i).content();
            if (ticket != null) {
                attachments.add(new Object[] {submission.id(), i, Attachments.address(ticket)});
            }
        }
    }

    boolean addStatusUpdate(AgencyCode agency, byte[] update, UUID referral) {
        Integer known = jdbc.queryForObject(
                "select count(*) from status_update where agency = ? and update_key = ?",
                Integer.class,
                agency.value(),
                update);
        if (known != null && known > 0) {
            return false;
        }
        statusUpdates.add(new Object[] {agency.value(), update, referral, now});
        return true;
    }

    void addDelivery(OpenCase from, NewDelivery delivery) {
        deliveries.add(new Object[] {
            delivery.id(),
            from.id(),
            delivery.referral(),
            delivery.destination(),
            delivery.kind(),
            delivery.heldBecause() == null ? "WAITING" : "HELD",
            from.key().seal(PAYLOAD, delivery.payload()),
            0,
            now,
            delivery.heldBecause(),
            now
        });
    }

    void addParked(
            UUID id,
            String feed,
            String mapping,
            String reason,
            byte[] content,
            MasterKeys.Wrapped key,
            byte[] record) {
        parked.add(new Object[] {
            id,
            feed,
            mapping,
            reason,
            content,
            key.master(),
            key.sealed(),
            key.key().seal(PARKED, record),
            "WAITING",
            now
        });
    }

    // writing

    void write(Collection<OpenCase> cases, Map<UUID, MasterKeys.Wrapped> newKeys) {
        List<Object[]> opened = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> journal = new ArrayList<>();
        List<Object[]> referrals = new ArrayList<>();
        List<Object[]> referralStates = new ArrayList<>();
        for (OpenCase open : cases) {
            if (open.entries().isEmpty()) {
                continue;
            }
            byte[] head = journal(open, journal);
            int version = open.versionBefore() + open.entries().size();
            String state = open.file().state().name();
            if (open.isNew()) {
                opened.add(new Object[] {open.id(), open.number().toString(), state, version, head, now, now});
                MasterKeys.Wrapped key = requireNonNull(newKeys.get(open.id()));
                keys.add(new Object[] {open.id(), key.master(), key.sealed()});
            } else {
                changed.add(new Object[] {state, version, head, now, open.id(), open.versionBefore()});
            }
            referrals(open, referrals, referralStates);
        }
        insert("case_file (id, number, state, version, head, opened_at, changed_at)", opened);
        insert("case_key (case_id, master, sealed_key)", keys);
        updateCases(changed);
        insert("journal (case_id, seq, event, at, actor, because, sealed_facts, previous, hash)", journal);
        insert(
                "submission (id, case_id, feed, source, reference_key, version_key, channel, received_at, stored_at,"
                        + " sealed_record, sealed_complaint)",
                submissions);
        insert("attachment (submission_id, position, address)", attachments);
        insert("referral (id, case_id, agency, kind, state, issued_at, changed_at)", referrals);
        batch("update referral set state = ?, changed_at = ? where id = ?", referralStates);
        insert("status_update (agency, update_key, referral_id, stored_at)", statusUpdates);
        insert(
                "delivery (id, case_id, referral_id, destination, kind, state, sealed_payload, attempts,"
                        + " next_attempt_at, reason, created_at)",
                deliveries);
        insert(
                "parked (id, feed, mapping, reason, content_key, master, sealed_key, sealed_record, state, parked_at)",
                " on conflict do nothing",
                parked);
    }

    private byte[] journal(OpenCase open, List<Object[]> rows) {
        byte[] head = open.headBefore();
        int seq = open.versionBefore();
        for (OpenCase.Entry entry : open.entries()) {
            seq++;
            String event = entry.event().getClass().getSimpleName();
            byte[] facts = open.key().seal(FACTS, Json.write(entry.event()));
            byte[] hash = JournalHash.of(open.id(), seq, event, now, entry.actor(), entry.because(), facts, head);
            rows.add(new Object[] {open.id(), seq, event, now, entry.actor(), entry.because(), facts, head, hash});
            head = hash;
        }
        return head;
    }

    private void referrals(OpenCase open, List<Object[]> issued, List<Object[]> moved) {
        for (Referral referral : open.file().referrals()) {
            String state = referral.state().name();
            ReferralState before = open.stateBefore(referral.id());
            if (before == null) {
                String agency = referral.agency().value();
                String kind = referral.kind().name();
                issued.add(new Object[] {referral.id(), open.id(), agency, kind, state, now, now});
            } else if (before != referral.state()) {
                moved.add(new Object[] {state, now, referral.id()});
            }
        }
    }

    private void updateCases(List<Object[]> changed) {
        int[] counts = batch(
                "update case_file set state = ?, version = ?, head = ?, changed_at = ? where id = ? and version = ?",
                changed);
        for (int count : counts) {
            if (count == 0) {
                throw new OptimisticLockingFailureException("a case changed meanwhile");
            }
        }
    }

    private void insert(String into, List<Object[]> rows) {
        insert(into, "", rows);
    }

    private void insert(String into, String onConflict, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String values = "?, ".repeat(rows.getFirst().length - 1) + "?";
            batch("insert into " + into + " values (" + values + ")" + onConflict, rows);
        }
    }

    private int[] batch(String sql, List<Object[]> rows) {
        return rows.isEmpty() ? new int[0] : jdbc.batchUpdate(sql, rows);
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
                name, requireNonNull(key, "the key of a case was destroyed").open(FACTS, sealedFacts));
    }
}
