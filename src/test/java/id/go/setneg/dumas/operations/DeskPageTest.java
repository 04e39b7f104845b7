package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Match;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk's part of the page Dumas, over the real API and a real ledger. */
@SpringBootTest(
        classes = DeskHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.home=src/test/resources/console-home",
            "camel.main.routes-include-pattern=false",
            "camel.main.jmx-enabled=false", // its name over JMX belongs to the console's other tests
            "hub.operators.budi.password=sandi-budi",
            "hub.operators.budi.role=OPERATOR",
            "hub.operators.sari.password=sandi-sari",
            "hub.operators.sari.role=OFFICER",
            "spring.autoconfigure.exclude=org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration,"
                    + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@Isolated
class DeskPageTest {

    private static final String REFERRED = new CaseNumber(2026, 1).toString();
    private static final String WAITING = new CaseNumber(2026, 2).toString();
    private static final String ALARMING = new CaseNumber(2026, 5).toString();
    private static final Path PAGE = Path.of("src/main/resources/hawtio-plugins/page");

    @LocalServerPort
    private int port;

    @Autowired
    private DeskHub desk;

    @Autowired
    private HubLedger ledger;

    @Test
    void anOfficerSeesWhyAndDecides() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("sari", "sandi-sari").tab("penjelasan");
            assertThat(page.find("#dumas-menunggu-petugas [data-case='" + WAITING + "']")
                            .getText())
                    .contains("tidak ada aturan yang cukup pasti");
            page.find("[data-latest] button").click();
            String referral = page.find("[data-referral]").getDomAttribute("data-referral");
            assertThat(page.url()).endsWith("/hawtio/dumas#penjelasan/" + referral);
            page.ask("#dumas-cari", REFERRED.toLowerCase());
            assertThat(page.find("[data-referral]").getText())
                    .contains(
                            REFERRED,
                            "Kementerian Agraria",
                            "Tindak lanjut, memimpin",
                            "mappings/desk/routing.csv baris",
                            ", versi ",
                            "Uraian memuat: ");
            page.screenshot("penjelasan").ask("#dumas-cari", WAITING);
            await().until(() -> page.text().contains("Tidak ada penerusan dari berkas " + WAITING));
            assertThat(page.ask("#dumas-cari", "<b id=asing>")
                            .find("#dumas-jawaban [role=alert]")
                            .getText())
                    .startsWith("Tulis nomor berkas");
            assertThat(page.text()).doesNotContain(Complaints.NAME, Complaints.NIK);

            page.tab("sama");
            assertThat(page.find("[data-match] [data-field=reasons]").getText()).contains("NIK sama", "uraian");
            page.find("[data-match] [data-action=confirm]").click();
            assertThat(page.find("#dumas-ya").isEnabled()).isFalse();
            page.find("#dumas-sebab").sendKeys("Orang dan tanah yang sama.");
            page.screenshot("sama").find("#dumas-ya").click();
            assertThat(page.find("#dumas-sama [role=status]").getText()).endsWith("digabungkan.");
            assertThat(ledger.jdbc()
                            .queryForObject(
                                    "select decided_by from match_proposal where state = 'CONFIRMED'", String.class))
                    .isEqualTo("sari");

            page.tab("perkembangan").ask("#dumas-nomor", REFERRED);
            assertThat(page.find("#dumas-teks").getText()).startsWith("Berkas " + REFERRED);
            page.find("#dumas-formulir").click();
            await().until(() -> page.text().contains("Tersimpan: perkembangan-" + REFERRED + ".pdf"));
            page.screenshot("perkembangan").ask("#dumas-nomor", "DUMAS-2026-000001-00");
            assertThat(page.find("#dumas-perkembangan [role=alert]").getText())
                    .contains("dua angka pemeriksa di ujungnya salah");
        }
    }

    @Test
    void anOfficerReadsACaseFromWhatWaitsWithTheKeyboardAlone() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("sari", "sandi-sari").tab("penjelasan");
            page.find("#dumas-menunggu-petugas [data-case='" + WAITING + "'] a").sendKeys(Keys.ENTER);
            assertThat(page.find("#dumas-berkas-nomor").getText()).isEqualTo(WAITING);
            assertThat(page.url()).endsWith("/hawtio/dumas#berkas/" + WAITING);
            assertThat(page.browser().switchTo().activeElement().getText()).isEqualTo(WAITING);
            assertThat(page.find("#dumas-kiriman").getText()).contains("Perihal 000002", "Mohon perhatian.", "Surat");
            assertThat(page.find("#dumas-jurnal").getText())
                    .contains(
                            "Kiriman diterima lewat surat pada ", "Petugas menetapkan instansi karena ", "source:spde");
            page.screenshot("berkas");
            page.script("document.querySelector('#dumas-jurnal').scrollIntoView()");
            page.screenshot("berkas-jurnal");

            page.ask("#dumas-baca", REFERRED.toLowerCase(Locale.ROOT));
            assertThat(page.find("[data-case='" + REFERRED + "'] #dumas-berkas-penerusan")
                            .getText())
                    .contains("Kementerian Agraria", "Tindak lanjut");
            page.browser().navigate().back();
            page.find("[data-case='" + WAITING + "'] #dumas-jurnal");
            page.ask("#dumas-baca", "DUMAS-2026-000001-00");
            assertThat(page.find("#dumas-baca-berkas [role=alert]").getText()).contains("dua angka pemeriksa");
        }
        assertThat(ledger.audit().of(WAITING)).extracting(Audit.Line::did).contains("CASE");
    }

    @Test
    void anOfficerSeesToAnAlarmWithAReason() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("sari", "sandi-sari").tab("alarm");
            String row = "[data-alarm='" + ALARMING + " EMERGENCY']";
            assertThat(page.find(row).getText())
                    .contains("Nyawa mungkin terancam", "petugas: tanpa alamat surel, hanya di sini");
            page.screenshot("alarm").find(row + " [data-action='see-to']").click();
            assertThat(page.find("#dumas-ya").isEnabled()).isFalse();
            page.find("#dumas-sebab").sendKeys("pendek");
            page.find("#dumas-ya").click();
            assertThat(page.find("#dumas-tangani [role=alert]").getText()).contains("10 sampai 2.000");
            page.find("#dumas-sebab").sendKeys(", sudah ditelepon dan aman.");
            page.screenshot("alarm-tangani").find("#dumas-ya").click();
            assertThat(page.find("#dumas-alarm [role=status]").getText()).contains(ALARMING);
            await().until(() -> page.text().contains("Tidak ada alarm yang terbuka."));
        }
        assertThat(ledger.jdbc().queryForObject("select actor from journal where event = 'AlarmsSeenTo'", String.class))
                .isEqualTo("officer:sari");
    }

    @Test
    void anOperatorReloadsTablesAndIsToldWhatOfficersDo() throws IOException {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("budi", "sandi-budi").tab("sama");
            assertThat(page.find("#dumas-usulan").getText()).contains("tugas petugas");
            assertThat(page.browser().findElements(By.cssSelector("[data-action]")))
                    .isEmpty();
            page.tab("berkas");
            assertThat(page.find("#dumas-baca-berkas").getText()).contains("tugas petugas");
            assertThat(page.browser().findElements(By.cssSelector("#dumas-baca")))
                    .isEmpty();
            page.tab("perkembangan");
            assertThat(page.find("#dumas-perkembangan").getText()).contains("tugas petugas");

            String table = Files.readString(desk.table());
            page.tab("tabel").find("[data-table=alarms]");
            Files.writeString(desk.table(), table + "satu kolom saja\n");
            page.find("#dumas-muat").click();
            assertThat(page.find("#dumas-salah").getText()).contains("alarms.csv:");
            assertThat(page.text()).contains("semua tabel tetap seperti semula");
            page.screenshot("tabel");
            Files.writeString(desk.table(), table.stripTrailing() + "\n\n");
            page.find("#dumas-muat").click();
            assertThat(page.find("#dumas-tabel [role=status]").getText()).startsWith("Kini berlaku: alarms versi ");

            assertThat(page.tab("evaluasi").find("#dumas-laporan").getDomAttribute("href"))
                    .matches("/api/v1/reports/evaluation\\?from=\\d{4}-\\d\\d-01&to=\\d{4}-\\d\\d-\\d\\d");
        }
    }

    @Test
    void everyCodeThatThePageShowsHasAWord() throws IOException {
        assertThat(Files.readString(PAGE.resolve("matches.js")))
                .contains(Stream.of(Match.Reason.values())
                        .map(reason -> reason + ": '")
                        .toList());
        assertThat(Files.readString(PAGE.resolve("alarms.js")))
                .contains(Stream.of(Alarm.values()).map(alarm -> alarm + ": '").toList());
        assertThat(Files.readString(PAGE.resolve("case.js")))
                .contains(Stream.of(Channel.values(), RequiredItem.values(), Deadline.State.values())
                        .flatMap(Stream::of)
                        .map(code -> code + ": '")
                        .toList());
        assertThat(Files.readString(PAGE.resolve("explanations.js")))
                .contains(Stream.of(ReferralState.values(), Referral.Kind.values())
                        .flatMap(Stream::of)
                        .map(code -> code + ": '")
                        .toList())
                .contains(Stream.of(Files.readString(Path.of("mappings/desk/routing.csv"))
                                .split(",->,")[0]
                                .split(","))
                        .map(input -> input + ": '")
                        .toList());
    }

    @Test
    void nothingOfTheDataBecomesMarkup() throws IOException {
        try (Stream<Path> modules = Files.list(PAGE)) {
            assertThat(modules)
                    .allSatisfy(module -> assertThat(Files.readString(module))
                            .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval("));
        }
    }
}
