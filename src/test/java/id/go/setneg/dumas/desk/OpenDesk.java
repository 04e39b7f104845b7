package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.ledger.Submission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;

/** A desk over a real ledger: takes records in and tells what the ledger then holds. */
public record OpenDesk(HubLedger hub, Desk desk) {

    public OpenDesk(HubLedger hub) {
        this(hub, DeskFixture.desk());
    }

    /** Whether it was news. */
    public boolean take(Complaints what) {
        Complaint complaint = what.complaint();
        var submission = new Submission(
                hub.ids().get(),
                complaint.source() + "-feed",
                complaint,
                DeskFixture.canonical().bytes(complaint),
                "{}".getBytes(StandardCharsets.UTF_8));
        return hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return desk.take(unit, submission);
        });
    }

    /** What became of an officer's decision; none when there is no such case. */
    public Optional<Decisions.Outcome> decide(CaseNumber number, OfficerDecision decision) {
        return hub.ledger().write(unit -> decisions().take(unit, number, "sari", decision));
    }

    public Completions completions() {
        return new Completions(desk, LedgerFixture.postponedNotices(hub.jdbc()), hub.ledger(), hub.clock());
    }

    public Decisions decisions() {
        return new Decisions(desk);
    }

    /** Of the only case; none when there is none. */
    public Optional<String> state() {
        try {
            return Optional.ofNullable(hub.jdbc().queryForObject("select state from case_file", String.class));
        } catch (EmptyResultDataAccessException none) {
            return Optional.empty();
        }
    }

    /** The names of all facts, in the order in which they were written. */
    public List<String> facts() {
        return hub.jdbc().queryForList("select event from journal order by case_id, seq", String.class);
    }
}
