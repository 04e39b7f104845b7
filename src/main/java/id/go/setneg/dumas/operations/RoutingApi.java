package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.Explanation;
import id.go.setneg.dumas.ledger.IssuedReferrals;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why cases went where they went, and which wait for a person to say (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/referrals")
class RoutingApi {

    private static final int MOST = 500;

    private final IssuedReferrals referrals;

    /**
     * One referral explained. It holds codes and the table's own words, nothing of the complaint.
     *
     * @param file the table, null for a rule without one
     * @param line in that file, 0 for a rule without one
     * @param sentence in Indonesian; of a referral from before explanations were kept, the rule's own reason
     */
    record Explained(
            UUID referral,
            @JsonProperty("case") String caseNumber,
            String agency,
            String kind,
            boolean lead,
            OffsetDateTime at,
            String actor,
            String rule,
            @Nullable String file,
            String version,
            int line,
            String because,
            Map<String, String> inputs,
            List<String> excluded,
            String sentence) {}

    /** What waits, the longest waiting first. */
    record Waiting(List<IssuedReferrals.Left> cases) {}

    RoutingApi(IssuedReferrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/{id}/explanation")
    Explained explain(@PathVariable UUID id) {
        return referrals
                .find(id)
                .map(RoutingApi::explained)
                .orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Penerusan ini tidak ada."));
    }

    @GetMapping("/waiting")
    Waiting waiting(@RequestParam(defaultValue = "100") int most) {
        return new Waiting(referrals.left(Math.clamp(most, 1, MOST)));
    }

    private static Explained explained(IssuedReferrals.Issued issued) {
        ReferralIssued fact = issued.fact();
        Basis basis = fact.basis();
        Explanation said = fact.explanation() == null
                ? new Explanation(true, Map.of(), List.of(), basis.because())
                : fact.explanation();
        return new Explained(
                fact.referral(),
                issued.number().toString(),
                fact.agency().value(),
                fact.kind().name(),
                said.lead(),
                issued.at(),
                issued.actor(),
                basis.rule(),
                basis.line() == 0 ? null : "mappings/desk/" + basis.rule() + ".csv",
                basis.version(),
                basis.line(),
                basis.because(),
                said.inputs(),
                said.excluded().stream().map(AgencyCode::value).toList(),
                said.sentence());
    }
}
