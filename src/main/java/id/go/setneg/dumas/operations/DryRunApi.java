package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.desk.DryRun;
import id.go.setneg.dumas.mapping.MappingBroken;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries changed tables and mappings before they count (OpenAPI: {@code /api/openapi.yaml}); one at a time. */
@RestController
@RequestMapping("/api/v1/dry-runs")
class DryRunApi {

    private static final int LONGEST = 366;
    private static final int LARGEST = 1_000_000;
    private static final int MOST_FILES = 50;

    private final DryRun dryRun;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** What is tried; {@code after} is {@code next} of the answer before. */
    record Wanted(
            @Nullable Integer days,
            @Nullable Map<String, String> files,
            @Nullable UUID after) {}

    DryRunApi(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    @PostMapping
    DryRun.Result run(@RequestBody Wanted wanted) throws IOException {
        Map<String, String> files = wanted.files() == null ? Map.of() : wanted.files();
        int days = wanted.days() == null ? 30 : wanted.days();
        long size = files.values().stream().mapToLong(String::length).sum();
        if (days < 1 || days > LONGEST || files.isEmpty() || files.size() > MOST_FILES || size > LARGEST) {
            throw Refusals.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Isi files (paling banyak 50 berkas, 1.000.000 huruf) dan days (1 sampai 366).");
        }
        if (!busy.compareAndSet(false, true)) {
            throw Refusals.of(HttpStatus.CONFLICT, "Uji coba lain sedang berjalan.");
        }
        try {
            return dryRun.run(days, files, wanted.after());
        } catch (MappingBroken broken) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(broken.getMessage()));
        } finally {
            busy.set(false);
        }
    }
}
