package id.go.setneg.dumas.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.evidence.Verify;
import id.go.setneg.dumas.operations.EvidenceCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the hub did can be shown to who does not trust it, and be counted. */
@RunningHub
class ProofIT {

    private static final String YEAR = "?from=2020-01-01&to=2029-12-31";

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @BeforeEach
    void settle() {
        world.settle(ledger);
    }

    @Test
    void theEvidenceOfCasesOfEveryChannelIsSound(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, web("").get("/api/v1/keys/evidence").body());
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        List<String> numbers = ledger.queryForList(
                "select min(c.number) from case_file c join submission s on s.case_id = c.id group by s.channel, c.state",
                String.class);
        assertThat(numbers).hasSizeGreaterThan(4);
        for (String number : numbers) {
            Path pack = folder.resolve(number + ".zip");
            assertThat(fetch("officer", out, "--case", number, "--out", pack.toString(), "--with-key"))
                    .as(said.toString(UTF_8))
                    .isZero();
            assertThat(Verify.run(List.of(pack.toString(), "--key", keys.toString()), out))
                    .as(said.toString(UTF_8))
                    .isZero();
            byte[] changed = Files.readAllBytes(pack);
            changed[changed.length / 3] ^= 4;
            Files.write(pack, changed);
            assertThat(Verify.run(List.of(pack.toString(), "--key", keys.toString()), out))
                    .isEqualTo(1);
        }
        assertThat(ledger.queryForList("select which from audit where did = 'EVIDENCE-KEY'", String.class))
                .containsAll(numbers);
        String file = folder.resolve("none.zip").toString();
        assertThat(fetch("operator", out, "--case", numbers.getFirst(), "--out", file))
                .isEqualTo(3);
        assertThat(fetch("officer", out, "--out", file)).isEqualTo(2);
        assertThat(web("officer:sandbox")
                        .get("/api/v1/cases/DUMAS-2026-000001-00/evidence")
                        .statusCode())
                .isEqualTo(404);
    }

    private int fetch(String user, PrintStream out, String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--hub", web("").base()));
        return new EvidenceCommand(Map.of("HUB_USER", user, "HUB_PASSWORD", "sandbox"), out).run(all);
    }

    @Test
    void aPeriodIsEvaluatedAsDataAsTableAndAsPage() {
        Web operator = web("operator:sandbox");
        JsonNode report =
                Web.json(operator.get("/api/v1/reports/evaluation" + YEAR).body());

        assertThat(report.path("cases").asLong()).isEqualTo(World.count(ledger, "from case_file"));
        assertThat(report.path("channels")).hasSize(3);
        assertThat(report.path("agencies")).isNotEmpty();
        String csv = operator.accepting("text/csv", "/api/v1/reports/evaluation" + YEAR)
                .body();
        assertThat(csv).startsWith("section,key,label,measure,value\r\n").contains("\r\nagency,atr-bpn,");
        String page = operator.accepting("text/html", "/api/v1/reports/evaluation" + YEAR)
                .body();
        assertThat(page).contains("Evaluasi pengaduan masyarakat", "<svg").doesNotContain("<script", "{{");
        assertThat(operator.get("/api/v1/reports/evaluation?from=2026-02-01&to=2026-01-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.get("/api/v1/reports/evaluation?from=kemarin&to=2026-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOperatorReadsTheTablesAgain() {
        JsonNode tables = Web.json(web("officer:sandbox").get("/api/v1/tables").body());
        assertThat(tables.path("tables").findValuesAsText("table")).contains("routing", "required-items", "kinds");
        assertThat(web("officer:sandbox").post("/api/v1/tables/reload", "{}").statusCode())
                .isEqualTo(403);
        JsonNode reload = Web.json(
                web("operator:sandbox").post("/api/v1/tables/reload", "{}").body());
        assertThat(reload.path("problems")).isEmpty();
        assertThat(web("operator:sandbox").get("/actuator/health").body()).contains("\"tables\"", "\"routing\"");
    }

    private Web web(String login) {
        return world.web(login);
    }
}
