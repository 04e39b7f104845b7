package id.go.setneg.dumas.status;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.ledger.ErasedCase;
import id.go.setneg.dumas.mapping.MappingRefused;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agencies' side of the HTTP API (OpenAPI: {@code /api/openapi.yaml}); what it takes goes through a route. */
@RestController
@RequestMapping("/api/v1")
class StatusApi {

    private static final int LARGEST = 65_536;
    private static final String ROUTE = "direct:agency-status";

    private final ProducerTemplate routes;
    private final HubKey hubKey;

    StatusApi(ProducerTemplate routes, HubKey hubKey) {
        this.routes = routes;
        this.hubKey = hubKey;
    }

    /** The hub's public keys, to which agencies seal what they put into their queue. */
    @GetMapping(path = "/keys", produces = "application/jwk-set+json")
    String keys() {
        return hubKey.publicKeys();
    }

    /** An agency's word: 204 once it is stored, also when it was stored before. */
    @PostMapping(path = "/referrals/{referral}/status", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(@PathVariable UUID referral, InputStream body, Principal agency) throws IOException {
        byte[] json = body.readNBytes(LARGEST + 1);
        if (json.length > LARGEST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "Pembaruan status paling banyak " + LARGEST + " bita.");
        }
        if (!routes.getCamelContext().isStarted()) {
            return paused();
        }
        try {
            routes.sendBody(ROUTE, new ReportedStatus(new AgencyCode(agency.getName()), referral, json));
            return ResponseEntity.noContent().build();
        } catch (CamelExecutionException e) {
            return refusal(e.getCause() == null ? e : e.getCause());
        }
    }

    private static ResponseEntity<ProblemDetail> refusal(Throwable cause) {
        return switch (cause) {
            case MappingRefused refused ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "Isi tidak sesuai skema. " + refused.getMessage());
            case ErasedCase erased -> problem(HttpStatus.GONE, "Berkas ini sudah dimusnahkan.");
            case UnknownReferral unknown ->
                problem(HttpStatus.NOT_FOUND, "Tidak ada penerusan dengan nomor ini untuk instansi Anda.");
            case DirectConsumerNotAvailableException paused -> paused();
            case DataAccessException database ->
                problem(HttpStatus.SERVICE_UNAVAILABLE, "Tidak ada yang tersimpan. Kirim lagi nanti.");
            default -> throw new IllegalStateException("a status update could not be taken", cause);
        };
    }

    private static ResponseEntity<ProblemDetail> paused() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "Hub sedang tidak menerima pembaruan status. Kirim lagi nanti.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatusCode status, String detail) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "30");
        }
        return answer.body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
