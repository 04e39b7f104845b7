package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Dossier;
import id.go.setneg.dumas.ledger.Dossiers;
import id.go.setneg.dumas.ledger.ErasedCase;
import id.go.setneg.dumas.mapping.Canonical;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A case as whoever has to decide about it reads it, for officers (OpenAPI: {@code /api/openapi.yaml}). Each look is written
 * down before anything is shown, also one at a number that there is not, and with it each part whose contents are shown.
 */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private static final String READ = "CASE";

    private final Dossiers dossiers;
    private final Directory directory;
    private final Canonical canonical;
    private final Audit audit;

    CaseApi(Dossiers dossiers, Directory directory, Canonical canonical, Audit audit) {
        this.dossiers = dossiers;
        this.directory = directory;
        this.canonical = canonical;
        this.audit = audit;
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read(@PathVariable String number, Principal officer) throws JsonProcessingException {
        CaseNumber named = WrittenNumber.read(number, HttpStatus.BAD_REQUEST);
        audit.note(officer.getName(), READ, named.toString());
        Dossier dossier =
                find(named).orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Berkas dengan nomor ini tidak ada."));
        dossier.parts().forEach(part -> audit.note(officer.getName(), READ, part.toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(canonical.json().writeValueAsBytes(CaseView.of(dossier, directory, canonical)));
    }

    private Optional<Dossier> find(CaseNumber number) {
        try {
            return dossiers.find(number);
        } catch (ErasedCase erased) {
            throw Refusals.of(HttpStatus.GONE, "Berkas ini sudah dimusnahkan.");
        }
    }
}
