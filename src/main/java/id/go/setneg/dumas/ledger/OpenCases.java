package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cases that one unit of work reads, locked, and those that it opens. */
final class OpenCases {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final LedgerQueries queries;
    private final CaseKeys caseKeys;
    private final MasterKeys keys;
    private final Supplier<UUID> ids;
    private final int year;
    private final OffsetDateTime now;
    private final DeadlineRules rules;
    private final Map<UUID, OpenCase> cases = new HashMap<>();
    private final Map<UUID, MasterKeys.Wrapped> newKeys = new HashMap<>();
    private final Map<CaseNumber, UUID> byNumber = new HashMap<>();
    private int numbersLeft;
    private int nextNumber;

    OpenCases(
            LedgerQueries queries,
            CaseKeys caseKeys,
            MasterKeys keys,
            Supplier<UUID> ids,
            OffsetDateTime now,
            DeadlineRules rules) {
        this.queries = queries;
        this.caseKeys = caseKeys;
        this.keys = keys;
        this.ids = ids;
        this.now = now;
        this.rules = rules;
        this.year = now.atZoneSameInstant(WIB).getYear();
    }

    Collection<OpenCase> all() {
        return cases.values();
    }

    Map<UUID, MasterKeys.Wrapped> newKeys() {
        return newKeys;
    }

    /** A case, or the one that it is part of. */
    OpenCase with(UUID id) {
        OpenCase open = itself(id);
        for (UUID into = open.mergedInto(); into != null; into = open.mergedInto()) {
            open = itself(into);
        }
        return open;
    }

    OpenCase itself(UUID id) {
        return Objects.requireNonNull(cases.get(id), "the case was not prepared");
    }

    Optional<OpenCase> find(UUID id) {
        return Optional.ofNullable(cases.get(id));
    }

    /**
     * Where a submission is kept: with the part of the case that it is about, so that it leaves with that part.
     *
     * @param homes cases that its names lead to
     * @param named the case that it names
     */
    OpenCase part(OpenCase whole, Stream<UUID> homes, Optional<CaseNumber> named) {
        return Stream.concat(homes, named.map(byNumber::get).stream())
                .filter(id -> with(id) == whole)
                .map(this::itself)
                .findFirst()
                .orElse(whole);
    }

    /** A case that was prepared by its number, even when it is part of another one. */
    Optional<OpenCase> itself(CaseNumber number) {
        return Optional.ofNullable(byNumber.get(number)).map(this::itself);
    }

    Optional<OpenCase> numbered(CaseNumber number) {
        return Optional.ofNullable(byNumber.get(number)).map(this::with);
    }

    OpenCase openNew() {
        if (numbersLeft == 0) {
            reserveNumbers(1);
        }
        numbersLeft--;
        var number = new CaseNumber(year, nextNumber++);
        MasterKeys.Wrapped key = keys.newDataKey();
        var clocks = new CaseClocks(rules, now, new CaseTimeline(), null, null);
        var opened = new OpenCase(
                ids.get(),
                number,
                key.key(),
                new CaseFile(),
                clocks,
                now,
                0,
                JournalHash.START,
                null,
                List::of,
                List::of);
        cases.put(opened.id(), opened);
        newKeys.put(opened.id(), key);
        byNumber.put(number, opened.id());
        return opened;
    }

    /** Whether new cases are to be opened: the counter is then held until this unit of work ends. */
    boolean haveNewNumbers() {
        return numbersLeft > 0;
    }

    void reserveNumbers(int count) {
        if (count > 0) {
            nextNumber = queries.reserveNumbers(year, count);
            numbersLeft = count;
        }
    }

    /** Reads and locks cases, in the order of their ids. */
    void open(Collection<UUID> wanted, Set<CaseNumber> numbers) {
        byNumber.putAll(queries.casesNumbered(numbers));
        Set<UUID> unread = new LinkedHashSet<>(wanted);
        unread.addAll(byNumber.values());
        unread.removeAll(cases.keySet());
        while (!unread.isEmpty()) {
            unread = read(unread);
        }
    }

    /** Reads and locks cases; returns those that they are part of, and that are not read. */
    private Set<UUID> read(Set<UUID> unread) {
        List<LedgerQueries.CaseRow> locked = queries.lockCases(unread);
        Map<UUID, DataKey> dataKeys = caseKeys.of(unread);
        for (UUID each : unread) {
            if (!dataKeys.containsKey(each)) {
                throw new ErasedCase(each);
            }
        }
        Map<UUID, LedgerQueries.Life> lives = queries.lives(unread, dataKeys);
        Map<UUID, List<Deadline>> stored = queries.deadlines(locked.stream()
                .filter(row -> CaseClocks.isStale(rules, row.clockedBy(), now))
                .map(LedgerQueries.CaseRow::id)
                .toList());
        Set<UUID> wholes = new LinkedHashSet<>();
        for (LedgerQueries.CaseRow row : locked) {
            if (row.mergedInto() != null && !cases.containsKey(row.mergedInto())) {
                wholes.add(row.mergedInto());
            }
            LedgerQueries.Life life = lives.getOrDefault(row.id(), new LedgerQueries.Life());
            var clocks = new CaseClocks(rules, now, life.timeline(), row.clockedBy(), stored.get(row.id()));
            cases.put(row.id(), open(row, life, clocks, Objects.requireNonNull(dataKeys.get(row.id()))));
        }
        wholes.removeAll(cases.keySet());
        return wholes;
    }

    /** What the submissions of cases say, oldest first. */
    List<StoredSubmission> submissions(Collection<UUID> some) {
        return queries.submissions(some, caseKeys.of(some));
    }

    /** A case whose clocks go by an older calendar says first of all what the new one moves. */
    private OpenCase open(LedgerQueries.CaseRow row, LedgerQueries.Life life, CaseClocks clocks, DataKey key) {
        var open = new OpenCase(
                row.id(),
                row.number(),
                key,
                life.file(),
                clocks,
                now,
                row.version(),
                row.head(),
                row.mergedInto(),
                () -> submissions(life.file().hasJoined() ? queries.matters.family(row.id()) : List.of(row.id())),
                () -> queries.entries(row.id(), key));
        if (clocks.isStale()) {
            clocks.moved()
                    .ifPresent(moved -> open.record(
                            List.of(moved), "hub", "Tenggat dihitung ulang menurut " + moved.instrument() + "."));
        }
        return open;
    }
}
