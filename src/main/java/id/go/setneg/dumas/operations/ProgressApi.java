package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.ErasedCase;
import id.go.setneg.dumas.ledger.Histories;
import id.go.setneg.dumas.ledger.History;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.progress.Progress;
import id.go.setneg.dumas.progress.ProgressForm;
import id.go.setneg.dumas.progress.ProgressText;
import id.go.setneg.dumas.progress.Progresses;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a case stands, for the officer who is asked by telephone, WhatsApp or at the counter (OpenAPI:
 * {@code /api/openapi.yaml}). Each look is written down before it happens, also one at a number that there is not.
 */
@RestController
@RequestMapping("/api/v1/cases")
class ProgressApi {

    private static final MediaType BRIEF = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Histories histories;
    private final Progresses progresses;
    private final Canonical canonical;
    private final Audit audit;
    private final Clock clock;

    ProgressApi(Histories histories, Progresses progresses, Canonical canonical, Audit audit, Clock clock) {
        this.histories = histories;
        this.progresses = progresses;
        this.canonical = canonical;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(path = "/{number}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> read(@PathVariable String number, Principal officer) throws JsonProcessingException {
        Progress progress = look(number, officer);
        return answer(MediaType.APPLICATION_JSON).body(canonical.json().writeValueAsBytes(progress));
    }

    /** At most 700 characters. */
    @GetMapping(path = "/{number}/progress", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> readBrief(@PathVariable String number, Principal officer) {
        String brief = ProgressText.brief(look(number, officer));
        return answer(BRIEF).body(brief.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/{number}/progress", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> readForm(@PathVariable String number, Principal officer) {
        Progress progress = look(number, officer);
        return answer(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("perkembangan-" + progress.number() + ".pdf")
                                .build()
                                .toString())
                .body(ProgressForm.pdf(progress));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
    }

    private Progress look(String number, Principal officer) {
        CaseNumber named = WrittenNumber.read(number, HttpStatus.BAD_REQUEST);
        audit.note(officer.getName(), "PROGRESS", named.toString());
        return find(named)
                .map(history -> progresses.of(history, OffsetDateTime.now(clock)))
                .orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Berkas dengan nomor ini tidak ada."));
    }

    private Optional<History> find(CaseNumber number) {
        try {
            return histories.find(number);
        } catch (ErasedCase erased) {
            throw Refusals.of(HttpStatus.GONE, "Berkas ini sudah dimusnahkan.");
        }
    }
}
