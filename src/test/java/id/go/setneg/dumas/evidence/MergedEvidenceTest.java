package id.go.setneg.dumas.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real ledger with one case that another one is part of, which itself has a part. */
class MergedEvidenceTest {

    private static final CaseNumber WHOLE = new CaseNumber(2026, 1);
    private static final CaseNumber PART = new CaseNumber(2026, 2);
    private static final CaseNumber LEAF = new CaseNumber(2026, 3);
    private static final String PARTS = "parts/" + PART + "/";
    private static final String LEAVES = "parts/" + LEAF + "/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static Evidence evidence;

    @BeforeAll
    static void makeCases() {
        hub = HubLedger.onH2(folder);
        var desk = new OpenDesk(hub);
        String ticket = hub.attachments().store("isi bukti bagian".getBytes(UTF_8));
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.take(Complaints.letter("PRES/2026/000002")
                .text("Upah tiga bulan di pabrik itu belum dibayar sampai hari ini juga.")
                .attachments(new Complaint.Attachment("bukti.pdf", "application/pdf", 16L, ticket)));
        desk.take(Complaints.mail("<satu@contoh.invalid>")
                .stranger()
                .text("Jembatan kampung kami putus sejak musim hujan."));
        var merging = DeskFixture.merging(hub.ledger());
        assertThat(merging.merge(LEAF, PART, "Satu perkara.", "sari")).isEmpty();
        assertThat(merging.merge(PART, WHOLE, "Satu perkara.", "sari")).isEmpty();
        desk.take(Complaints.mail("<dua@contoh.invalid>")
                .text("Bukti tambahan untuk pabrik itu.")
                .caseReference(PART.toString()));
        evidence = EvidenceFixture.evidence(hub, folder.resolve("evidence.jwk"));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void thePackOfAWholeHoldsWhatItsPartsHold() throws IOException {
        SortedMap<String, byte[]> entries = EvidenceTest.unzip(pack(WHOLE, true));

        assertThat(entries.keySet())
                .contains(
                        "journal.jsonl",
                        "case-key.json",
                        PARTS + "journal.jsonl",
                        PARTS + "case-key.json",
                        PARTS + "attachments.json",
                        PARTS + "submissions/0001/complaint.json",
                        PARTS + "submissions/0002/complaint.json",
                        PARTS + "deliveries/0001/payload.json",
                        LEAVES + "journal.jsonl",
                        LEAVES + "submissions/0001/record.json");
        assertThat(JSON.readTree(entries.get(PARTS + "attachments.json")).findValuesAsText("name"))
                .contains("bukti.pdf");
        assertThat(new String(entries.get(PARTS + "submissions/0002/complaint.json"), UTF_8))
                .contains("Bukti tambahan untuk pabrik itu.");
        JsonNode manifest = JSON.readTree(entries.get("manifest.json"));
        assertThat(manifest.has("partOf")).isFalse();
        assertThat(manifest.path("parts").findValuesAsText("case")).containsExactly(PART.toString(), LEAF.toString());
        assertThat(manifest.path("parts").findValuesAsText("partOf"))
                .containsExactly(WHOLE.toString(), PART.toString());
    }

    @Test
    void theJournalOfEachPartIsProvedOnItsOwnChain() {
        for (boolean withKey : List.of(true, false)) {
            Verify.Verdict verdict = verify(pack(WHOLE, withKey));
            assertThat(verdict.isSound()).as(verdict.toString()).isTrue();
            assertThat(verdict.what()).contains("bagian " + PART, "bagian " + LEAF);
        }
        for (CaseNumber part : List.of(PART, LEAF)) {
            String because = forge(part, "somebody");
            assertThat(verify(pack(WHOLE, true)).where())
                    .isEqualTo("parts/" + part + "/journal.jsonl, baris 2 (seq 2)");
            forge(part, because);
        }
        assertThat(verify(pack(WHOLE, true)).isSound()).isTrue();
    }

    @Test
    void thePackOfAPartSaysWhatItIsPartOfAndHoldsItsOwnParts() throws IOException {
        byte[] pack = pack(PART, true);
        SortedMap<String, byte[]> entries = EvidenceTest.unzip(pack);
        JsonNode manifest = JSON.readTree(entries.get("manifest.json"));
        assertThat(manifest.path("partOf").asText()).isEqualTo(WHOLE.toString());
        assertThat(manifest.path("parts").findValuesAsText("case")).containsExactly(LEAF.toString());
        assertThat(verify(pack).what()).contains("bagian dari " + WHOLE);
        assertThat(entries).doesNotContainKey("parts/" + WHOLE + "/journal.jsonl");

        assertThat(verify(pack(LEAF, false)).what()).contains("bagian dari " + PART);
    }

    @Test
    void noChangedByteOfAPartIsCalledSoundAndEachIsPlaced() {
        byte[] pack = pack(WHOLE, true);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < pack.length; i += 7) {
            byte[] changed = pack.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Verify.Verdict verdict = verify(changed);
            if (verdict.isSound()
                    || verdict.where().isEmpty()
                    || verdict.where().startsWith("paket")) {
                missed.add(i + ": " + verdict);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void aPackWithoutTheJournalOfAPartIsNotSound() throws IOException {
        SortedMap<String, byte[]> entries = EvidenceTest.unzip(pack(WHOLE, true));
        entries.remove(LEAVES + "journal.jsonl");
        assertThat(Verify.of(StrictZip.of(entries), evidence.publicKeys()).where())
                .isEqualTo(LEAVES + "journal.jsonl");
    }

    private static byte[] pack(CaseNumber number, boolean withKey) {
        return evidence.of(number, "officer:sari", withKey).orElseThrow();
    }

    private static Verify.Verdict verify(byte[] pack) {
        return Verify.of(pack, evidence.publicKeys());
    }

    /** Returns who was named before. */
    private static String forge(CaseNumber number, String actor) {
        String second = " where seq = 2 and case_id = (select id from case_file where number = ?)";
        String before =
                hub.jdbc().queryForObject("select actor from journal" + second, String.class, number.toString());
        hub.jdbc().update("update journal set actor = ?" + second, actor, number.toString());
        return String.valueOf(before);
    }
}
