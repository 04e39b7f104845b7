package id.go.setneg.dumas.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.Submission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real ledger with one case that was referred, answered a mail and was sent. */
class EvidenceTest {

    private static final CaseNumber NUMBER = new CaseNumber(2026, 1);
    private static final byte[] FILE = "isi bukti contoh".getBytes(UTF_8);

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static Evidence evidence;
    private static byte[] pack;

    @BeforeAll
    static void makeCase() {
        hub = HubLedger.onH2(folder);
        Desk desk = DeskFixture.desk();
        String ticket = hub.attachments().store(FILE);
        Complaint complaint = Complaints.letter("PRES/2026/000001")
                .attachments(new Complaint.Attachment("bukti.pdf", "application/pdf", 16L, ticket))
                .complaint();
        var submission = new Submission(
                hub.ids().get(),
                "spde-register",
                complaint,
                DeskFixture.canonical().bytes(complaint),
                ("{\"nomor\":\"1\",\"berkas\":\"" + ticket + "\"}").getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return desk.take(unit, submission);
        });
        hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(NUMBER));
            return unit.file(
                    unit.caseNumbered(NUMBER).orElseThrow(),
                    new Correspondence(
                            "dumas-mailbox", "<1@contoh>", CorrespondenceKind.QUESTION, "asks", new byte[] {-1, 0, 10
                            }));
        });
        hub.jdbc()
                .update("insert into attempt (delivery_id, number, at, duration_ms, outcome, reason)"
                        + " select id, 1, created_at, 12, 'DELIVERED', 'HTTP 204' from delivery");
        evidence = EvidenceFixture.evidence(hub, folder.resolve("evidence.jwk"));
        pack = evidence.of(NUMBER, "officer:sari", true).orElseThrow();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void aPackHoldsAllOfTheCaseAndAnyToolUnpacksIt() throws IOException {
        SortedMap<String, byte[]> entries = unzip(pack);

        assertThat(entries.keySet())
                .containsExactly(
                        "BACA-SAYA.txt",
                        "attachments.json",
                        "case-key.json",
                        "correspondence/0001/message.json",
                        "correspondence/0001/record.bin",
                        "deliveries/0001/delivery.json",
                        "deliveries/0001/payload.json",
                        "journal.jsonl",
                        "manifest.json",
                        "manifest.jws",
                        "submissions/0001/complaint.json",
                        "submissions/0001/record.json",
                        "submissions/0001/submission.json");
        JsonNode file = json(entries, "attachments.json").get(0);
        assertThat(file.path("name").asText()).isEqualTo("bukti.pdf");
        assertThat(file.path("sha256").asText())
                .isEqualTo("cde011922bcc420068d0ec143381c589b7355b94280d77371966749ecc519147");
    }

    @Test
    void aSoundPackIsSoundWithAndWithoutTheKeyOfTheCase() {
        assertThat(Verify.of(pack, evidence.publicKeys()))
                .satisfies(verdict ->
                        assertThat(verdict.isSound()).as(verdict.toString()).isTrue())
                .extracting(Verify.Verdict::what)
                .asString()
                .contains(NUMBER.toString(), "officer:sari", "dibuktikan dengan kunci berkas");
        byte[] without = evidence.of(NUMBER, "officer:sari", false).orElseThrow();
        assertThat(Verify.of(without, evidence.publicKeys()).what()).contains("dinyatakan oleh tanda tangan hub");
        assertThat(new String(without, UTF_8)).doesNotContain("case-key.json\"");
    }

    @Test
    void noChangedByteIsCalledSoundAndEachIsPlaced() {
        String keys = evidence.publicKeys();
        List<String> missed = new ArrayList<>();
        Set<String> places = new TreeSet<>();
        for (int i = 0; i < pack.length; i++) {
            byte[] changed = pack.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Verify.Verdict verdict = Verify.of(changed, keys);
            places.add(verdict.where().replaceAll("\\d+", "9"));
            if (verdict.isSound()
                    || verdict.where().isEmpty()
                    || verdict.where().startsWith("paket")) {
                missed.add(i + ": " + verdict);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(places)
                .contains(
                        "journal.jsonl, baris 9",
                        "manifest.json",
                        "manifest.jws",
                        "deliveries/9/payload.json, baris 9");
    }

    @Test
    void lessOrMoreThanThePackIsNotSound() {
        String keys = evidence.publicKeys();
        for (int length : new int[] {0, 21, 22, 100, pack.length - 23, pack.length - 1}) {
            assertThat(Verify.of(Arrays.copyOf(pack, length), keys).isSound()).isFalse();
        }
        assertThat(Verify.of(Arrays.copyOf(pack, pack.length + 1), keys).isSound())
                .isFalse();
        byte[] moved = new byte[pack.length + 1];
        System.arraycopy(pack, 0, moved, 1, pack.length);
        assertThat(Verify.of(moved, keys).isSound()).isFalse();
    }

    @Test
    void whoPacksItAgainWithAnotherContentIsFound() throws IOException {
        SortedMap<String, byte[]> entries = unzip(pack);
        String journal = new String(entries.get("journal.jsonl"), UTF_8);
        String second = journal.lines().skip(1).findFirst().orElseThrow();
        entries.put(
                "journal.jsonl",
                journal.replace(second, second.replace("\"actor\":\"", "\"actor\":\"x"))
                        .getBytes(UTF_8));
        assertThat(verify(entries).where()).isEqualTo("journal.jsonl, baris 2");

        entries = unzip(pack);
        entries.remove("deliveries/0001/delivery.json");
        assertThat(verify(entries).where()).isEqualTo("deliveries/0001/delivery.json");

        entries = unzip(pack);
        entries.put("deliveries/0002/delivery.json", new byte[0]);
        assertThat(verify(entries).where()).isEqualTo("deliveries/0002/delivery.json");

        entries = unzip(pack);
        entries.put(
                "manifest.json",
                new String(entries.get("manifest.json"), UTF_8)
                        .replace("sari", "budi")
                        .getBytes(UTF_8));
        assertThat(verify(entries).where()).isEqualTo("manifest.json atau manifest.jws");
    }

    /** What only who holds the signing key could do: the chain and the key of the case still tell. */
    @Test
    void aForgedJournalIsFoundEvenWhenItIsSigned() {
        String actor = hub.jdbc().queryForObject("select actor from journal where seq = 2", String.class);
        hub.jdbc().update("update journal set actor = 'somebody' where seq = 2");
        try {
            byte[] forged = evidence.of(NUMBER, "officer:sari", true).orElseThrow();
            assertThat(Verify.of(forged, evidence.publicKeys()).where()).isEqualTo("journal.jsonl, baris 2 (seq 2)");
        } finally {
            hub.jdbc().update("update journal set actor = ? where seq = 2", actor);
        }
        assertThat(Verify.of(evidence.of(NUMBER, "officer:sari", true).orElseThrow(), evidence.publicKeys())
                        .isSound())
                .isTrue();
    }

    @Test
    void aPackIsTheSameAgainButForItsSignature() throws IOException {
        SortedMap<String, byte[]> one = unzip(pack);
        SortedMap<String, byte[]> other =
                unzip(evidence.of(NUMBER, "officer:sari", true).orElseThrow());
        one.remove("manifest.jws");
        other.remove("manifest.jws");
        assertThat(other).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void noTicketOfAFileLeavesWithAPack() {
        assertThat(new String(pack, UTF_8)).doesNotContainPattern("[\\w-]{43}\\.[\\w-]{43}\"");
    }

    @Test
    void anotherKeyProvesNothing() throws IOException {
        String others = SigningKey.of(new EvidenceSettings(folder.resolve("other.jwk"), true))
                .publicKeys();
        assertThat(Verify.of(pack, others).what()).contains("kunci lain");
        assertThat(evidence.publicKeys()).doesNotContain("\"d\"");
        Files.writeString(folder.resolve("wrong.jwk"), "{}");
        assertThatThrownBy(() -> SigningKey.of(new EvidenceSettings(folder.resolve("wrong.jwk"), true)))
                .hasMessageContaining("hub.evidence.key-file");
    }

    @Test
    void noSuchCaseHasNoPack() {
        assertThat(evidence.of(new CaseNumber(2026, 999), "officer:sari", false))
                .isEmpty();
    }

    @Test
    void theCommandSaysSoWithItsExitCode() throws IOException {
        Path file = Files.write(folder.resolve("pack.zip"), pack);
        Path keys = Files.writeString(folder.resolve("keys.json"), evidence.publicKeys());
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        assertThat(Verify.run(List.of(file.toString(), "--key", keys.toString()), out))
                .isZero();
        byte[] changed = pack.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        assertThat(Verify.run(List.of(file.toString(), "--key", keys.toString()), out))
                .isEqualTo(1);
        assertThat(Verify.run(List.of("nowhere.zip", "--key", keys.toString()), out))
                .isEqualTo(2);
        assertThat(Verify.run(List.of(), out)).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains("SAH: DUMAS-2026-000001", "TIDAK SAH: ", "usage: ");
    }

    private static Verify.Verdict verify(SortedMap<String, byte[]> entries) {
        return Verify.of(StrictZip.of(entries), evidence.publicKeys());
    }

    static SortedMap<String, byte[]> unzip(byte[] zip) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static JsonNode json(SortedMap<String, byte[]> entries, String name) throws IOException {
        return new ObjectMapper().readTree(entries.get(name));
    }
}
