package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHubTest
class ConsoleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    @Test
    void anOperatorSeesTheHubFirstAndSteersIt() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("budi", "salah");
            assertThat(page.find("#pesan").getText()).contains("tidak benar");
            page.screenshot("masuk");
            page.login("budi", "sandi-budi").awaitHub().screenshot("dumas");

            assertThat(page.url()).endsWith("/hawtio/dumas");
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
            page.find(".react-flow__node, .pf-topology-container, svg g[data-kind=node]");
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
                    + " value: {Feeds: [], Destinations: [], Cases: [], Waiting: []}}))");
            page.find("#dumas[data-error=false]");
            assertThat(page.text())
                    .contains(
                            "Belum ada sumber yang diaktifkan",
                            "Belum ada tujuan",
                            "Belum ada berkas",
                            "Tidak ada yang menunggu orang");
            page.screenshot("kosong");

            page.script("window.fetch = async () => new Response('', {status: 401})");
            page.find("#dumas[data-error=true]");
            assertThat(page.find("#dumas-galat").getText()).contains("masuk lagi");
        }
    }

    @Test
    void whoLeavesMustLogInAgain() {
        try (var page = ConsolePage.open("http://127.0.0.1:" + port, false)) {
            page.login("budi", "sandi-budi").awaitHub().go("auth/logout");
            assertThat(page.find("#pesan").getText()).isEqualTo("Anda telah keluar.");
            page.go("dumas").find("#password");
            page.login("sari", "sandi-sari");
            assertThat(page.find("#galat").getText()).contains("403", "Akun ini tidak berhak");
            page.screenshot("terlarang");
        }
    }
}
