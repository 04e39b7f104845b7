package id.go.setneg.dumas.intake.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The webhook that Meta calls (Graph API, Webhooks): what it posts is believed only with the signature of our application, and
 * answered 200 only once it is stored. Meta repeats what is answered otherwise.
 */
@RestController
@RequestMapping("/api/v1/whatsapp")
class WhatsAppApi {

    private static final int LARGEST = 3_000_000; // bytes; Meta sends up to a thousand messages at once
    private static final String ROUTE = "direct:whatsapp-webhook";

    private final WebhookSettings settings;
    private final ProducerTemplate routes;

    WhatsAppApi(WebhookSettings settings, ProducerTemplate routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** Meta asks whether the webhook is ours. */
    @GetMapping
    ResponseEntity<?> verify(
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        boolean isAsked = mode.equals("subscribe") && challenge.matches("[A-Za-z0-9_-]{1,200}");
        if (!settings.enabled() || !isAsked || !settings.isAgreed(token)) {
            return problem(HttpStatus.FORBIDDEN, "Token verifikasi tidak benar.");
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> receive(
            InputStream content, @RequestHeader(name = "X-Hub-Signature-256", defaultValue = "") String signature)
            throws IOException {
        byte[] body = content.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "Isi paling banyak " + LARGEST + " bita.");
        }
        if (!settings.enabled() || !settings.isSigned(body, signature)) {
            return problem(HttpStatus.FORBIDDEN, "Tanda tangan tidak benar.");
        }
        try {
            routes.sendBody(ROUTE, body);
            return ResponseEntity.ok().build();
        } catch (CamelExecutionException notStored) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "Tidak ada yang tersimpan. Kirim lagi nanti.");
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
