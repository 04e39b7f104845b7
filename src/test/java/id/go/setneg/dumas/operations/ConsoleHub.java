package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.intake.Work;
import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.ledger.ParkedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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

    static final UUID HELD = UUID.fromString("01900000-0000-7000-8000-000000000002");

    /** What was discarded: who, cause, until, why. */
    final List<String> discarded = new CopyOnWriteArrayList<>();

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
            public Batch records(ParkedList.Cause cause, UUID after) {
                return after == null ? new Batch(40, 1, PARKED) : new Batch(5, 1, null);
            }

            @Override
            public Batch discard(ParkedList.Cause cause, OffsetDateTime until, UUID after, String who, String because) {
                discarded.add(who + " " + cause.words() + " " + until + " " + because);
                return new Batch(47, 0, null);
            }

            @Override
            public boolean delivery(UUID id) {
                return true;
            }

            @Override
            public boolean forgetDrift(String feed, String path, String what) {
                return path.equals("/surelBaru");
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
                        HELD, Waiting.Kind.DELIVERY, "gagal", "Instansi Gagal", "HTTP 422", NOW.minusSeconds(60)));
            }

            @Override
            public List<ParkedGroup> parkedGroups() {
                return List.of(
                        new ParkedGroup(
                                "lapor",
                                "LAPOR!",
                                "lapor/report-to-complaint",
                                "/matter: required text",
                                47,
                                NOW.minusSeconds(90_000),
                                NOW.minusSeconds(60)),
                        new ParkedGroup(
                                "spde",
                                "SPDE",
                                "spde/record-to-complaint",
                                "sifat has an unknown word",
                                1,
                                NOW.minusSeconds(60),
                                NOW.minusSeconds(60)));
            }

            @Override
            public List<Drift> drifts() {
                return List.of(new Drift(
                        "SPDE",
                        new Drifts.Drift(
                                "spde",
                                "/surelBaru",
                                "UNKNOWN_FIELD",
                                "\"aaaaa@aaaaaa.aa\"",
                                1234,
                                NOW.minusSeconds(7200),
                                NOW)));
            }

            @Override
            public List<Work.Progress> works() {
                return List.of(
                        new Work.Progress(
                                "Pengisian ulang LAPOR!", NOW, Duration.ofSeconds(90), 900, 3000, 10, null, null),
                        new Work.Progress(
                                "Pengisian ulang SPDE", NOW, Duration.ofSeconds(3), 12, -1, 4, NOW, "selesai"));
            }

            @Override
            public List<Deadlines.Figure> clocks() {
                return List.of(
                        new Deadlines.Figure(Deadline.Kind.ISSUE, 12, 1, 3, 2, LocalDate.parse("2026-11-20")),
                        new Deadlines.Figure(Deadline.Kind.DIRECTION, 120, 0, 0, 0, null));
            }

            @Override
            public AlarmList.Figure alarms() {
                return new AlarmList.Figure(2, OffsetDateTime.parse("2026-11-24T01:00:00Z"));
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
