package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.mapping.Tables;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision tables in use, and reading them again (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/tables")
class TablesApi {

    private final Tables tables;
    private final TableReloads reloads;

    /** A table, its version, and since when this hub has decided by it. */
    record Shown(String table, String version, OffsetDateTime since) {}

    /** What is in use, and what was wrong at the last reload. */
    record All(List<Shown> tables, List<String> problems) {}

    TablesApi(Tables tables, TableReloads reloads) {
        this.tables = tables;
        this.reloads = reloads;
    }

    @GetMapping
    All all() {
        return new All(tables.inUse().stream().map(this::shown).toList(), tables.problems());
    }

    private Shown shown(Tables.InUse table) {
        return new Shown(table.table(), table.version(), reloads.since(table.table()));
    }

    /** All that changed, or none: 422 says file, line and what is wrong. */
    @PostMapping("/reload")
    ResponseEntity<?> reload(Principal who) {
        Tables.Reload reload = reloads.reload(who.getName());
        if (reload.problems().isEmpty()) {
            return ResponseEntity.ok(reload);
        }
        var refused = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "Tabel tidak dimuat ulang; semua tabel tetap seperti semula.");
        refused.setProperty("problems", reload.problems());
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused);
    }
}
