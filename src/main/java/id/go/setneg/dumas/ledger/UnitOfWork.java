package id.go.setneg.dumas.ledger;

import static java.util.stream.Collectors.toSet;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.UnknownReferral;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One transaction on the ledger. Everything about a batch is read with one query a table, decided in memory, and written
 * with one statement a table at the end. Cases are locked in the order of their ids when they are read, so that two
 * units of work wait for each other but never block each other.
 */
public final class UnitOfWork {

    private final MasterKeys keys;
    private final Supplier<UUID> ids;
    private final OffsetDateTime now;
    private final LedgerQueries queries;
    private final LedgerRows rows;
    private final OpenCases cases;
    private final Map<UUID, UUID> caseByReferral = new HashMap<>();
    private final Acknowledged acknowledged;
    private final KnownRecords known;
    private final Matters matters;
    private final Set<String> destinations = new HashSet<>();

    UnitOfWork(JdbcTemplate jdbc, MasterKeys keys, Clock clock, Supplier<UUID> ids, DeadlineRules rules) {
        this.keys = keys;
        this.ids = ids;
        this.now =
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        this.queries = new LedgerQueries(jdbc);
        this.rows = new LedgerRows(jdbc, now);
        this.known = new KnownRecords(keys);
        this.acknowledged = new Acknowledged(keys, queries, rows, now);
        this.cases = new OpenCases(queries, new CaseKeys(jdbc, keys), keys, ids, now, rules);
        this.matters = new Matters(
                new KnownMatches(jdbc, queries, keys, known, cases),
                new Proposals(jdbc, queries, ids, now),
                new Merges(jdbc, cases, now));
    }

    /** Of everything that this unit writes, UTC. */
    public OffsetDateTime now() {
        return now;
    }

    public UUID newId() {
        return ids.get();
    }

    /** Reads, at once, all that taking in these submissions needs: what is known of them, and the cases they belong to. */
    public void prepare(List<Submission> submissions) {
        known.read(queries, submissions);
        matters.matches().read(submissions);
        cases.open(
                known.cases(),
                submissions.stream().flatMap(each -> each.namedCase().stream()).collect(toSet()));
        known.readAgain(queries, submissions);
        cases.reserveNumbers((int) submissions.stream()
                .filter(each -> caseOfRecord(each).isEmpty()
                        && caseByNames(each).isEmpty()
                        && caseByWords(each).isEmpty()
                        && caseNamedBy(each).isEmpty())
                .map(each -> ByteBuffer.wrap(known.reference(each.complaint())))
                .distinct()
                .count());
        if (cases.haveNewNumbers() && known.haveNamesChanged(queries, submissions)) {
            throw new ConcurrencyFailureException("another writer was faster with the same matter");
        }
    }

    /** Reads and locks the cases with these numbers. */
    public void prepareNumbered(Set<CaseNumber> numbers) {
        cases.open(List.of(), numbers);
    }

    /** Reads and locks cases; clocks that go by an older calendar are set right. */
    public List<OpenCase> prepareCases(Collection<UUID> ids) {
        cases.open(ids, Set.of());
        return ids.stream().map(cases::with).toList();
    }

    /** Reads and locks the cases of these records. */
    public void prepareRecords(String source, Collection<String> references) {
        known.readReferences(
                queries,
                references.stream()
                        .map(reference -> known.reference(source, reference))
                        .toList());
        cases.open(known.cases(), Set.of());
    }

    /** Whether this very submission is in the ledger (or in this unit) already. */
    public boolean isTaken(Submission submission) {
        return known.isTaken(submission);
    }

    /** Whether it is a version of a record that the ledger has in a newer one. */
    public boolean isOutdated(Submission submission) {
        return known.isOutdated(submission);
    }

    /** Whether the same was sent before, under another name. */
    public boolean isRepetition(Submission submission) {
        return known.isRepetition(submission);
    }

    /** The case of an earlier version of the record. */
    public Optional<OpenCase> caseOfRecord(Submission submission) {
        Complaint complaint = submission.complaint();
        return caseOfRecord(complaint.source(), complaint.reference());
    }

    /** The case of what was sent before, or of a record that it is about, or that is about it. */
    public Optional<OpenCase> caseByNames(Submission submission) {
        return known.caseByNames(submission).map(cases::with);
    }

    /** The case that holds the very words of the same person. */
    public Optional<OpenCase> caseByWords(Submission submission) {
        return known.caseByWords(submission).map(cases::with);
    }

    public Matters matters() {
        return matters;
    }

    /** The case whose number the record names: nothing proves that its writer may. */
    public Optional<OpenCase> caseNamedBy(Submission submission) {
        return submission.namedCase().flatMap(this::caseNumbered);
    }

    /** A case that was prepared by its number. */
    public Optional<OpenCase> caseNumbered(CaseNumber number) {
        return cases.numbered(number);
    }

    /** The case of a record that was prepared. */
    public Optional<OpenCase> caseOfRecord(String source, String reference) {
        return known.caseOf(known.reference(source, reference)).map(cases::with);
    }

    /** The part of a case, or the case itself, with which a submission is kept. */
    public CaseNumber home(OpenCase on, Submission submission) {
        return cases.part(on, known.homes(submission), submission.namedCase()).number();
    }

    /** Opens a new case with the next number of this year. */
    public OpenCase openCase() {
        return cases.openNew();
    }

    /**
     * Stores a submission on its case.
     *
     * @return the version of the record before this one; none when it is new, or new again after its source deleted it
     */
    public Optional<StoredSubmission> add(OpenCase on, Submission submission) {
        Complaint complaint = submission.complaint();
        boolean isNewAgain = known.isDeleted(submission);
        OpenCase home = cases.part(on, known.homes(submission), submission.namedCase());
        int version = known.add(home.id(), submission);
        Optional<StoredSubmission> former =
                version == 1 || isNewAgain ? Optional.empty() : on.newest(complaint.source(), complaint.reference());
        on.add(new StoredSubmission(submission.id(), complaint));
        rows.addSubmission(
                home, submission, known.reference(complaint), version, known.content(submission.canonical()));
        addNames(home, complaint);
        matters.matches().add(home, complaint);
        return former;
    }

    /**
     * Remembers that the same was sent again.
     *
     * @return whether that is news
     */
    public boolean addRepetition(OpenCase on, Submission submission) {
        return addNames(on, submission.complaint());
    }

    private boolean addNames(OpenCase on, Complaint complaint) {
        List<byte[]> added = known.addNames(on.id(), complaint);
        added.forEach(name -> rows.addName(on, name));
        return !added.isEmpty();
    }

    /** Remembers that a source deleted its record. */
    public void delete(String source, String reference) {
        rows.addDeletion(known.reference(source, reference));
    }

    /**
     * Keeps a message that is no submission, once.
     *
     * @param on the case that it is about, null when none is known
     * @return its id; none when it was kept before
     */
    public Optional<UUID> file(@Nullable OpenCase on, Correspondence message) {
        byte[] key = keys.hash("correspondence", message.name());
        if (queries.isFiled(key)) {
            return Optional.empty();
        }
        UUID id = ids.get();
        rows.addCorrespondence(id, on, message, key, on == null ? keys.newDataKey() : null);
        return Optional.of(id);
    }

    /** A message counted as delivered, and came back: it waits for a person. */
    public void hold(UUID delivery, String reason) {
        rows.addHold(delivery, reason);
    }

    /** Who was written to today. */
    public Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Reads and locks the cases of these referrals. */
    public void prepareReferrals(Collection<UUID> referrals) {
        caseByReferral.putAll(queries.casesOfReferrals(referrals));
        cases.open(caseByReferral.values(), Set.of());
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
        return cases.with(caseId);
    }

    /** Remembers an agency's update by its id; false when it was remembered before. */
    public boolean isNews(AgencyCode agency, String update, UUID referral) {
        byte[] key = keys.hash("update", agency.value(), update);
        boolean isNews = !queries.isKnown(agency, key);
        if (isNews) {
            rows.addStatusUpdate(agency, key, referral);
        }
        return isNews;
    }

    /** Decides that something is to be sent; {@code from} is null when no case has to do with it. */
    public void add(@Nullable OpenCase from, NewDelivery delivery) {
        rows.addDelivery(from, delivery, from == null ? keys.newDataKey() : null);
        if (delivery.heldBecause() == null) {
            destinations.add(delivery.destination());
        }
    }

    /** Keeps a record that cannot be taken in, once: the same bytes of the same feed change nothing. */
    public void park(String feed, String mapping, String reason, byte[] record) {
        park(feed, mapping, reason, record, Parked.identity(feed, record));
    }

    /**
     * Keeps a record that cannot be taken in, once.
     *
     * @param mapping which mapping or rule refused it
     * @param reason without personal data
     * @param identity what makes it the same record, on whatever way it comes
     */
    public void park(String feed, String mapping, String reason, byte[] record, byte[] identity) {
        rows.addParked(ids.get(), feed, mapping, reason, keys, identity, record);
    }

    void flush() {
        rows.write(cases.all(), cases.newKeys());
        matters.write();
    }

    Set<String> destinations() {
        return destinations;
    }
}
