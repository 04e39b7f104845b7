package id.go.setneg.dumas.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The console with three example routes and fixed numbers: no ledger, no broker. Not annotated as configuration, lest the whole hub's tests find it. */
@EnableAutoConfiguration
@Import({
    Access.class,
    Logins.class,
    LoginPage.class,
    Problems.class,
    ErrorPage.class,
    ContainerErrors.class,
    Console.class,
    ConsoleQuestions.class,
    Contracts.class,
    Hub.class,
    ConsoleHub.Referrals.class
})
class ConsoleHub {

    static final String SECRET_TOKEN = "kunci-sangat-rahasia";
    static final String SECRET_PASSWORD = "sandi-sangat-rahasia";
    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    static final UUID PARKED = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, java.time.ZoneOffset.UTC);
    }

    @Bean
    AgencyLogins agencies() {
        return () -> Map.of("contoh", "sandi-contoh", "lain", "{noop}sandi-lain");
    }

    @Bean
    Replays replays() {
        return new Replays() {
            @Override
            public boolean record(UUID id) {
                return !id.equals(PARKED);
            }

            @Override
            public boolean delivery(UUID id) {
                return true;
            }
        };
    }

    @Bean
    Overview overview() {
        return new Overview() {
            @Override
            public List<Feed> feeds() {
                return List.of(
                        new Feed("spde", "SPDE", "baca-contoh", NOW.minusSeconds(12), 1234, 0, null),
                        new Feed("lapor", "LAPOR!", "terima", null, 0, 3, "UNAUTHORIZED"));
            }

            @Override
            public List<Destination> destinations() {
                return List.of(
                        new Destination(
                                "contoh", "Instansi Contoh", "kirim-contoh", 7, NOW.minusSeconds(200), 0, 98765, null),
                        new Destination(
                                "gagal",
                                "Instansi Gagal",
                                "kirim-gagal",
                                41,
                                NOW.minusSeconds(90_000),
                                2,
                                5,
                                "TIMEOUT"));
            }

            @Override
            public List<Waiting> waiting() {
                return List.of(new Waiting(
                        PARKED,
                        Waiting.Kind.RECORD,
                        "lapor",
                        "LAPOR!",
                        "/matter: required text",
                        NOW.minusSeconds(60)));
            }

            @Override
            public List<CaseCount> cases() {
                return List.of(
                        new CaseCount("RECEIVED", 4),
                        new CaseCount("AWAITING_DIRECTION", 120),
                        new CaseCount("ANSWERED", 31));
            }
        };
    }

    /** Stands for the API that agencies report to. */
    @TestComponent
    @RestController
    static class Referrals {

        record Status(int at) {}

        @PostMapping(path = "/api/v1/referrals/{id}/status", consumes = "application/json")
        void report(@PathVariable String id, @RequestBody Status status) {
            switch (status.at()) {
                case 1 -> throw new IllegalStateException("Contoh Warga Satu");
                case 2 -> {
                    ProblemDetail own = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "sudah dijawab");
                    throw new ErrorResponseException(HttpStatus.CONFLICT, own, null);
                }
                default -> {}
            }
        }
    }
}
