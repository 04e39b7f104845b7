package id.go.setneg.dumas.ledger;

import static java.util.stream.Collectors.toSet;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.UnknownReferral;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One transaction on the ledger. Everything about a batch is read with one query a table, decided in memory, and written
 * with one statement a table at the end. Cases are locked in the order of their ids when they are read, so that two
 * units of work wait for each other but never block each other.
 */
public final class UnitOfWork {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final MasterKeys keys;
    private final Supplier<UUID> ids;
    private final OffsetDateTime now;
    private final CaseKeys caseKeys;
    private final LedgerQueries queries;
    private final LedgerRows rows;
    private final Map<UUID, OpenCase> cases = new HashMap<>();
    private final Map<UUID, MasterKeys.Wrapped> newKeys = new HashMap<>();
    private final Map<ByteBuffer, UUID> caseByReference = new HashMap<>();
    private final Map<CaseNumber, UUID> caseByNumber = new HashMap<>();
    private final Map<UUID, UUID> caseByReferral = new HashMap<>();
    private final Set<List<ByteBuffer>> taken = new HashSet<>();
    private final Set<String> destinations = new HashSet<>();
    private int numbersLeft;
    private int nextNumber;

    UnitOfWork(JdbcTemplate jdbc, MasterKeys keys, Clock clock, Supplier<UUID> ids) {
        this.keys = keys;
        this.ids = ids;
        this.now =
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        this.caseKeys = new CaseKeys(jdbc, keys);
        this.queries = new LedgerQueries(jdbc);
        this.rows = new LedgerRows(jdbc, now);
    }

    /** The time of everything that this unit writes, UTC. */
    public OffsetDateTime now() {
        return now;
    }

    public UUID newId() {
        return ids.get();
    }

    /** Reads, at once, all that taking in these submissions needs: what is known of them, and the cases they belong to. */
    public void prepare(List<Submission> submissions) {
        List<byte[]> references =
                submissions.stream().map(each -> reference(each.complaint())).toList();
        for (LedgerQueries.KnownSubmission known : queries.submissions(references)) {
            taken.add(List.of(ByteBuffer.wrap(known.reference()), ByteBuffer.wrap(known.version())));
            caseByReference.put(ByteBuffer.wrap(known.reference()), known.caseId());
        }
        caseByNumber.putAll(queries.casesNumbered(submissions.stream()
                .flatMap(each -> caseReference(each.complaint()).stream())
                .collect(toSet())));
        Set<UUID> wanted = new HashSet<>(caseByReference.values());
        wanted.addAll(caseByNumber.values());
        open(wanted);
        reserveNumbers((int) submissions.stream()
                .filter(each -> caseOf(each).isEmpty())
                .map(each -> ByteBuffer.wrap(reference(each.complaint())))
                .distinct()
                .count());
    }

    /** Whether this very submission is in the ledger (or in this unit) already. */
    public boolean isTaken(Submission submission) {
        return taken.contains(identity(submission));
    }

    /** The case of an earlier version of the record, or the case that the record names; none for a new matter. */
    public Optional<OpenCase> caseOf(Submission submission) {
        UUID byReference = caseByReference.get(ByteBuffer.wrap(reference(submission.complaint())));
        if (byReference != null) {
            return Optional.of(caseWith(byReference));
        }
        return caseReference(submission.complaint()).map(caseByNumber::get).map(this::caseWith);
    }

    /** Opens a new case with the next number of this year. */
    public OpenCase openCase() {
        if (numbersLeft == 0) {
            reserveNumbers(1);
        }
        numbersLeft--;
        var number = new CaseNumber(year(), nextNumber++);
        MasterKeys.Wrapped key = keys.newDataKey();
        var opened = new OpenCase(ids.get(), number, key.key(), new CaseFile(), 0, JournalHash.START, List::of);
        cases.put(opened.id(), opened);
        newKeys.put(opened.id(), key);
        caseByNumber.put(number, opened.id());
        return opened;
    }

    /** Stores a submission on its case. */
    public void add(OpenCase on, Submission submission) {
        byte[] reference = reference(submission.complaint());
        caseByReference.put(ByteBuffer.wrap(reference), on.id());
        taken.add(identity(submission));
        on.add(submission.complaint());
        rows.addSubmission(on, submission, reference, version(submission));
    }

    /** Reads and locks the cases of these referrals. */
    public void prepareReferrals(Collection<UUID> referrals) {
        caseByReferral.putAll(queries.casesOfReferrals(referrals));
        open(caseByReferral.values());
    }

    /**
     * The case of a referral that was prepared.
     *
     * @throws UnknownReferral when there is none
     */
    public OpenCase caseOfReferral(UUID referral) {
        UUID caseId = caseByReferral.get(referral);
        if (caseId == null) {
            throw new UnknownReferral(referral);
        }
        return caseWith(caseId);
    }

    /** Remembers an agency's update by its id; false when it was remembered before. */
    public boolean isNews(AgencyCode agency, String update, UUID referral) {
        byte[] key = keys.hash("update", agency.value(), update);
        if (queries.isKnown(agency, key)) {
            return false;
        }
        rows.addStatusUpdate(agency, key, referral);
        return true;
    }

    /** Decides that something is to be sent. */
    public void add(OpenCase from, NewDelivery delivery) {
        rows.addDelivery(from, delivery);
        if (delivery.heldBecause() == null) {
            destinations.add(delivery.destination());
        }
    }

    /**
     * Keeps a record that cannot be taken in, once: the same bytes of the same feed change nothing.
     *
     * @param mapping which mapping or rule refused it
     * @param reason without personal data
     */
    public void park(String feed, String mapping, String reason, byte[] record) {
        MasterKeys.Wrapped key = keys.newDataKey();
        rows.addParked(
                ids.get(),
                feed,
                mapping,
                reason,
                keys.hash(feed.getBytes(StandardCharsets.UTF_8), record),
                key,
                record);
    }

    void flush() {
        rows.write(cases.values(), newKeys);
    }

    Set<String> destinations() {
        return destinations;
    }

    private void open(Collection<UUID> wanted) {
        Set<UUID> unread = new LinkedHashSet<>(wanted);
        unread.removeAll(cases.keySet());
        if (unread.isEmpty()) {
            return;
        }
        List<LedgerQueries.CaseRow> locked = queries.lockCases(unread);
        Map<UUID, DataKey> dataKeys = caseKeys.of(unread);
        for (UUID each : unread) {
            if (!dataKeys.containsKey(each)) {
                throw new ErasedCase(each);
            }
        }
        Map<UUID, CaseFile> files = queries.files(unread, dataKeys);
        for (LedgerQueries.CaseRow row : locked) {
            DataKey key = Objects.requireNonNull(dataKeys.get(row.id()));
            cases.put(
                    row.id(),
                    new OpenCase(
                            row.id(),
                            row.number(),
                            key,
                            files.getOrDefault(row.id(), new CaseFile()),
                            row.version(),
                            row.head(),
                            () -> queries.complaints(row.id(), key)));
        }
    }

    private OpenCase caseWith(UUID id) {
        return Objects.requireNonNull(cases.get(id), "the case was not prepared");
    }

    private void reserveNumbers(int count) {
        if (count > 0) {
            nextNumber = queries.reserveNumbers(year(), count);
            numbersLeft = count;
        }
    }

    private int year() {
        return now.atZoneSameInstant(WIB).getYear();
    }

    private static Optional<CaseNumber> caseReference(Complaint complaint) {
        return Optional.ofNullable(complaint.caseReference()).flatMap(CaseNumber::in);
    }

    private byte[] reference(Complaint complaint) {
        return keys.hash("reference", complaint.source(), complaint.reference());
    }

    private byte[] version(Submission submission) {
        return keys.hash(submission.canonical());
    }

    private List<ByteBuffer> identity(Submission submission) {
        return List.of(ByteBuffer.wrap(reference(submission.complaint())), ByteBuffer.wrap(version(submission)));
    }
}
