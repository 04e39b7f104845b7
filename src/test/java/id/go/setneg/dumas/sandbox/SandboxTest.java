package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @Test
    void sixtyRecordsAreSpreadOverTheSourcesAndMoreTrickleIn(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(folder))) {
            sandbox.load(60);
            Expected expected = sandbox.expected();
            assertThat(expected.records().get("spde")).hasSize(18);
            assertThat(expected.records().get("mail")).hasSize(18);
            assertThat(expected.records().get("lapor")).hasSize(19);
            assertThat(expected.parked()).hasSize(4);
            assertThat(expected.ignored()).hasSize(1);
            assertThat(expected.hidden()).hasSizeBetween(8, 10);
            assertThat(sandbox.sourceRecords()).hasSize(60);
            try (var files = Files.list(sandbox.folder().path())) {
                assertThat(files).hasSize(2);
            }
            var office = new Caller(
                    sandbox.properties().get("hub.spde.url"),
                    Map.of("Authorization", "Bearer " + sandbox.properties().get("hub.spde.token")));
            assertThat(office.json("/surat?ukuran=100").path("data")).hasSize(15);
            sandbox.down("spde", true);
            assertThat(office.get("/surat").statusCode()).isEqualTo(503);
            sandbox.down("spde", false);
            assertThat(office.get("/surat").statusCode()).isEqualTo(200);
            sandbox.trickle(Duration.ofMillis(20));
            await().until(() -> sandbox.sourceRecords().size() > 70);
            assertThat(sandbox.referralsReceived()).isEmpty();
            assertThat(sandbox.statusesAtSources()).isEmpty();
            assertThat(sandbox.statusesReported()).isEmpty();
            assertThat(sandbox.troubles()).isEmpty();
        }
    }

    @Test
    void aSecondRunOverTheSameFolderKeepsItsSecretsAndMakesOtherRecords(@TempDir Path folder) {
        var settings = SandboxSettings.in(folder).withPorts(18080, 15672);
        var references = new HashSet<String>();
        Map<String, String> first;
        try (Sandbox sandbox = Sandbox.start(settings)) {
            sandbox.load(9);
            references.addAll(sandbox.sourceRecords());
            first = sandbox.properties();
        }
        try (Sandbox sandbox = Sandbox.start(settings)) {
            sandbox.load(9);
            references.addAll(sandbox.sourceRecords());
            assertThat(references).hasSize(18);
            assertThat(sandbox.properties())
                    .containsAllEntriesOf(Map.of(
                            "server.port", "18080",
                            "hub.broker.port", "15672",
                            "hub.agencies.kemensos.way", "queue",
                            "hub.agencies.atr-bpn.way", "http"))
                    .containsEntry("hub.lapor.client-token", first.get("hub.lapor.client-token"))
                    .containsEntry("hub.agencies.kemensos.public-key", first.get("hub.agencies.kemensos.public-key"))
                    .containsEntry("hub.agencies.kemnaker.secrets[0]", first.get("hub.agencies.kemnaker.secrets[0]"));
            assertThat(first.get("hub.agencies.kemensos.public-key"))
                    .contains("\"crv\":\"P-256\"")
                    .doesNotContain("\"d\":");
        }
    }
}
