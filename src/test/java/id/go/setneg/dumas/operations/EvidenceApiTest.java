package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.evidence.EvidenceFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Audit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call it is in AccessTest, what is in a pack in the tests of evidence. */
class EvidenceApiTest {

    @Test
    void whoseDataLeavesWithAPackIsNotedForEachCaseInIt(@TempDir Path folder) throws Exception {
        var whole = new CaseNumber(2026, 1);
        var part = new CaseNumber(2026, 2);
        try (HubLedger hub = HubLedger.onH2(folder)) {
            var desk = new OpenDesk(hub);
            desk.take(Complaints.letter("PRES/2026/000001"));
            desk.take(Complaints.letter("PRES/2026/000002").text("Upah tiga bulan di pabrik itu belum dibayarkan."));
            DeskFixture.merging(hub.ledger()).merge(part, whole, "Satu perkara.", "sari");
            MockMvc api = MockMvcBuilders.standaloneSetup(
                            new EvidenceApi(EvidenceFixture.evidence(hub, folder.resolve("evidence.jwk")), hub.audit()))
                    .setControllerAdvice(new Problems())
                    .build();

            int status = api.perform(MockMvcRequestBuilders.get("/api/v1/cases/" + whole + "/evidence")
                            .principal(() -> "sari"))
                    .andReturn()
                    .getResponse()
                    .getStatus();

            assertThat(status).isEqualTo(200);
            for (CaseNumber each : new CaseNumber[] {whole, part}) {
                assertThat(hub.audit().of(each.toString()))
                        .extracting(Audit.Line::who, Audit.Line::did)
                        .containsExactly(tuple("sari", "EVIDENCE"));
            }
        }
    }
}
