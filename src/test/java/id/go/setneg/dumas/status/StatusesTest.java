package id.go.setneg.dumas.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.Parked.ParkedRecord;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.MappingRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One case is referred to {@code atr-bpn}. */
class StatusesTest {

    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final Canonical CANONICAL = DeskFixture.canonical();
    private static final Desk DESK = DeskFixture.desk();

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static HubKey hubKey;

    private Statuses statuses;
    private UUID referral;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
        hubKey = HubKey.of(new StatusSettings(folder.resolve("hub.json"), true));
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void refer() {
        hub.clear();
        statuses = new Statuses(hub.ledger(), DESK, CANONICAL, hubKey, hub.parked());
        var complaint = Complaints.letter("PRES/2026/000001").complaint();
        var submission = new Submission(
                hub.ids().get(), "spde-letters", complaint, CANONICAL.bytes(complaint), "{}".getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DESK.take(unit, submission);
        });
        referral = Objects.requireNonNull(Outbox.of(hub, "REFERRAL").getFirst().referral());
    }

    @Test
    void anUpdateMovesTheReferralAndIsTold() {
        take(LAND, update("u-1", "IN_PROGRESS"));

        assertThat(state()).isEqualTo("IN_PROGRESS");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theSameUpdateAgainChangesNothing() {
        take(LAND, update("u-1", "IN_PROGRESS"));
        take(LAND, update("u-1", "IN_PROGRESS"));
        statuses.takeEvent("atr-bpn", event(update("u-1", "IN_PROGRESS")));

        assertThat(told()).isEqualTo(1);
        assertThat(reported()).isEqualTo(1);
        assertThat(parked()).isEmpty();
    }

    @Test
    void aLateUpdateIsKeptButNeverMovesTheReferralBackwards() {
        take(LAND, update("u-2", "ANSWERED"));
        take(LAND, update("u-1", "ACKNOWLEDGED"));

        assertThat(state()).isEqualTo("ANSWERED");
        assertThat(reported()).isEqualTo(2);
    }

    @Test
    void theReferralOfAnotherAgencyIsUnknown() {
        assertThatThrownBy(() -> take(new AgencyCode("kemensos"), update("u-1", "ANSWERED")))
                .isInstanceOf(UnknownReferral.class);
        assertThat(reported()).isZero();

        statuses.takeEvent("kemensos", event(update("u-1", "ANSWERED")));
        assertThat(reported()).isZero();
        assertThat(parked()).extracting(ParkedRecord::feed).containsExactly("agency.kemensos.status");
    }

    @Test
    void anUnknownReferralIsRefusedOrParked() {
        UUID unknown = UUID.randomUUID();
        String update = update("u-1", "ANSWERED").replace(referral.toString(), unknown.toString());

        assertThatThrownBy(() -> statuses.take(new ReportedStatus(LAND, unknown, update.getBytes(UTF_8))))
                .isInstanceOf(UnknownReferral.class);
        statuses.takeEvent("atr-bpn", event(update));

        assertThat(parked()).hasSize(1);
    }

    @Test
    void anUpdateOfAnotherReferralThanAddressedIsRefused() {
        assertThatThrownBy(() -> statuses.take(new ReportedStatus(
                        LAND, UUID.randomUUID(), update("u-1", "ANSWERED").getBytes(UTF_8))))
                .isInstanceOf(MappingRefused.class)
                .hasMessageContaining("/referral");
        assertThat(reported()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "rahasia",
                "{\"id\":\"rahasia\"",
                "{\"id\":\"u-1\",\"referral\":\"rahasia\",\"status\":\"ANSWERED\",\"at\":\"2026-11-25T10:15:00+07:00\"}",
            })
    void whatDoesNotSatisfyTheSchemaIsRefusedWithoutItsValues(String update) {
        assertThatThrownBy(() -> take(LAND, update))
                .isInstanceOf(MappingRefused.class)
                .hasMessageStartingWith("status-update: ")
                .hasMessageNotContaining("rahasia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELESAI", "answered", ""})
    void anUnknownWordIsRefused(String word) {
        assertThatThrownBy(() -> take(LAND, update("u-1", word)))
                .isInstanceOf(MappingRefused.class)
                .hasMessage("status-update: /status: enum");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        String update = update("u-1", "ANSWERED").replace("{", "{\"nik\":\"" + Complaints.NIK + "\",");

        assertThatThrownBy(() -> take(LAND, update))
                .isInstanceOf(MappingRefused.class)
                .hasMessageNotContaining(Complaints.NIK);
    }

    @Test
    void anUnsealedEventIsTaken() {
        statuses.takeEvent("atr-bpn", event(update("u-1", "ACKNOWLEDGED")));

        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aSealedEventIsOpenedAndTaken() throws Exception {
        statuses.takeEvent("atr-bpn", sealedEvent(seal(update("u-1", "ACKNOWLEDGED"), publicKey())));

        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(parked()).isEmpty();
    }

    @Test
    void anEventSealedToAnotherKeyIsParked() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        statuses.takeEvent("atr-bpn", sealedEvent(seal(update("u-1", "ACKNOWLEDGED"), other.toPublicJWK())));

        assertThat(state()).isEqualTo("PREPARED");
        assertThat(parked())
                .extracting(ParkedRecord::reason)
                .containsExactly("cloud event: data is not sealed to the hub's key");
    }

    @Test
    void aParkedEventIsReplayedOnceItCanBeOpened(@TempDir Path restored) throws Exception {
        HubKey former = HubKey.of(new StatusSettings(restored.resolve("hub.json"), true));
        ECKey sealing = (ECKey) JWKSet.parse(former.publicKeys()).getKeys().getFirst();
        statuses.takeEvent("atr-bpn", sealedEvent(seal(update("u-1", "ACKNOWLEDGED"), sealing)));
        UUID waiting = parked().getFirst().id();

        assertThat(statuses.replay(waiting)).isFalse();
        var mended = new Statuses(hub.ledger(), DESK, CANONICAL, former, hub.parked());
        assertThat(mended.replay(waiting)).isTrue();
        assertThat(mended.replay(waiting)).isFalse();

        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(parked()).isEmpty();
    }

    @Test
    void sealedGarbageIsParked() throws Exception {
        statuses.takeEvent("atr-bpn", sealedEvent(seal("rahasia", publicKey())));

        assertThat(parked()).extracting(ParkedRecord::reason).containsExactly("not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rahasia",
                "null",
                "[]",
                "{}",
                "\"rahasia\"",
                "{\"specversion\":\"1.0\",\"type\":\"id.go.setneg.dumas.status.reported\",\"id\":\"1\",\"source\":\"s\","
                        + "\"data\":{\"id\":\"rahasia rahasia\"}}",
                "{\"specversion\":\"1.0\",\"type\":\"id.go.setneg.dumas.status.reported\",\"id\":\"1\",\"source\":\"s\","
                        + "\"datacontenttype\":\"application/jose\",\"data\":\"rahasia\"}",
                "{\"specversion\":\"1.0\",\"type\":\"rahasia\",\"id\":\"1\",\"source\":\"s\",\"data\":{}}",
                "{\"specversion\":\"0.3\",\"type\":\"id.go.setneg.dumas.status.reported\",\"data\":\"rahasia\"}",
            })
    void whatIsNoEventIsParkedOnceAndWhole(String event) {
        statuses.takeEvent("atr-bpn", event);
        statuses.takeEvent("atr-bpn", event);

        assertThat(parked()).hasSize(1);
        ParkedRecord record = parked().getFirst();
        assertThat(record.feed()).isEqualTo("agency.atr-bpn.status");
        assertThat(record.reason()).doesNotContain("rahasia");
        assertThat(hub.parked().record(record.id())).hasValue(event.getBytes(UTF_8));
    }

    @Test
    void anEventNestedWithoutEndIsParked() {
        statuses.takeEvent("atr-bpn", "{\"data\":".repeat(100_000));

        assertThat(parked()).hasSize(1);
    }

    @Test
    void theHubsKeyIsForItsOwnerOnlyAndOnlyItsPublicHalfIsShown() throws Exception {
        Path file = folder.resolve("hub.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(publicKey().isPrivate()).isFalse();
        assertThat(HubKey.of(new StatusSettings(file, true)).publicKeys()).isEqualTo(hubKey.publicKeys());
    }

    @Test
    void aMissingKeyIsNotMadeUnlessAllowed() {
        assertThatThrownBy(() -> HubKey.of(new StatusSettings(folder.resolve("none.json"), false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hub.status.key-file")
                .hasMessageContaining("none.json");
    }

    private void take(AgencyCode from, String update) {
        statuses.take(new ReportedStatus(from, referral, update.getBytes(UTF_8)));
    }

    private String update(String id, String status) {
        return "{\"id\":\"" + id + "\",\"referral\":\"" + referral + "\",\"status\":\"" + status
                + "\",\"at\":\"2026-11-25T10:15:00+07:00\",\"note\":\"Sedang diperiksa.\"}";
    }

    private static String event(String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:contoh\",\"type\":\"" + CloudEvent.TYPE
                + "\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}";
    }

    private static String sealedEvent(String jwe) {
        return event("\"" + jwe + "\"").replace("application/json", "application/jose");
    }

    private static String seal(String text, ECKey key) throws JOSEException {
        var jwe =
                new JWEObject(new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM), new Payload(text));
        jwe.encrypt(new ECDHEncrypter(key));
        return jwe.serialize();
    }

    private static ECKey publicKey() throws ParseException {
        return JWKSet.parse(hubKey.publicKeys()).getKeys().getFirst().toECKey();
    }

    private static String state() {
        return Objects.requireNonNull(hub.jdbc().queryForObject("select state from referral", String.class));
    }

    private static int told() {
        return Outbox.of(hub, "STATUS").size();
    }

    private static int reported() {
        return Objects.requireNonNull(hub.jdbc()
                .queryForObject("select count(*) from journal where event = 'StatusReported'", Integer.class));
    }

    private static List<ParkedRecord> parked() {
        return hub.parked().waiting();
    }
}
