package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.MatchKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds cases that may be about the same matter as a submission: by keyed hashes of who complains and of bands of the text.
 * A key leads to 32 cases at most; how many more bear it is only counted. A person's key that is full leads nowhere: it is
 * an office's, not a person's.
 */
public final class KnownMatches {

    static final int BUCKET = 32;
    private static final int MOST = 5;
    private static final int STRONG = 4;
    private static final int WEAK = 2;

    private final JdbcTemplate jdbc;
    private final LedgerQueries queries;
    private final MasterKeys keys;
    private final KnownRecords known;
    private final OpenCases cases;
    private final Map<Long, Set<UUID>> casesByKey = new HashMap<>();
    private final IdentityHashMap<Complaint, Map<Long, Integer>> weights = new IdentityHashMap<>();
    private final List<Object[]> keyRows = new ArrayList<>();
    private final TreeMap<Long, Integer> beyond = new TreeMap<>();

    /**
     * A case that may be about the same matter.
     *
     * @param complaints what it says, oldest first; the newest version of each record
     */
    public record Candidate(UUID caseId, CaseNumber number, List<Complaint> complaints) {

        @Override
        public String toString() {
            return "Candidate[" + number + "]";
        }
    }

    KnownMatches(JdbcTemplate jdbc, LedgerQueries queries, MasterKeys keys, KnownRecords known, OpenCases cases) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.keys = keys;
        this.known = known;
        this.cases = cases;
    }

    /** Reads, with one query, which cases share keys with these submissions. */
    void read(List<Submission> submissions) {
        Set<Long> all = submissions.stream()
                .flatMap(each -> weights(each.complaint()).keySet().stream())
                .collect(Collectors.toSet());
        queries.matters
                .casesMatching(all)
                .forEach(found -> casesByKey
                        .computeIfAbsent(found.getKey(), key -> new LinkedHashSet<>())
                        .add(found.getValue()));
    }

    /** What the complaint may be found by, and how much each says. */
    private Map<Long, Integer> weights(Complaint complaint) {
        return weights.computeIfAbsent(complaint, each -> {
            MatchKeys found = known.matchKeys(each);
            Map<Long, Integer> hashes = new LinkedHashMap<>();
            for (String key : found.all()) {
                hashes.put(
                        ByteBuffer.wrap(keys.hash("match", key)).getLong(),
                        found.strong().contains(key) ? STRONG : found.weak().contains(key) ? WEAK : 1);
            }
            return hashes;
        });
    }

    /** Cases that share the most with a complaint, beside its own; five at most. They are read, not locked. */
    public List<Candidate> of(OpenCase on, Complaint complaint) {
        Map<UUID, Integer> shared = new HashMap<>();
        weights(complaint).forEach((key, weight) -> {
            Set<UUID> found = casesByKey.getOrDefault(key, Set.of());
            if (weight == 1 || found.size() < BUCKET) {
                found.forEach(each -> shared.merge(each, weight, Integer::sum));
            }
        });
        shared.remove(on.id());
        return shared.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .flatMap(home -> candidate(on, home).stream())
                .toList();
    }

    private Optional<Candidate> candidate(OpenCase on, UUID home) {
        Optional<OpenCase> open = cases.find(home).map(OpenCase::id).map(cases::with);
        if (open.isPresent()) {
            return open.filter(other -> other != on && !other.complaints().isEmpty())
                    .map(other -> new Candidate(other.id(), other.number(), other.complaints()));
        }
        UUID root = queries.matters.root(home);
        List<Complaint> complaints = root.equals(on.id()) ? List.of() : newest(home);
        return complaints.isEmpty()
                ? Optional.empty()
                : queries.number(root).map(number -> new Candidate(root, number, complaints));
    }

    private List<Complaint> newest(UUID home) {
        return StoredSubmission.newest(cases.submissions(List.of(home))).stream()
                .map(StoredSubmission::complaint)
                .toList();
    }

    /** Remembers by what a complaint may be found. */
    void add(OpenCase home, Complaint complaint) {
        for (Long key : weights(complaint).keySet()) {
            Set<UUID> there = casesByKey.computeIfAbsent(key, each -> new LinkedHashSet<>());
            if (there.contains(home.id())) {
                continue;
            }
            if (there.size() < BUCKET) {
                there.add(home.id());
                keyRows.add(new Object[] {key, home.id()});
            } else {
                beyond.merge(key, 1, Integer::sum);
            }
        }
    }

    void write() {
        if (!keyRows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into match_key (match_key, case_id) values (?, ?) on conflict do nothing", keyRows);
        }
        beyond.forEach((key, more) -> {
            if (jdbc.update("update match_bucket set beyond = beyond + ? where match_key = ?", more, key) == 0) {
                jdbc.update("insert into match_bucket (match_key, beyond) values (?, ?)", key, more);
            }
        });
    }
}
