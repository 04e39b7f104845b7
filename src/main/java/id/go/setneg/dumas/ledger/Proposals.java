package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Match;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which cases people are asked to compare, and which are of one mass letter, inside one unit of work. */
public final class Proposals {

    private final JdbcTemplate jdbc;
    private final LedgerQueries queries;
    private final Supplier<UUID> ids;
    private final OffsetDateTime now;
    private final List<Object[]> proposed = new ArrayList<>();
    private final List<Object[]> letters = new ArrayList<>();
    private final List<Object[]> members = new ArrayList<>();

    /**
     * A proposal as it stands.
     *
     * @param one the older case
     */
    public record Proposal(UUID id, CaseNumber one, CaseNumber two, boolean isOpen) {}

    Proposals(JdbcTemplate jdbc, LedgerQueries queries, Supplier<UUID> ids, OffsetDateTime now) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.ids = ids;
        this.now = now;
    }

    /**
     * Asks people whether two cases are about the same matter.
     *
     * @param because the row of the table that says so
     * @return the proposal; none when they were asked before
     */
    public Optional<UUID> propose(OpenCase on, KnownMatches.Candidate other, Match match, String because) {
        boolean isOlder = on.id().compareTo(other.caseId()) < 0;
        UUID one = isOlder ? on.id() : other.caseId();
        UUID two = isOlder ? other.caseId() : on.id();
        if (queries.matters.isProposed(one, two)
                || proposed.stream().anyMatch(row -> row[1].equals(one) && row[2].equals(two))) {
            return Optional.empty();
        }
        UUID id = ids.get();
        String reasons = match.reasons().stream().map(Enum::name).collect(Collectors.joining(" "));
        proposed.add(new Object[] {id, one, two, match.score(), reasons, because, "OPEN", now});
        return Optional.of(id);
    }

    /** Remembers that cases are of one mass letter: of the one that some of them are of already, else of a new one. */
    public UUID groupMassLetter(OpenCase on, List<KnownMatches.Candidate> others) {
        List<UUID> all = new ArrayList<>(
                others.stream().map(KnownMatches.Candidate::caseId).toList());
        all.add(on.id());
        UUID letter = queries.matters.massLetter(all).or(() -> inThisUnit(all)).orElseGet(() -> {
            UUID fresh = ids.get();
            letters.add(new Object[] {fresh, now});
            return fresh;
        });
        all.forEach(each -> members.add(new Object[] {each, letter, now}));
        return letter;
    }

    private Optional<UUID> inThisUnit(List<UUID> cases) {
        return members.stream()
                .filter(row -> cases.contains((UUID) row[0]))
                .map(row -> (UUID) row[1])
                .findFirst();
    }

    /** A proposal; its cases are not locked. */
    public Optional<Proposal> find(UUID id) {
        return jdbc
                .query(
                        "select a.number, b.number, p.state from match_proposal p join case_file a on a.id = p.case_a"
                                + " join case_file b on b.id = p.case_b where p.id = ?",
                        (row, n) -> new Proposal(
                                id,
                                CaseNumber.parse(row.getString(1)),
                                CaseNumber.parse(row.getString(2)),
                                row.getString(3).equals("OPEN")),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Writes down what a person said.
     *
     * @return false when somebody was faster
     */
    public boolean decide(UUID id, boolean isConfirmed, String who) {
        return jdbc.update(
                        "update match_proposal set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'OPEN'",
                        isConfirmed ? "CONFIRMED" : "DISMISSED",
                        who,
                        now,
                        id)
                == 1;
    }

    void write() {
        insert("match_proposal (id, case_a, case_b, score, reasons, because, state, proposed_at)", proposed);
        insert("mass_letter (id, recognised_at)", letters);
        insert("mass_letter_case (case_id, mass_letter, joined_at)", members);
    }

    private void insert(String into, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String values = "?, ".repeat(rows.getFirst().length - 1) + "?";
            jdbc.batchUpdate("insert into " + into + " values (" + values + ") on conflict do nothing", rows);
        }
    }
}
