package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
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
    private final Directory directory;

    /**
     * One referral explained. It holds codes and the table's own words, nothing of the complaint.
     *
     * @param agencyName its present official name, the code where the directory does not have it
     * @param file the table, null for a rule without one
     * @param line in that file, 0 for a rule without one
     * @param sentence in Indonesian; of a referral from before explanations were kept, the rule's own reason
     */
    record Explained(
            UUID referral,
            @JsonProperty("case") String caseNumber,
            String agency,
            String agencyName,
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

    /** A referral in a list. */
    record Listed(
            UUID referral,
            @JsonProperty("case") String caseNumber,
            String agency,
            String agencyName,
            String kind,
            String state,
            OffsetDateTime at) {}

    /** The last one first. */
    record Latest(List<Listed> referrals) {}

    /** What waits, the longest waiting first. */
    record Waiting(List<IssuedReferrals.Left> cases) {}

    RoutingApi(IssuedReferrals referrals, Directory directory) {
        this.referrals = referrals;
        this.directory = directory;
    }

    /** Of one case, or of all. */
    @GetMapping
    Latest latest(
            @RequestParam(name = "case", required = false) @Nullable String number,
            @RequestParam(defaultValue = "20") int most) {
        int size = Math.clamp(most, 1, MOST);
        List<IssuedReferrals.Listed> listed = number == null
                ? referrals.latest(size)
                : referrals.of(WrittenNumber.read(number, HttpStatus.BAD_REQUEST), size);
        return new Latest(listed.stream().map(this::listed).toList());
    }

    @GetMapping("/{id}/explanation")
    Explained explain(@PathVariable UUID id) {
        return referrals
                .find(id)
                .map(this::explained)
                .orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Penerusan ini tidak ada."));
    }

    @GetMapping("/waiting")
    Waiting waiting(@RequestParam(defaultValue = "100") int most) {
        return new Waiting(referrals.left(Math.clamp(most, 1, MOST)));
    }

    private Explained explained(IssuedReferrals.Issued issued) {
        ReferralIssued fact = issued.fact();
        Basis basis = fact.basis();
        Explanation said = fact.explanation() == null
                ? new Explanation(true, Map.of(), List.of(), basis.because())
                : fact.explanation();
        return new Explained(
                fact.referral(),
                issued.number().toString(),
                fact.agency().value(),
                name(fact.agency()),
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

    private Listed listed(IssuedReferrals.Listed one) {
        return new Listed(
                one.referral(),
                one.number(),
                one.agency().value(),
                name(one.agency()),
                one.kind(),
                one.state(),
                one.at());
    }

    private String name(AgencyCode code) {
        return directory.find(code).map(Agency::name).orElse(code.value());
    }
}
