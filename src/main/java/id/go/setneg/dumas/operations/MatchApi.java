package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.Merging;
import id.go.setneg.dumas.ledger.MatchList;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases that may be about one matter, for people (OpenAPI: {@code /api/openapi.yaml}); only officers decide. */
@RestController
@RequestMapping("/api/v1")
class MatchApi {

    private static final int MOST = 500;

    private final MatchList list;
    private final Merging merging;

    /** A page; {@code next} goes into the parameter {@code after}, absent at the end. */
    record Page(List<MatchList.Row> matches, @Nullable UUID next) {}

    /** One text from many people, each time. */
    record MassLetters(List<MatchList.MassLetter> massLetters) {}

    /** Why, and which case stays. */
    record Said(@Nullable String reason, @Nullable String into) {}

    MatchApi(MatchList list, Merging merging) {
        this.list = list;
        this.merging = merging;
    }

    @GetMapping("/matches")
    Page list(
            @RequestParam(defaultValue = "OPEN") MatchList.State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int most) {
        int size = Math.clamp(most, 1, MOST);
        List<MatchList.Row> matches = list.page(state, after, size);
        return new Page(
                matches, matches.size() < size ? null : matches.getLast().id());
    }

    @GetMapping("/mass-letters")
    MassLetters massLetters() {
        return new MassLetters(list.massLetters(MOST));
    }

    @PostMapping("/matches/{id}/confirm")
    ResponseEntity<Void> confirm(@PathVariable UUID id, @RequestBody Said said, Principal officer) {
        CaseNumber into = said.into() == null ? null : number(said.into());
        return answer(merging.confirm(id, into, reason(said), officer.getName()));
    }

    @PostMapping("/matches/{id}/dismiss")
    ResponseEntity<Void> dismiss(@PathVariable UUID id, @RequestBody Said said, Principal officer) {
        return answer(merging.dismiss(id, reason(said), officer.getName()));
    }

    @PostMapping("/cases/{number}/merge")
    ResponseEntity<Void> merge(@PathVariable String number, @RequestBody Said said, Principal officer) {
        String into = said.into();
        if (into == null) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "Isi into: nomor berkas yang tetap.");
        }
        return answer(merging.merge(number(number), number(into), reason(said), officer.getName()));
    }

    @PostMapping("/cases/{number}/unmerge")
    ResponseEntity<Void> unmerge(@PathVariable String number, @RequestBody Said said, Principal officer) {
        return answer(merging.unmerge(number(number), reason(said), officer.getName()));
    }

    private static CaseNumber number(String text) {
        return WrittenNumber.read(text, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String reason(Said said) {
        String reason = said.reason();
        if (reason == null || reason.isBlank() || reason.length() > 1_000) {
            throw Refusals.of(HttpStatus.UNPROCESSABLE_CONTENT, "Isi reason: alasan, paling banyak 1.000 huruf.");
        }
        return reason.strip();
    }

    private static ResponseEntity<Void> answer(Optional<Merging.Refusal> refusal) {
        if (refusal.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        throw switch (refusal.get()) {
            case NO_SUCH_CASE -> Refusals.of(HttpStatus.NOT_FOUND, "Berkas ini tidak ada.");
            case NO_SUCH_MATCH -> Refusals.of(HttpStatus.NOT_FOUND, "Usulan ini tidak ada.");
            case SAME_CASE -> Refusals.of(HttpStatus.CONFLICT, "Kedua nomor adalah satu berkas.");
            case ALREADY_MERGED ->
                Refusals.of(
                        HttpStatus.CONFLICT, "Salah satu berkas sudah menjadi bagian berkas lain: pisahkan dahulu.");
            case NOT_MERGED -> Refusals.of(HttpStatus.CONFLICT, "Berkas ini bukan bagian berkas lain.");
            case CLOSED -> Refusals.of(HttpStatus.CONFLICT, "Berkas yang dituju sudah diarsipkan atau ditarik.");
            case ALREADY_DECIDED -> Refusals.of(HttpStatus.CONFLICT, "Usulan ini sudah diputuskan.");
        };
    }
}
