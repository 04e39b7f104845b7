package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.ParkedList;
import id.go.setneg.dumas.ledger.ParkedList.Cause;
import id.go.setneg.dumas.ledger.ParkedList.Filter;
import id.go.setneg.dumas.ledger.ParkedList.State;
import id.go.setneg.dumas.mapping.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Parked records for people (OpenAPI: {@code /api/openapi.yaml}). Operators and officers see why a record waits and what it
 * looks like; what it says, only officers see, and every look is written down first.
 */
@RestController
@RequestMapping("/api/v1/parked")
class ParkedApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SHAPE = 4_000;
    private static final int MOST = 500;

    private final ParkedList list;
    private final Parked parked;
    private final Audit audit;
    private final Replays replays;

    /** A page; {@code next} goes into the parameter {@code after}, absent at the end. */
    record Page(List<ParkedList.Row> records, @Nullable UUID next) {}

    /** What waits, by cause. */
    record Groups(List<ParkedList.Group> groups) {}

    /** One record, and what it looks like. */
    record Shown(ParkedList.Row record, String shape) {}

    /** Whether a record was taken in; if not, why not. */
    record Replayed(boolean taken, @Nullable String reason) {}

    /** Which records to try again. */
    record Again(@Nullable Cause cause, @Nullable UUID after) {}

    /** Which records to discard, and why. */
    record Discard(
            @Nullable Cause cause,
            @Nullable OffsetDateTime until,
            @Nullable UUID after,
            @Nullable String because) {}

    ParkedApi(ParkedList list, Parked parked, Audit audit, Replays replays) {
        this.list = list;
        this.parked = parked;
        this.audit = audit;
        this.replays = replays;
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "WAITING") State state,
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    OffsetDateTime since,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int most) {
        Cause one = feed == null || mapping == null || cause == null ? null : new Cause(feed, mapping, cause);
        if (one == null && cause != null) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "Sebab dicari bersama feed dan mapping.");
        }
        int size = Math.clamp(most, 1, MOST);
        List<ParkedList.Row> records = list.page(new Filter(state, one, feed, since, null), after, size);
        return new Page(
                records, records.size() < size ? null : records.getLast().id());
    }

    @GetMapping("/groups")
    Groups groups() {
        return new Groups(list.groups());
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable UUID id) {
        return new Shown(row(id), Shape.of(content(id), LONGEST_SHAPE));
    }

    /** What the record says: officers only. */
    @GetMapping("/{id}/content")
    ResponseEntity<byte[]> read(@PathVariable UUID id, Principal officer) throws IOException {
        ParkedList.Row row = row(id);
        audit.note(officer.getName(), "READ", id.toString());
        ObjectNode shown = JSON.createObjectNode()
                .put("id", id.toString())
                .put("feed", row.feed())
                .put("mapping", row.mapping())
                .put("reason", row.reason());
        shown.set("content", content(id));
        parked.discardedBecause(id).ifPresent(because -> shown.put("discardedBecause", because));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(JSON.writeValueAsBytes(shown));
    }

    @PostMapping("/{id}/replay")
    Replayed replay(@PathVariable UUID id, Principal who) {
        waiting(id);
        audit.note(who.getName(), "REPLAY", id.toString());
        return replays.record(id) ? new Replayed(true, null) : new Replayed(false, row(id).reason());
    }

    @PostMapping("/replay")
    Replays.Batch replay(@RequestBody Again again, Principal who) {
        Cause cause = cause(again.cause());
        audit.note(who.getName(), "REPLAY", cause.feed());
        return replays.records(cause, again.after());
    }

    @PostMapping("/{id}/discard")
    ResponseEntity<Void> discard(@PathVariable UUID id, @RequestBody Discard discard, Principal who) {
        waiting(id);
        if (!parked.discard(id, who.getName(), because(discard))) {
            throw settled();
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/discard")
    Replays.Batch discard(@RequestBody Discard discard, Principal who) {
        OffsetDateTime until = discard.until();
        if (until == null) {
            throw Refusals.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Isi until: hanya yang diparkir sampai saat itu yang dibuang.");
        }
        return replays.discard(cause(discard.cause()), until, discard.after(), who.getName(), because(discard));
    }

    private static Cause cause(@Nullable Cause cause) {
        if (cause == null || cause.feed() == null || cause.mapping() == null || cause.words() == null) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "Isi cause dengan feed, mapping, dan words.");
        }
        return cause;
    }

    private static String because(Discard discard) {
        String because = discard.because();
        if (because == null || because.isBlank() || because.length() > 1_000) {
            throw Refusals.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Isi because: sebab pembuangan, paling banyak 1.000 huruf.");
        }
        return because.strip();
    }

    private ParkedList.Row row(UUID id) {
        return list.find(id).orElseThrow(() -> Refusals.of(HttpStatus.NOT_FOUND, "Catatan ini tidak ada."));
    }

    private void waiting(UUID id) {
        if (row(id).state() != State.WAITING) {
            throw settled();
        }
    }

    private static RuntimeException settled() {
        return Refusals.of(HttpStatus.CONFLICT, "Catatan ini tidak menunggu lagi.");
    }

    /** The record as JSON, in the frame in which it was parked; what is no JSON as text. */
    private JsonNode content(UUID id) {
        byte[] bytes = parked.content(id).orElseThrow();
        try {
            JsonNode content = JSON.readTree(bytes);
            return content.path("record").isObject() ? content.path("record") : content;
        } catch (IOException e) {
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
