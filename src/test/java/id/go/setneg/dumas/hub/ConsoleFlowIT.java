package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.operations.ConsolePage;
import id.go.setneg.dumas.operations.HubMXBean;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator at the console of the running hub. */
@RunningHub
class ConsoleFlowIT {

    private static final NumberFormat NUMBERS = NumberFormat.getIntegerInstance(Locale.forLanguageTag("id-ID"));
    private static final String DESTINATION = "agency.kemensos";

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @Test
    void thePageShowsWhatTheLedgerHoldsAndSteersIt() {
        world.settle(ledger);
        var hub = world.operator()
                .jolokia(Web.JSON.createObjectNode().put("type", "read").put("mbean", HubMXBean.NAME));
        assertThat(hub.path("status").asInt()).as("%s", hub).isEqualTo(200);
        try (var page = ConsolePage.open(world.web("").base(), false)) {
            page.login("operator", "sandbox").awaitHub();
            for (String destination :
                    List.of("spde", "mail", "lapor", "agency.atr-bpn", "agency.kemnaker", DESTINATION)) {
                shows(page, destination, "delivered", "DELIVERED");
                shows(page, destination, "waiting", "WAITING");
            }
            for (String feed : List.of("spde-register", "spde-drop-folder", "dumas-mailbox", "lapor-reports")) {
                assertThat(page.feed(feed, "taken"))
                        .as(feed)
                        .isEqualTo(NUMBERS.format(count(ledger, "from submission where feed = ?", feed)));
                assertThat(page.feed(feed, "parked"))
                        .as(feed)
                        .isEqualTo(NUMBERS.format(
                                count(ledger, "from parked where feed = ? and state = 'WAITING'", feed)));
            }
            for (String state : ledger.queryForList("select distinct state from case_file", String.class)) {
                assertThat(page.cases(state))
                        .as(state)
                        .isEqualTo(NUMBERS.format(count(ledger, "from case_file where state = ?", state)));
            }
            suspendAndResume(page);
        }
    }

    @Test
    void anOfficerIsToldWhyACaseWentWhereItWent() {
        world.settle(ledger);
        String number = ledger.queryForObject(
                "select min(c.number) from case_file c join referral r on r.case_id = c.id where r.kind = 'ACTION'",
                String.class);
        try (var page = ConsolePage.open(world.web("").base(), false)) {
            page.login("officer", "sandbox").tab("penjelasan").ask("#dumas-cari", number);
            assertThat(page.find("[data-referral]").getText()).contains(number, "Berkas diteruskan kepada", "Tabel");
            page.tab("tabel").find("[data-table=routing]");
            page.tab("perkembangan").ask("#dumas-nomor", number);
            assertThat(page.find("#dumas-teks").getText()).startsWith("Berkas " + number);
        }
    }

    @Test
    void anOfficerReadsTheCaseThatRangAndSeesToIt() {
        long before = alertsSent();
        world.canaries().alarmingLetter();
        await().atMost(Duration.ofMinutes(3)).until(() -> alertsSent() > before);
        world.settle(ledger);
        String number = ledger.queryForObject(
                "select max(c.number) from open_alarm a join case_file c on c.id = a.case_id", String.class);
        try (var page = ConsolePage.open(world.web("").base(), false)) {
            page.login("officer", "sandbox").awaitHub();
            assertThat(page.find("#dumas-alarm-terbuka").getText()).contains("alarm terbuka");
            page.find("#dumas-alarm-terbuka a").click();
            String row = "[data-alarm='" + number + " EMERGENCY']";
            assertThat(page.find(row).getText()).contains("petugas: surel terkirim");
            page.screenshot("alarm-hub").find(row + " th a").click();
            page.find("[data-case='" + number + "']");
            assertThat(page.find("#dumas-kiriman").getText()).contains("sedang disiksa", "Pengadu", "NIK");
            assertThat(page.find("#dumas-jurnal").getText())
                    .contains("Alarm: nyawa mungkin terancam, diberitahukan kepada officer dengan surel.");
            page.screenshot("berkas-hub");

            page.tab("alarm").find(row + " [data-action='see-to']").click();
            page.find("#dumas-sebab").sendKeys("Polisi setempat sudah ditelepon.");
            page.find("#dumas-ya").click();
            assertThat(page.find("#dumas-alarm [role=status]").getText()).contains(number);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            page.browser().findElements(By.cssSelector(row)).isEmpty());
            page.tab("berkas").ask("#dumas-baca", number);
            assertThat(page.find("#dumas-jurnal").getText())
                    .contains("Polisi setempat sudah ditelepon.", "Alarm ditangani: nyawa mungkin terancam.");
        }
    }

    @Test
    void theDiagramOfAllRoutesIsDrawn() {
        try (var page = ConsolePage.open(world.web("").base(), false)) {
            page.login("operator", "sandbox").awaitHub().openDiagram();
            assertThat(page.text()).doesNotContain("Error Occurred");
            page.screenshot("semua-rute");
        }
    }

    private long alertsSent() {
        return count(ledger, "from delivery where kind = 'ALERT' and state = 'DELIVERED'");
    }

    private void suspendAndResume(ConsolePage page) {
        page.toggleDestination(DESTINATION);
        try {
            assertThat(page.destinationState(DESTINATION)).isEqualTo("SUSPENDED");
            world.canaries().letter("Kementerian Sosial", "");
            await().atMost(Duration.ofMinutes(3)).until(() -> of(DESTINATION, "WAITING") == 1);
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> page.destination(DESTINATION, "waiting").equals("1"));
            page.screenshot("hub-dihentikan");
        } finally {
            page.toggleDestination(DESTINATION);
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> of(DESTINATION, "WAITING") == 0);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> page.destination(DESTINATION, "waiting").equals("0"));
        world.settle(ledger);
        page.screenshot("hub-berjalan");
    }

    private void shows(ConsolePage page, String destination, String field, String state) {
        assertThat(page.destination(destination, field))
                .as("%s of %s", field, destination)
                .isEqualTo(NUMBERS.format(of(destination, state)));
    }

    private long of(String destination, String state) {
        return count(ledger, "from delivery where destination = ? and state = ?", destination, state);
    }
}
