package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.ledger.Drifts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where sources have changed the form of their records (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/drift")
class DriftApi {

    private final Drifts drifts;

    /** All, the newest first. */
    record All(List<Drifts.Drift> drift) {}

    DriftApi(Drifts drifts) {
        this.drifts = drifts;
    }

    @GetMapping
    All all() {
        return new All(drifts.all());
    }

    /** A person has dealt with it; when it is seen again, it comes back. */
    @DeleteMapping
    ResponseEntity<Void> forget(@RequestParam String feed, @RequestParam String path, @RequestParam String what) {
        if (!drifts.forget(feed, path, what)) {
            throw Refusals.of(HttpStatus.NOT_FOUND, "Perubahan ini tidak ada.");
        }
        return ResponseEntity.noContent().build();
    }
}
