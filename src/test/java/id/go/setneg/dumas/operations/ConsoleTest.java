package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHubTest
@Isolated
class ConsoleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ConsoleHub hub;

    @Test
    void anOperatorSeesTheHubFirstAndSteersIt() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("budi", "salah");
            assertThat(page.find("#pesan").getText()).contains("tidak benar");
            page.screenshot("masuk");
            page.login("budi", "sandi-budi").awaitHub().screenshot("dumas");

            assertThat(page.url()).endsWith("/hawtio/dumas");
            assertThat(page.find("#dumas-alarm-terbuka").getText()).contains("2 alarm terbuka");
            assertThat(page.feed("spde", "taken")).isEqualTo("1.234");
            assertThat(page.feed("spde", "lag")).isEqualTo("12 dtk lalu");
            assertThat(page.feed("lapor", "lag")).isEqualTo("belum pernah");
            assertThat(page.destination("contoh", "waiting")).isEqualTo("7");
            assertThat(page.destination("contoh", "delivered")).isEqualTo("98.765");
            assertThat(page.destination("gagal", "oldest")).isEqualTo("1 hari");
            assertThat(page.destinationState("gagal")).isEqualTo("FAILING");
            assertThat(page.cases("AWAITING_DIRECTION")).isEqualTo("120");

            page.askDestination("[data-destination='contoh']").screenshot("tanya");
            page.find("#dumas-batal").click();
            page.toggleDestination("contoh").screenshot("dihentikan");
            assertThat(camel.getRouteController().getRouteStatus("kirim-contoh").isSuspended())
                    .isTrue();
            page.toggleDestination("contoh");
            assertThat(camel.getRouteController().getRouteStatus("kirim-contoh").isStarted())
                    .isTrue();

            page.openDiagram();
            page.screenshot("diagram");
        }
    }

    @Test
    void emptyAndFailingPagesSaySoInTheDarkToo() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, true)) {
            page.login("budi", "sandi-budi").awaitHub().screenshot("gelap");

            page.script("window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('down'))");
            assertThat(page.find("#dumas-galat").getText())
                    .contains("Hub tidak dapat dihubungi", "dicoba lagi setiap dua detik");
            assertThat(page.feed("spde", "taken")).isEqualTo("1.234");
            page.screenshot("galat");

            page.script("window.fetch = async () => new Response(JSON.stringify({status: 200,"
                    + " value: {Feeds: [], Destinations: [], Cases: [], Waiting: [],"
                    + " ParkedGroups: [], Drifts: [], Works: [], Deadlines: [],"
                    + " Alarms: {open: 0, oldest: null}}}))");
            page.find("#dumas[data-error=false]");
            assertThat(page.text())
                    .contains(
                            "Belum ada sumber yang diaktifkan",
                            "Belum ada tujuan",
                            "Belum ada berkas",
                            "Tidak ada yang menunggu orang",
                            "Semua sumber menulis seperti yang dikenal",
                            "Tidak ada tenggat yang berjalan",
                            "Tidak ada alarm yang terbuka",
                            "Tidak ada pekerjaan panjang");
            page.screenshot("kosong");

            page.script("window.fetch = async () => new Response('', {status: 401})");
            page.find("#dumas[data-error=true]");
            assertThat(page.find("#dumas-galat").getText()).contains("masuk lagi");
        }
    }

    @Test
    void anOperatorReplaysAndDiscardsWhatWaits() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("budi", "sandi-budi").awaitHub();
            String group = "[data-group='lapor lapor/report-to-complaint /matter: required text']";
            assertThat(page.find(group + " [data-field='count']").getText()).isEqualTo("47");
            page.find("[data-waiting='" + ConsoleHub.HELD + "'] [data-action='replay']");
            assertThat(page.find("[data-drift='spde /surelBaru']").getText())
                    .contains("Bidang baru", "\"aaaaa@aaaaaa.aa\"", "1.234");
            assertThat(page.find("[data-clock='ISSUE']").getText()).contains("Surat tindak lanjut", "2026-11-20");
            assertThat(page.find("[data-clock='ISSUE'] [data-field='overdue']").getText())
                    .isEqualTo("3");
            assertThat(page.find("[data-work='Pengisian ulang LAPOR!']").getText())
                    .contains("900 dari 3.000", "10/dtk");

            page.find(group + " [data-action='replay']").click();
            page.find(group + " [role='status']");
            await().until(() -> page.text().contains("45 diterima, 2 masih ditolak"));
            page.find(group).click();
            page.script("document.querySelector('#dumas-menunggu').scrollIntoView()");
            page.screenshot("menunggu");

            page.find(group + " [data-action='discard']").click();
            assertThat(page.find("#dumas-buang").getText()).contains("Buang 47 catatan dari LAPOR!?");
            assertThat(page.find("#dumas-ya").isEnabled()).isFalse();
            page.find("#dumas-sebab").sendKeys("Bukan pengaduan");
            page.screenshot("buang");
            page.find("#dumas-ya").click();
            await().until(() ->
                    hub.discarded.contains("budi /matter: required text 2026-11-24T02:59Z Bukan pengaduan"));
        }
    }

    @Test
    void anOfficerSteersNothingAndWhoLeavesMustLogInAgain() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("sari", "sandi-sari").awaitHub().screenshot("petugas");
            assertThat(page.destination("contoh", "waiting")).isEqualTo("7");
            assertThat(page.browser().findElements(By.cssSelector("#dumas [data-action]")))
                    .isEmpty();
            assertThat(page.text()).doesNotContain("JMX", "Camel");

            page.go("auth/logout");
            assertThat(page.find("#pesan").getText()).isEqualTo("Anda telah keluar.");
            page.go("dumas").find("#password");
            page.login("contoh", "sandi-contoh");
            assertThat(page.find("#galat").getText()).contains("403", "Akun ini tidak berhak");
            page.screenshot("terlarang");
        }
    }
}
