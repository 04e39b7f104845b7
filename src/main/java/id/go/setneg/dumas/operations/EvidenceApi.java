package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.evidence.Evidence;
import id.go.setneg.dumas.ledger.Audit;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evidence pack of a case, for officers, and the key that proves it, for all (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1")
class EvidenceApi {

    private final Evidence evidence;
    private final Audit audit;

    EvidenceApi(Evidence evidence, Audit audit) {
        this.evidence = evidence;
        this.audit = audit;
    }

    @GetMapping("/cases/{number}/evidence")
    ResponseEntity<byte[]> pack(
            @PathVariable String number, @RequestParam(defaultValue = "false") boolean withKey, Principal officer) {
        CaseNumber which = CaseNumber.in(number)
                .filter(found -> found.toString().equals(number))
                .orElseThrow(EvidenceApi::noSuchCase);
        String did = withKey ? "EVIDENCE-KEY" : "EVIDENCE";
        audit.note(officer.getName(), did, number);
        evidence.parts(which).forEach(part -> audit.note(officer.getName(), did, part.toString()));
        byte[] pack =
                evidence.of(which, "officer:" + officer.getName(), withKey).orElseThrow(EvidenceApi::noSuchCase);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + ".zip")
                                .build()
                                .toString())
                .body(pack);
    }

    @GetMapping(path = "/keys/evidence", produces = "application/jwk-set+json")
    String keys() {
        return evidence.publicKeys();
    }

    private static RuntimeException noSuchCase() {
        return Refusals.of(HttpStatus.NOT_FOUND, "Berkas ini tidak ada.");
    }
}
