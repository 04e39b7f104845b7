package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.intake.Backfill;
import id.go.setneg.dumas.intake.Backfill.Status;
import id.go.setneg.dumas.intake.Backfills;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads parts of a source's past again (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/backfills")
class BackfillApi {

    private static final int USUAL_RATE = 10;
    private static final int FASTEST = 200;

    private final Backfills backfills;

    /** What is wanted; {@code rate} is records a second, ten unless given. */
    record Wanted(
            @Nullable String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer rate) {}

    /** All, the newest first, and what can be asked for. */
    record All(List<Status> backfills, List<String> sources) {}

    BackfillApi(Backfills backfills) {
        this.backfills = backfills;
    }

    @PostMapping
    ResponseEntity<Status> start(@RequestBody Wanted wanted) {
        return switch (backfills.start(range(wanted))) {
            case Backfills.Start.Begun begun -> ResponseEntity.accepted().body(begun.status());
            case Backfills.Start.Busy busy ->
                throw Refusals.of(HttpStatus.CONFLICT, "Pengisian ulang sumber ini sedang berjalan.");
            case Backfills.Start.NoSuchSource none ->
                throw Refusals.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Sumber ini tidak dapat dibaca ulang. Yang dapat: " + String.join(", ", none.sources()) + ".");
        };
    }

    private static Backfill.Range range(Wanted wanted) {
        String source = wanted.source();
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        int rate = wanted.rate() == null ? USUAL_RATE : wanted.rate();
        if (source == null || from == null || to == null || !from.isBefore(to)) {
            throw Refusals.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Isi source, from, dan to; from adalah hari sebelum to.");
        }
        if (rate < 1 || rate > FASTEST) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "rate adalah 1 sampai 200 catatan per detik.");
        }
        return new Backfill.Range(source, from, to, rate);
    }

    @GetMapping
    All all() {
        return new All(backfills.all(), List.copyOf(backfills.sources()));
    }

    @GetMapping("/{id}")
    Status one(@PathVariable UUID id) {
        return backfills
                .find(id)
                .orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Pengisian ulang ini tidak ada."));
    }

    /** It ends at its next page. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        if (!backfills.cancel(id)) {
            throw Refusals.of(HttpStatus.NOT_FOUND, "Pengisian ulang ini tidak ada.");
        }
        return ResponseEntity.accepted().build();
    }
}
