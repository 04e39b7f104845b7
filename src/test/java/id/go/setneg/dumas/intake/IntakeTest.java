package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked.ParkedRecord;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of SPDE, over a real ledger and the real mappings. */
class IntakeTest {

    private static final String MAPPING = "spde/record-to-complaint";
    private static final Path ORIGINAL = Path.of("mappings", "spde", "record-to-complaint.jslt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Desk DESK = DeskFixture.desk();

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private final ComplaintMapping mapping = mapping(Path.of("mappings"));
    private Intake intake;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        intake = intake(hub, mapping);
    }

    @Test
    void aPageIsTakenAndItsCompleteLettersAreReferred() {
        assertThat(intake.accept(List.of(map(letter("000001")), map(letter("000002")))))
                .isEqualTo(new Receipt(2, 0, 0));

        assertThat(Outbox.of(hub, "REFERRAL")).hasSize(2);
    }

    @Test
    void anEmptyPageIsNothing() {
        assertThat(intake.accept(List.of())).isEqualTo(new Receipt(0, 0, 0));
    }

    @Test
    void aPageThatComesAgainChangesNothing() {
        intake.accept(List.of(map(letter("000001")), map(letter("000002"))));

        assertThat(intake.accept(List.of(map(letter("000002")), map(letter("000001")))))
                .isEqualTo(new Receipt(0, 2, 0));
        assertThat(submissions()).isEqualTo(2);
    }

    @Test
    void aRefusedRecordIsParkedAndTheOthersAreTaken() {
        assertThat(intake.accept(List.of(map(letter("000001")), map(refused()), map(letter("000002")))))
                .isEqualTo(new Receipt(2, 0, 1));

        assertThat(parked().feed()).isEqualTo("spde-letters");
        assertThat(parked().mapping()).isEqualTo(MAPPING);
        assertThat(parked().reason()).isEqualTo("sifat has an unknown word");
    }

    @Test
    void aPoisonInThePageIsParkedAndTheOthersAreTaken() {
        intake.accept(List.of(map(letter("000001"))));
        destroyKeys();

        Receipt receipt =
                intake.accept(List.of(map(letter("000002")), map(poison()), map(refused()), map(letter("000003"))));

        assertThat(receipt).isEqualTo(new Receipt(2, 0, 2));
        assertThat(submissions()).isEqualTo(3);
        assertThat(hub.parked().waiting())
                .extracting(ParkedRecord::reason)
                .anyMatch(reason -> reason.startsWith("intake: ErasedCase"))
                .allSatisfy(reason -> assertThat(reason).doesNotContain(Complaints.NAME));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatADatabaseQuotesOfARecordIsNotLogged(CapturedOutput log) {
        var tooLong = letter("000004").put("because", "Nama Yang Tak Boleh Bocor ".repeat(40));

        assertThat(intake.accept(List.of(map(tooLong), map(letter("000005"))))).isEqualTo(new Receipt(1, 0, 1));

        assertThat(parked().reason()).startsWith("intake: ").doesNotContain("Bocor");
        assertThat(log.getAll())
                .contains("A record of spde-letters cannot be taken in and is parked")
                .doesNotContain("Bocor");
    }

    @Test
    void aPoisonThatComesAgainIsParkedOnce() {
        intake.accept(List.of(map(letter("000001"))));
        destroyKeys();

        intake.accept(List.of(map(poison())));
        intake.accept(List.of(map(poison())));

        assertThat(hub.parked().waiting()).hasSize(1);
    }

    @Test
    void anUnreachableDatabaseIsNobodysFault(@TempDir Path other) {
        HubLedger gone = HubLedger.onH2(other);
        gone.close();

        assertThatThrownBy(() -> intake(gone, mapping).accept(List.of(map(letter("000001")))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDatabaseThatComesBackAtOnceParksNoGoodRecord(@TempDir Path other) {
        try (HubLedger shaky = HubLedger.onH2(other)) {
            Intake there =
                    new Intake(failingTwice(shaky), DESK, shaky.parked(), mapping, shaky.ids(), record -> record);

            assertThatThrownBy(() -> there.accept(List.of(map(letter("000001")))))
                    .isInstanceOf(DataAccessException.class);

            assertThat(shaky.parked().waiting()).isEmpty();
        }
    }

    @Test
    void aParkedRecordIsTakenOnceItsMappingIsMended(@TempDir Path home) throws IOException {
        Path copy = copyOfTheMappings(home);
        Path file = copy.resolve("spde/record-to-complaint.jslt");
        Files.writeString(file, "error(\"the mapping is wrong\")");
        ComplaintMapping mended = mapping(copy);
        Intake there = intake(hub, mended);
        there.accept(List.of(mended.map(MAPPING, source(letter("000001")))));
        UUID id = parked().id();

        assertThat(there.replay(id)).isFalse();
        assertThat(parked().reason()).isEqualTo("the mapping is wrong");

        Files.copy(ORIGINAL, file, StandardCopyOption.REPLACE_EXISTING);
        await().atMost(Duration.ofSeconds(10)).until(() -> there.replay(id));

        assertThat(hub.parked().waiting()).isEmpty();
        assertThat(submissions()).isEqualTo(1);
        assertThat(Outbox.of(hub, "REFERRAL")).hasSize(1);
        assertThat(there.replay(id)).isFalse();
    }

    @Test
    void aReasonAsLongAsABookIsCutAlsoOnReplay(@TempDir Path home) throws IOException {
        Path copy = copyOfTheMappings(home);
        Files.writeString(copy.resolve("spde/record-to-complaint.jslt"), "error(\"" + "x".repeat(900) + "\")");
        ComplaintMapping wordy = mapping(copy);
        Intake there = intake(hub, wordy);
        there.accept(List.of(wordy.map(MAPPING, source(letter("000001")))));

        assertThat(there.replay(parked().id())).isFalse();
        assertThat(parked().reason()).isEqualTo("x".repeat(400));
    }

    @Test
    void aPoisonStaysParkedOnReplayWithItsReason() {
        intake.accept(List.of(map(letter("000001"))));
        destroyKeys();
        intake.accept(List.of(map(poison())));

        assertThat(intake.replay(parked().id())).isFalse();
        assertThat(parked().reason()).startsWith("intake: ErasedCase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rahasia", "", "[]", "{}", "{\"specversion\":\"1.0\",\"data\":{}}"})
    void whatIsNoRecordOfASourceStaysParkedOnReplay(String event) {
        hub.ledger().write(unit -> {
            unit.park("agency.atr-bpn.status", "status-update", "not JSON", event.getBytes(UTF_8));
            return true;
        });

        assertThat(intake.replay(parked().id())).isFalse();
        assertThat(parked().reason()).isEqualTo("not JSON");
    }

    @Test
    void whatWasNeverParkedIsNotReplayed() {
        assertThat(intake.replay(UUID.randomUUID())).isFalse();
    }

    private MappedRecord map(ObjectNode record) {
        return mapping.map(MAPPING, source(record));
    }

    private static SourceRecord source(ObjectNode record) {
        return SourceRecord.ofJson("spde-letters", record, ZoneId.of("Asia/Jakarta"));
    }

    /** A letter with all that a referral needs. */
    private static ObjectNode letter(String number) {
        ObjectNode letter = JSON.createObjectNode()
                .put("bukuAgenda", "PRES")
                .put("tahunAgenda", 2026)
                .put("nomorAgenda", number)
                .put("tanggalAgenda", "2026-11-20")
                .put("tanggalTerima", "2026-11-19")
                .put("asalSurat", Complaints.NAME)
                .put("alamatPengirim", Complaints.ADDRESS)
                .put("kepada", "Presiden")
                .put("perihal", "Permohonan sertifikat")
                .put("isiRingkas", Complaints.TEXT)
                .put("sifat", "Biasa")
                .put("derajat", "Segera")
                .put("lampiran", "1 berkas")
                .put("bertandaTangan", true)
                .put("kodeMasalah", "05")
                .put("instansiTujuan", "Kementerian ATR/BPN");
        letter.putObject("arahan")
                .put("oleh", "Deputi")
                .put("tanggal", "2026-11-21")
                .put("isi", "Tindak lanjuti");
        return letter;
    }

    private static ObjectNode refused() {
        return letter("000009").put("sifat", "entah");
    }

    /** A new version of the letter 000001, whose case has lost its key. */
    private static ObjectNode poison() {
        return letter("000001").put("perihal", "Diketik ulang");
    }

    private static void destroyKeys() {
        hub.jdbc().update("delete from case_key");
    }

    private static ParkedRecord parked() {
        assertThat(hub.parked().waiting()).hasSize(1);
        return hub.parked().waiting().getFirst();
    }

    private static int submissions() {
        return Objects.requireNonNull(hub.jdbc().queryForObject("select count(*) from submission", Integer.class));
    }

    private static ComplaintMapping mapping(Path folder) {
        return new ComplaintMapping(new Mappings(folder), DeskFixture.canonical());
    }

    private static Intake intake(HubLedger hub, ComplaintMapping mapping) {
        return new Intake(hub.ledger(), DESK, hub.parked(), mapping, hub.ids(), record -> record);
    }

    /** A ledger whose database cannot be reached at the first two transactions. */
    private static Ledger failingTwice(HubLedger hub) {
        var calls = new AtomicInteger();
        var source = new DelegatingDataSource(hub.source()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (calls.incrementAndGet() <= 2) {
                    throw new SQLTransientConnectionException("not now");
                }
                return super.getConnection();
            }
        };
        return new Ledger(
                new JdbcTemplate(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                hub.masterKeys(),
                hub.clock(),
                hub.ids());
    }

    private static Path copyOfTheMappings(Path home) throws IOException {
        Path from = Path.of("mappings");
        try (var files = Files.walk(from)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jslt")).toList()) {
                Path to = home.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return home;
    }
}
