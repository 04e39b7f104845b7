package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpdeServerTest {

    private final SpdeServer office = new SpdeServer(
            0,
            "token",
            Clock.systemUTC(),
            Duration.ofMillis(50),
            Executors.newSingleThreadScheduledExecutor(),
            500_000);
    private final Caller caller = new Caller(office.url(), Map.of("Authorization", "Bearer token"));
    private final Inputs inputs = new Inputs(1, 0, LocalDate.of(2026, 11, 24));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        var stranger = new Caller(office.url(), Map.of("Authorization", "Bearer other"));
        assertThat(stranger.get("/surat").statusCode()).isEqualTo(401);
    }

    @Test
    void lettersAreListedPageByPageInTheOrderOfTheirChange() throws Exception {
        for (int i = 1; i <= 7; i++) {
            office.put(inputs.letter(i));
        }
        office.put(inputs.letter(1));
        var numbers = new ArrayList<String>();
        JsonNode page;
        int next = 1;
        do {
            page = caller.json("/surat?diubahSejak=2026-01-01T00:00:00%2B07:00&ukuran=3&halaman=" + next);
            page.path("data").forEach(one -> numbers.add(one.path("nomorAgenda").asText()));
            next = page.path("halamanBerikut").asInt();
        } while (next > 0);
        assertThat(numbers).containsExactly("000002", "000003", "000004", "000005", "000006", "000007", "000001");
        assertThat(page.path("data").path(0).path("diubahPada").asText()).endsWith("+07:00");
        assertThat(caller.json("/surat?diubahSejak=2999-01-01T00:00:00Z").path("data"))
                .isEmpty();
    }

    @Test
    void aRegistrationIsMadeOnceAndThenDisposed() throws Exception {
        String body = request("DUMAS-2026-000123-64");
        var first = caller.post("/surat", body, Map.of("Idempotency-Key", "a"));
        var again = caller.post("/surat", body, Map.of("Idempotency-Key", "a"));
        var other = caller.post("/surat", body, Map.of("Idempotency-Key", "b"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(caller.post("/surat", "{}", Map.of("Idempotency-Key", "c")).statusCode())
                .isEqualTo(422);
        assertThat(office.received().registered().acted()).containsExactly(Map.entry("DUMAS-2026-000123-64", 1));
        assertThat(office.received().registered().repeated()).containsExactly(Map.entry("a", 1));
        await().until(() -> caller.json("/surat").path("data").size() == 1);
        JsonNode disposed = caller.json("/surat").path("data").path(0);
        assertThat(disposed.path("nomorRujukan").asText()).isEqualTo("DUMAS-2026-000123-64");
        assertThat(disposed.path("nomorAgenda"))
                .isEqualTo(Json.read(first.body()).path("nomorAgenda"));
        assertThat(disposed.path("arahan").path("oleh").asText()).startsWith("Deputi");
        assertThat(disposed.path("instansiTujuan").asText()).isEqualTo("Kementerian Ketenagakerjaan");
    }

    @Test
    void aFollowUpIsTakenOnceAndOnlyForAKnownEntry() throws Exception {
        Input.Letter letter = inputs.letter(1);
        office.put(letter);
        String body = Officer.agenda(letter.reference())
                .put("id", "d-1")
                .put("nomorRujukan", "DUMAS-2026-000123-64")
                .put("instansi", "Kementerian Sosial")
                .put("status", "Diterima")
                .put("tanggal", "2026-11-24T08:00:00+07:00")
                .toString();
        assertThat(caller.post("/tindak-lanjut", body, Map.of("Idempotency-Key", "k"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(caller.post("/tindak-lanjut", body, Map.of("Idempotency-Key", "k"))
                        .statusCode())
                .isEqualTo(200);
        String strange = body.replace("000001", "999999");
        assertThat(caller.post("/tindak-lanjut", strange, Map.of("Idempotency-Key", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.received().followed().acted()).containsExactly(Map.entry("d-1", 1));
        assertThat(office.received().followed().repeated()).containsExactly(Map.entry("k", 1));
    }

    @Test
    void anUndirectedLetterMayBeDirectedLater() throws Exception {
        office.put(inputs.letter(2));
        assertThat(caller.json("/surat").at("/data/0/arahan").isNull()).isTrue();
        assertThat(office.direct(inputs.letter(2).reference())).isTrue();
        JsonNode letters = caller.json("/surat").path("data");
        assertThat(letters).hasSize(1);
        assertThat(letters.at("/0/arahan/isi").asText()).isEqualTo("Tindak lanjuti");
    }

    private static String request(String caseNumber) {
        return Json.object()
                .put("nomorRujukan", caseNumber)
                .put("kanal", "EMAIL")
                .put("tanggalTerima", "2026-11-24")
                .put("asalSurat", "Contoh Warga Satu")
                .put("kepada", "Presiden")
                .put("perihal", "Upah tidak dibayar")
                .put("isiRingkas", "Upah tiga bulan")
                .put("sifat", "Biasa")
                .put("jumlahLampiran", 1)
                .toString();
    }
}
