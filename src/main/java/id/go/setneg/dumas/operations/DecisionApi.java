package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.desk.Decisions;
import id.go.setneg.dumas.desk.Implausible;
import id.go.setneg.dumas.desk.OfficerDecision;
import id.go.setneg.dumas.ledger.Ledger;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers decide beside SPDE (OpenAPI: {@code /api/openapi.yaml}); each decision with its reason, in the journal. */
@RestController
@RequestMapping("/api/v1/cases/{number}/decisions")
class DecisionApi {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private final Ledger ledger;
    private final Decisions decisions;

    /** Where the case stands now, and the names of the facts that the decision added. */
    record Decided(String number, CaseState state, List<String> facts) {}

    DecisionApi(Ledger ledger, Decisions decisions) {
        this.ledger = ledger;
        this.decisions = decisions;
    }

    @PostMapping
    Decided decide(@PathVariable String number, @RequestBody OfficerDecision decision, Principal officer) {
        int length = decision.reason().strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "Alasan (reason) wajib, 10 sampai 2.000 karakter.");
        }
        CaseNumber known = WrittenNumber.read(number, HttpStatus.BAD_REQUEST);
        Decisions.Outcome outcome = take(known, officer, decision)
                .orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Nomor berkas ini tidak ada."));
        if (outcome.facts().isEmpty()) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "Keputusan ini tidak mengubah apa pun; berkas " + outcome.state() + ".");
        }
        return new Decided(outcome.number().toString(), outcome.state(), outcome.facts());
    }

    private Optional<Decisions.Outcome> take(CaseNumber number, Principal officer, OfficerDecision decision) {
        try {
            return ledger.write(unit -> decisions.take(unit, number, officer.getName(), decision));
        } catch (Implausible e) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }
}
