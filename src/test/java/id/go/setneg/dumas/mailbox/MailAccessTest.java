package id.go.setneg.dumas.mailbox;

import static id.go.setneg.dumas.mailbox.DrainedMailbox.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.go.setneg.dumas.fixture.Dovecot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailAccessTest {

    private static final Duration OFTEN = Duration.ofMillis(200);

    @Test
    void anOwnAuthorityIsBelievedAndTheNameIsChecked() throws Exception {
        Map<String, String> passwords = Map.of("dumas", Dovecot.PASSWORD);
        try (var dovecot = Dovecot.start()) {
            dovecot.deliver("dumas", mail("lewat TLS"));
            for (var refused : List.of(
                    Map.entry("localhost", MailAccess.byPassword(passwords, null)),
                    Map.entry("127.0.0.1", MailAccess.byPassword(passwords, dovecot.certificate())))) {
                try (var mailbox = DrainedMailbox.start(
                        "dumas", OFTEN, "imaps", refused.getKey(), dovecot.imapsPort(), refused.getValue())) {
                    await().until(() -> !mailbox.faults.isEmpty());
                    assertThat(mailbox.taken).isEmpty();
                }
            }
            MailAccess access = MailAccess.byPassword(passwords, dovecot.certificate());
            try (var mailbox =
                    DrainedMailbox.start("dumas", OFTEN, "imaps", "localhost", dovecot.imapsPort(), access)) {
                await().until(() -> mailbox.taken.contains("lewat TLS"));
            }
        }
    }

    @Test
    void aServerElsewhereMustSpeakTls() {
        MailAccess access = MailAccess.byPassword(Map.of(), null);
        assertThat(access.imap("imap", "surel.contoh.example")).containsEntry("mail.imap.starttls.required", "true");
        assertThat(access.imap("imap", "127.0.0.1")).doesNotContainKey("mail.imap.starttls.required");
        assertThat(access.smtp("surel.contoh.example", "dumas"))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.auth", "true");
        assertThat(access.smtp("localhost", "")).containsEntry("mail.smtp.auth", "false");
    }

    @Test
    void aTokenIsFetchedOnceAndAnewWhenTheServerRefusesIt() throws Exception {
        try (var authority = new Authority();
                var dovecot = Dovecot.withTokens(authority.url("/introspect"))) {
            authority.good = "token-2"; // the first one was revoked
            var access = MailAccess.byToken(
                    new TokenSource.Endpoint(URI.create(authority.url("/token")), "dumas-hub", "rahasia", "imap"),
                    null,
                    Clock.systemUTC());
            dovecot.deliver("dumas", mail("dengan token"));
            try (var mailbox = DrainedMailbox.start("dumas", OFTEN, "imap", "127.0.0.1", dovecot.imapPort(), access)) {
                await().atMost(Duration.ofSeconds(40)).until(() -> mailbox.taken.contains("dengan token"));
            }
            assertThat(authority.asked)
                    .hasSize(2)
                    .allSatisfy(form -> assertThat(form)
                            .contains("grant_type=client_credentials", "client_id=dumas-hub", "scope=imap"));
        }
    }

    @Test
    void aTokenFileIsReadAnewForEachLogin(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "lama\n");
        var access = MailAccess.byToken(new TokenSource.File(file), null, Clock.systemUTC());
        assertThat(access.secret("dumas")).isEqualTo("lama");
        Files.writeString(file, "baru\n");
        assertThat(access.secret("dumas")).isEqualTo("baru");
    }

    /** An authorization server: gives tokens and says which one is good. */
    private static final class Authority implements AutoCloseable {

        final List<String> asked = new CopyOnWriteArrayList<>();
        volatile String good = "";
        private final HttpServer server;

        Authority() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/token", exchange -> {
                asked.add(body(exchange));
                answer(exchange, "{\"access_token\":\"token-" + asked.size() + "\",\"expires_in\":3600}");
            });
            server.createContext("/introspect", exchange -> {
                boolean active = body(exchange).contains("token=" + good);
                answer(exchange, "{\"active\":" + active + ",\"username\":\"dumas\"}");
            });
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        private static String body(HttpExchange exchange) throws IOException {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        }

        private static void answer(HttpExchange exchange, String json) throws IOException {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
