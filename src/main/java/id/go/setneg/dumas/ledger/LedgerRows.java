package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that a unit of work gathers, sealed, and writes at its end: one statement a table. */
final class LedgerRows {

    static final String FACTS = "journal.sealed_facts";
    static final String COMPLAINT = "submission.sealed_complaint";
    static final String PAYLOAD = "delivery.sealed_payload";
    static final String PARKED = "parked.sealed_record";
    static final String CORRESPONDENCE = "correspondence.sealed_record";
    static final String RECORD = "submission.sealed_record";

    private final JdbcTemplate jdbc;
    private final OffsetDateTime now;
    private final List<Object[]> submissions = new ArrayList<>();
    private final List<Object[]> attachments = new ArrayList<>();
    private final List<Object[]> deliveries = new ArrayList<>();
    private final List<Object[]> parked = new ArrayList<>();
    private final List<Object[]> statusUpdates = new ArrayList<>();
    private final List<Object[]> names = new ArrayList<>();
    private final List<Object[]> correspondence = new ArrayList<>();
    private final List<Object[]> acknowledgements = new ArrayList<>();
    private final List<Object[]> postponed = new ArrayList<>();
    private final List<Object[]> settled = new ArrayList<>();
    private final List<Object[]> deleted = new ArrayList<>();
    private final List<Object[]> held = new ArrayList<>();

    LedgerRows(JdbcTemplate jdbc, OffsetDateTime now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    void addSubmission(OpenCase on, Submission submission, byte[] reference, int version, byte[] content) {
        Complaint complaint = submission.complaint();
        submissions.add(new Object[] {
            submission.id(),
            on.id(),
            submission.feed(),
            complaint.source(),
            reference,
            version,
            content,
            complaint.channel().name(),
            complaint.receivedAt(),
            complaint.origin().changedAt(),
            now,
            on.key().seal(RECORD, submission.record()),
            on.key().seal(COMPLAINT, submission.canonical()),
            submission.understood() == null ? null : submission.understood().mapping(),
            submission.understood() == null
                    ? null
                    : submission.understood().zone().getId()
        });
        for (int i = 0; i < complaint.attachments().size(); i++) {
            String ticket = complaint.attachments().get(i).content();
            if (ticket != null) {
                attachments.add(new Object[] {submission.id(), i, Attachments.address(ticket)});
            }
        }
    }

    void addName(OpenCase on, byte[] name) {
        names.add(new Object[] {name, on.id()});
    }

    void addAcknowledgement(byte[] sender, LocalDate day) {
        acknowledgements.add(new Object[] {sender, day});
    }

    void addPostponed(UUID caseId, byte[] sender) {
        postponed.add(new Object[] {caseId, sender, now, caseId, sender});
    }

    void addSettled(UUID caseId, byte[] sender) {
        settled.add(new Object[] {caseId, sender});
    }

    void addHold(UUID delivery, String reason) {
        held.add(new Object[] {reason, delivery});
    }

    void addDeletion(byte[] reference) {
        deleted.add(new Object[] {now, reference});
    }

    void addCorrespondence(
            UUID id, @Nullable OpenCase on, Correspondence message, byte[] key, MasterKeys.@Nullable Wrapped own) {
        DataKey seal = own == null ? requireNonNull(on).key() : own.key();
        correspondence.add(new Object[] {
            id,
            on == null ? null : on.id(),
            message.feed(),
            message.kind().name(),
            message.because(),
            key,
            own == null ? null : own.master(),
            own == null ? null : own.sealed(),
            seal.seal(CORRESPONDENCE, message.record()),
            now
        });
    }

    void addStatusUpdate(AgencyCode agency, byte[] update, UUID referral) {
        statusUpdates.add(new Object[] {agency.value(), update, referral, now});
    }

    void addDelivery(@Nullable OpenCase from, NewDelivery delivery, MasterKeys.@Nullable Wrapped own) {
        DataKey seal = own == null ? requireNonNull(from).key() : own.key();
        deliveries.add(new Object[] {
            delivery.id(),
            from == null ? null : from.id(),
            delivery.referral(),
            delivery.destination(),
            delivery.kind(),
            delivery.heldBecause() == null ? "WAITING" : "HELD",
            seal.seal(PAYLOAD, delivery.payload()),
            0,
            now,
            delivery.heldBecause(),
            now,
            own == null ? null : own.master(),
            own == null ? null : own.sealed()
        });
    }

    void addParked(
            UUID id, String feed, String mapping, String reason, MasterKeys keys, byte[] identity, byte[] record) {
        MasterKeys.Wrapped key = keys.newDataKey();
        parked.add(new Object[] {
            id,
            feed,
            mapping,
            reason,
            keys.hash(mapping.getBytes(StandardCharsets.UTF_8), identity),
            key.master(),
            key.sealed(),
            key.key().seal(PARKED, record),
            "WAITING",
            now
        });
    }

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
            String clockedBy = open.clocks().version();
            if (open.isNew()) {
                opened.add(
                        new Object[] {open.id(), open.number().toString(), state, version, head, now, now, clockedBy});
                MasterKeys.Wrapped key = requireNonNull(newKeys.get(open.id()));
                keys.add(new Object[] {open.id(), key.master(), key.sealed()});
            } else {
                changed.add(new Object[] {state, version, head, now, clockedBy, open.id(), open.versionBefore()});
            }
            referrals(open, referrals, referralStates);
        }
        insert("case_file (id, number, state, version, head, opened_at, changed_at, clocked_by)", opened);
        insert("case_key (case_id, master, sealed_key)", keys);
        updateCases(changed);
        insert("journal (case_id, seq, event, at, actor, because, sealed_facts, previous, hash)", journal);
        insert(
                "submission (id, case_id, feed, source, reference_key, version, version_key, channel, received_at,"
                        + " changed_at, stored_at, sealed_record, sealed_complaint, mapping, zone)",
                submissions);
        insert("case_name (name_key, case_id)", names);
        insert(
                "correspondence (id, case_id, feed, kind, because, message_key, master, sealed_key, sealed_record,"
                        + " stored_at)",
                correspondence);
        insert("acknowledgement (sender_key, sent_on)", acknowledgements);
        batch("delete from postponed_notice where case_id = ? and sender_key = ?", settled);
        batch(
                "insert into postponed_notice (case_id, sender_key, since) select ?, ?, ? where not exists"
                        + " (select 1 from postponed_notice where case_id = ? and sender_key = ?)",
                postponed);
        batch("update delivery set state = 'HELD', reason = ? where id = ? and state = 'DELIVERED'", held);
        batch("update submission set deleted_at = ? where reference_key = ?", deleted);
        insert("attachment (submission_id, position, address)", attachments);
        insert("referral (id, case_id, agency, kind, state, issued_at, changed_at)", referrals);
        batch("update referral set state = ?, changed_at = ? where id = ?", referralStates);
        insert("status_update (agency, update_key, referral_id, stored_at)", statusUpdates);
        insert(
                "delivery (id, case_id, referral_id, destination, kind, state, sealed_payload, attempts,"
                        + " next_attempt_at, reason, created_at, master, sealed_key)",
                deliveries);
        insert(
                "parked (id, feed, mapping, reason, content_key, master, sealed_key, sealed_record, state, parked_at)",
                " on conflict do nothing",
                parked);
        new DeadlineRows(jdbc).write(cases);
        new AlarmRows(jdbc, now).write(cases);
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
                "update case_file set state = ?, version = ?, head = ?, changed_at = ?, clocked_by = ?"
                        + " where id = ? and version = ?",
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
}
