package id.go.setneg.dumas.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit of work reads of which cases are about one matter. */
final class MatchQueries {

    private final LedgerQueries queries;

    MatchQueries(LedgerQueries queries) {
        this.queries = queries;
    }

    /** A case and those that are part of it, however deep. */
    List<UUID> family(UUID caseId) {
        List<UUID> family = new ArrayList<>(List.of(caseId));
        List<UUID> parents = List.of(caseId);
        while (!parents.isEmpty()) {
            parents = queries.query(
                    "select id from case_file where merged_into = any (?)",
                    "uuid",
                    parents,
                    (row, n) -> LedgerQueries.uuid(row, 1));
            family.addAll(parents);
        }
        return family;
    }

    /** The case that a case is part of in the end: itself when it is part of none. */
    UUID root(UUID caseId) {
        UUID root = caseId;
        for (UUID into = caseId; into != null; into = mergedInto(into)) {
            root = into;
        }
        return root;
    }

    private @Nullable UUID mergedInto(UUID caseId) {
        return queries
                .query(
                        "select merged_into from case_file where id = any (?) and merged_into is not null",
                        "uuid",
                        List.of(caseId),
                        (row, n) -> LedgerQueries.uuid(row, 1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The cases that share keys. */
    List<Map.Entry<Long, UUID>> casesMatching(Collection<Long> keys) {
        return queries.query(
                "select match_key, case_id from match_key where match_key = any (?)",
                "bigint",
                keys,
                (row, n) -> Map.entry(row.getLong(1), LedgerQueries.uuid(row, 2)));
    }

    boolean isProposed(UUID one, UUID other) {
        return queries.exists("select count(*) from match_proposal where case_a = ? and case_b = ?", one, other);
    }

    /** The mass letter that one of these cases is known to be of. */
    Optional<UUID> massLetter(Collection<UUID> cases) {
        return queries
                .query(
                        "select mass_letter from mass_letter_case where case_id = any (?) order by joined_at, mass_letter",
                        "uuid",
                        cases,
                        (row, n) -> LedgerQueries.uuid(row, 1))
                .stream()
                .findFirst();
    }
}
