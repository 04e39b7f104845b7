package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.sandbox.Expected;
import id.go.setneg.dumas.sandbox.Sandbox;
import id.go.setneg.dumas.sandbox.Sandbox.Notice;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that comes in goes where it belongs, once, whatever happens on the way. */
@RunningHub
class HubIT {

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @Autowired
    private CamelContext camel;

    private Sandbox sandbox;

    @BeforeEach
    void settle() {
        sandbox = world.sandbox();
        world.settle(ledger);
    }

    @Test
    void everyRecordOfEverySourceIsTakenOnce() {
        Expected expected = sandbox.expected();

        assertThat(references("mail")).isEqualTo(expected.records().get("mail").size());
        assertThat(references("lapor"))
                .isEqualTo(expected.records().get("lapor").size());
        assertThat(references("spde"))
                .as("letters, and what the hub had registered")
                .isEqualTo(expected.records().get("spde").size()
                        + sandbox.registrations().size());
    }

    /** What waits, each once: a report that LAPOR! touches is parked again with each touch, and is known by its id. */
    private Set<String> parkedRecords() throws Exception {
        Set<String> records = new HashSet<>();
        for (JsonNode row :
                Web.json(world.officer().get("/api/v1/parked?most=500").body()).path("records")) {
            String id = row.path("id").asText();
            String feed = row.path("feed").asText();
            if (feed.startsWith("lapor-")) {
                records.add(Web.json(world.officer()
                                .get("/api/v1/parked/" + id + "/content")
                                .body())
                        .path("content")
                        .path("id")
                        .asText());
            } else if (!feed.startsWith("agency.")) {
                records.add(id);
            }
        }
        return records;
    }

    private long references(String source) {
        return count(ledger, "from (select distinct reference_key from submission where source = ?)", source);
    }

    @Test
    void everyMailAndReportIsRegisteredOnce() {
        Expected expected = sandbox.expected();
        int count = expected.records().get("mail").size()
                + expected.records().get("lapor").size();

        assertThat(sandbox.registrations())
                .hasSize(count)
                .allSatisfy(
                        (caseNumber, times) -> assertThat(times).as(caseNumber).isEqualTo(1));
    }

    @Test
    void whatCannotBeReadIsParkedWithItsReason() throws Exception {
        Expected expected = sandbox.expected();

        assertThat(parkedRecords()).hasSameSizeAs(expected.parked());
        assertThat(count(
                        ledger, "from correspondence where feed like '%-mailbox' and kind in ('AUTOMATIC', 'INQUIRY')"))
                .isEqualTo(expected.ignored().size());
        assertThat(ledger.queryForList("select distinct reason from parked", String.class))
                .allSatisfy(reason -> assertThat(reason).hasSizeBetween(10, 400));
        assertThat(ledger.queryForList("select distinct feed from parked", String.class))
                .contains("spde-register", "spde-drop-folder", "dumas-mailbox", "lapor-reports");
    }

    /** Hostile records of other tests have words in their code fields that no list holds. */
    @Test
    void noSourceSendsAFieldOrTypeThatItsContractDoesNotKnow() {
        assertThat(ledger.queryForList(
                        "select feed || ' ' || path || ' ' || what || ' ' || shape from drift where what <> 'NEW_VALUE'",
                        String.class))
                .as("write what the sandbox sends into the mapping's .contract.json")
                .isEmpty();
    }

    @Test
    void everyReferralArrivesOnceAtItsAgency() {
        var received = sandbox.referralsReceived();
        Set<String> issued = new HashSet<>(ledger.queryForList(
                "select cast(id as varchar) from referral where agency in ('atr-bpn', 'kemensos', 'kemnaker')",
                String.class));

        assertThat(issued).hasSizeGreaterThan(20);
        assertThat(received.keySet()).isEqualTo(issued);
        assertThat(received).allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(sandbox.referralsRead())
                .hasSize(3)
                .allSatisfy(
                        (agency, referrals) -> assertThat(referrals).as(agency).isNotEmpty());
    }

    @Test
    void noAgencyLearnsWhoWantedToStayUnknown() {
        Set<String> hidden = sandbox.expected().hidden();

        assertThat(hidden).isNotEmpty();
        assertThat(sandbox.referralsRead().values().toString()).doesNotContain(hidden);
    }

    @Test
    void everyStatusIsStoredOnceAndToldOnceToEachSource() {
        assertThat(count(ledger, "from status_update where agency in ('atr-bpn', 'kemensos', 'kemnaker')"))
                .isEqualTo(sandbox.statusesReported().size());
        assertThat(sandbox.statusesReported()).hasSizeGreaterThan(60);

        List<Notice> notices = sandbox.statusesAtSources();
        assertThat(notices).extracting(Notice::source).contains("lapor", "spde", "mail");
        assertThat(notices.stream().map(notice -> notice.source() + " " + notice.delivery()))
                .doesNotHaveDuplicates();
        for (String source : List.of("lapor", "spde", "mail")) {
            assertThat(notices.stream().filter(notice -> notice.source().equals(source)))
                    .as(source)
                    .hasSize((int) count(
                            ledger,
                            "from delivery where destination = ? and kind in ('STATUS', 'ACKNOWLEDGEMENT', 'PROGRESS')"
                                    + " and state = 'DELIVERED'",
                            source));
        }
    }

    @Test
    void nothingIsStuck() {
        assertThat(ledger.queryForList(
                        "select destination || ' ' || kind || ' ' || state || ' ' || coalesce(reason, '') from delivery"
                                + " where state <> 'DELIVERED' and reason <> 'WAY none configured' and reason <> 'HTTP 422'",
                        String.class))
                .isEmpty();
        assertThat(sandbox.troubles().stream().filter(trouble -> !trouble.contains("hub answered 503")))
                .isEmpty();
    }

    @Test
    void readingTheSameAgainChangesNothing() {
        sandbox.calm(); // a report that is touched is another version
        world.everyFeedIsRead(ledger);
        world.settle(ledger);
        List<Long> before = World.counts(ledger);

        world.everyFeedIsRead(ledger);

        assertThat(World.counts(ledger)).isEqualTo(before);
    }

    @Test
    void aSuspendedDestinationWaitsAndGoesOnWhereItStopped() throws Exception {
        camel.getRouteController().suspendRoute("lapor");
        long told = toldAtLapor();
        try {
            sandbox.load(9);
            await().atMost(Duration.ofMinutes(3)).until(() -> waiting("lapor") > 0);
            assertThat(toldAtLapor()).isEqualTo(told);
        } finally {
            camel.getRouteController().resumeRoute("lapor");
        }
        world.settle(ledger);
        assertThat(waiting("lapor")).isZero();
        assertThat(toldAtLapor()).isGreaterThan(told);
        everyStatusIsStoredOnceAndToldOnceToEachSource();
    }

    @Test
    void aSuspendedHandOverIsTriedAgain() throws Exception {
        camel.getRouteController().suspendRoute("spde-follow-ups");
        try {
            sandbox.load(3);
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> count(
                                    ledger,
                                    "from delivery where destination = 'spde' and state = 'WAITING'"
                                            + " and reason = 'ROUTE suspended'")
                            > 0);
        } finally {
            camel.getRouteController().resumeRoute("spde-follow-ups");
        }
        world.settle(ledger);
        nothingIsStuck();
        everyStatusIsStoredOnceAndToldOnceToEachSource();
    }

    @Test
    void aMailThatCannotBeTakenStaysUntilItCan() throws Exception {
        long mails = references("mail");
        camel.getRouteController().suspendRoute("take-mail");
        try {
            world.canaries().mail();
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            count(ledger, "from feed_position where feed = 'dumas-mailbox' and failure is not null")
                                    == 1);
            assertThat(references("mail")).isEqualTo(mails);
        } finally {
            camel.getRouteController().resumeRoute("take-mail");
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> references("mail") == mails + 1);
        world.settle(ledger);
        everyRecordOfEverySourceIsTakenOnce();
    }

    private long toldAtLapor() {
        return sandbox.statusesAtSources().stream()
                .filter(notice -> notice.source().equals("lapor"))
                .count();
    }

    private long waiting(String destination) {
        return count(ledger, "from delivery where destination = ? and state = 'WAITING'", destination);
    }

    @Test
    void anAgencyThatIsDownDelaysNobodyElse() {
        sandbox.down("atr-bpn", true);
        Set<String> others = acted("kemensos", "kemnaker");
        Set<String> its = acted("atr-bpn");
        try {
            world.canaries().letter("Kementerian Agraria dan Tata Ruang/BPN", "");
            world.canaries().letter("Kementerian Sosial", "");
            world.canaries().letter("Kementerian Ketenagakerjaan", "");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> acted("kemensos", "kemnaker").size() == others.size() + 2
                            && count(
                                            ledger,
                                            "from delivery where destination = 'agency.atr-bpn' and state = 'WAITING'"
                                                    + " and reason = 'HTTP 503'")
                                    > 0);
            assertThat(acted("atr-bpn")).isEqualTo(its);
        } finally {
            sandbox.down("atr-bpn", false);
        }
        world.settle(ledger);
        assertThat(acted("atr-bpn")).hasSizeGreaterThan(its.size());
        everyReferralArrivesOnceAtItsAgency();
    }

    private Set<String> acted(String... agencies) {
        Set<String> wanted = Set.of(agencies);
        return sandbox.referralsRead().entrySet().stream()
                .filter(entry -> wanted.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(referral -> Web.json(referral).path("id").asText())
                .collect(Collectors.toSet());
    }
}
