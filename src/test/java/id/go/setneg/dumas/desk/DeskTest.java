package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.Accused;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.complaint.StatusUpdate.Status;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.fixture.Outbox.Sent;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.mapping.Canonical;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Over a real ledger, the real tables and the real directory; {@code atr-bpn} and {@code kemensos} can be reached. */
class DeskTest {

    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final String FIRST = new CaseNumber(2026, 1).toString();
    private static final Canonical CANONICAL = DeskFixture.canonical();
    private static final Desk DESK = DeskFixture.desk();

    @TempDir
    static Path folder;

    private static HubLedger hub;

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
    }

    @Test
    void aCompleteAndDirectedLetterForANamedAgencyIsReferredOnce() {
        assertThat(take(letter())).isTrue();
        assertThat(take(letter())).isFalse();
        assertThat(take(letter().text("Diketik ulang."))).isTrue();

        Sent referral = onlyReferral();
        assertThat(referral.destination()).isEqualTo("agency.atr-bpn");
        assertThat(referral.state()).isEqualTo("WAITING");
        assertThat(state()).isEqualTo("REFERRED");
        assertThat(Outbox.of(hub)).hasSize(1);
    }

    @Test
    void aReferralSaysWhatTheAgencyNeeds() {
        take(letter());

        JsonNode referral = onlyReferral().payload();
        assertThat(CANONICAL.problems("referral", referral)).isEmpty();
        assertThat(referral.path("case").asText()).isEqualTo(FIRST);
        assertThat(referral.path("kind").asText()).isEqualTo("ACTION");
        assertThat(referral.path("agency").path("code").asText()).isEqualTo("atr-bpn");
        assertThat(referral.path("complainant").path("nik").asText()).isEqualTo(Complaints.NIK);
        assertThat(referral.path("attachments").path(0).path("name").asText()).isEqualTo("bukti.pdf");
    }

    static Stream<Arguments> whatWaits() {
        return Stream.of(
                Arguments.of("a name", letter().name(null), "AWAITING_COMPLETION"),
                Arguments.of("an address", letter().address(" "), "AWAITING_COMPLETION"),
                Arguments.of("a signature", letter().signed(false), "AWAITING_COMPLETION"),
                Arguments.of("a known signature", letter().signed(null), "AWAITING_COMPLETION"),
                Arguments.of("evidence", letter().attachments(), "AWAITING_COMPLETION"),
                Arguments.of("a direction", letter().direction(null), "AWAITING_DIRECTION"),
                Arguments.of("an agency", letter().namedAgency(null), "COMPLETE"),
                Arguments.of(
                        "an agency that the directory knows", to(NamedAgency.Scheme.NAME, "Dinas Entah"), "COMPLETE"),
                Arguments.of("another agency than ourselves", to(NamedAgency.Scheme.LAPOR, "151"), "COMPLETE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatWaits")
    void aLetterWithoutWhatItNeedsWaits(String missing, Complaints letter, String state) {
        take(letter);

        assertThat(Outbox.of(hub, "REFERRAL")).as(missing).isEmpty();
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void whatWasMissingLetsTheLetterGoOnceItComes() {
        take(letter().attachments());
        take(Complaints.mail("<satu@contoh.invalid>").caseReference(FIRST));

        assertThat(onlyReferral().payload().path("attachments")).hasSize(1);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void anInstitutionThatOnlyLaporKnowsLeadsToTheAgencyOfItsName() {
        take(to(NamedAgency.Scheme.LAPOR, "70001"));

        assertThat(onlyReferral().destination()).isEqualTo("agency.kemensos");
    }

    @Test
    void aCopyIsNeverReferred() {
        take(letter().copyOnly());

        assertThat(Outbox.of(hub)).isEmpty();
        assertThat(state()).isEqualTo("ARCHIVED");
    }

    @ParameterizedTest
    @CsvSource({"NAME, 'kementerian atr / bpn'", "LAPOR, 90001", "HUB, atr-bpn"})
    void anAgencyIsKnownByEveryName(NamedAgency.Scheme scheme, String value) {
        take(to(scheme, value));

        assertThat(onlyReferral().destination()).isEqualTo("agency.atr-bpn");
    }

    @Test
    void aMailIsRegisteredAndTheRegistrationComesBackToItsCase() {
        take(Complaints.mail("<satu@contoh.invalid>"));

        Sent registration = Outbox.of(hub).getFirst();
        assertThat(registration.kind()).isEqualTo("REGISTRATION");
        assertThat(registration.destination()).isEqualTo("spde");
        assertThat(CANONICAL.problems("registration", registration.payload())).isEmpty();
        assertThat(registration.payload().path("id").asText())
                .isEqualTo(registration.id().toString());
        String number = registration.payload().path("case").asText();

        take(letter().signed(null).attachments().caseReference(number));

        assertThat(cases()).isEqualTo(1);
        assertThat(Outbox.of(hub, "REGISTRATION")).hasSize(1);
        assertThat(onlyReferral().payload().path("case").asText()).isEqualTo(number);
        assertThat(onlyReferral()
                        .payload()
                        .path("letter")
                        .path("agenda")
                        .path("number")
                        .asText())
                .isEqualTo("000001");
    }

    @Test
    void aReportIsRegisteredOnceAndALetterNever() {
        take(Complaints.lapor("100045"));
        take(Complaints.lapor("100045").text("Diperbarui."));
        take(letter().direction(null));

        assertThat(Outbox.of(hub)).extracting(Sent::kind).containsExactly("REGISTRATION");
    }

    @Test
    void anAnonymousComplainantIsNotShownToTheAgency() {
        take(letter().anonymous());

        assertNobodyIsShown();
    }

    @Test
    void aComplainantWhoIsAnonymousInOneSubmissionIsAnonymousInAll() {
        take(Complaints.lapor("100045").anonymous());
        take(letter().caseReference(FIRST));

        assertNobodyIsShown();
    }

    @Test
    void theAgencyComplainedAboutDoesNotLearnWhoComplains() {
        take(letter().accused(new Accused("Contoh Pejabat Satu", null, null, "Kepala", "BPN", null)));

        assertNobodyIsShown();
        assertThat(onlyReferral().payload().path("accused").path("name").asText())
                .isEqualTo("Contoh Pejabat Satu");
    }

    @Test
    void anAgencyThatIsNotComplainedAboutLearnsWhoComplains() {
        take(letter().accused(new Accused("Contoh Pejabat Satu", null, null, "Kepala", "Kementerian Sosial", null)));

        assertThat(onlyReferral().payload().has("complainant")).isTrue();
    }

    @Test
    void anAgencyThatMayNeverKnowDoesNotLearnWhoComplains() {
        take(to(NamedAgency.Scheme.NAME, "Polri"));

        assertNobodyIsShown();
    }

    @Test
    void aReferralToAnAgencyWithoutAWayIsHeld() {
        take(to(NamedAgency.Scheme.HUB, "kemnaker"));

        Sent referral = onlyReferral();
        assertThat(referral.state()).isEqualTo("HELD");
        assertThat(referral.reason()).isEqualTo("WAY none configured");
        assertThat(hub.jdbc().queryForObject("select state from referral", String.class))
                .isEqualTo("HELD");
        assertThat(hub.jdbc().queryForList("select event from journal order by seq", String.class))
                .endsWith("ReferralIssued", "ReferralHeld");
    }

    @Test
    void theJournalSaysWhoAndWhy() {
        take(letter());

        assertThat(hub.jdbc()
                        .queryForList(
                                "select event || ' ' || actor || ' ' || because from journal order by seq",
                                String.class))
                .extracting(line -> line.replaceAll("eligibility \\w{12} line \\d+: .*", "eligibility"))
                .containsExactly(
                        "SubmissionReceived source:spde received",
                        "AgendaNumberAssigned source:spde received",
                        "DirectionGiven source:spde received",
                        "CaseCompleted source:spde received",
                        "EligibilityDecided hub eligibility",
                        "ReferralIssued hub disposition: named in the record");
    }

    @Test
    void whatAnAgencySaysIsToldToEverySourceOnce() {
        take(Complaints.mail("<satu@contoh.invalid>"));
        take(letter().caseReference(FIRST));
        take(letter().caseReference(FIRST).text("Diketik ulang."));
        UUID referral = referral();

        assertThat(report(LAND, update("u-1", referral, Status.IN_PROGRESS))).isTrue();
        assertThat(report(LAND, update("u-1", referral, Status.IN_PROGRESS))).isFalse();

        List<Sent> told = Outbox.of(hub, "STATUS");
        assertThat(told).extracting(Sent::destination).containsExactlyInAnyOrder("mail", "spde");
        assertThat(told).allSatisfy(notice -> {
            assertThat(CANONICAL.problems("notice", notice.payload())).isEmpty();
            assertThat(notice.payload().path("status").asText()).isEqualTo("IN_PROGRESS");
            assertThat(notice.payload().path("note").asText()).isEqualTo("Sedang diperiksa.");
            assertThat(notice.payload().path("agenda").path("number").asText()).isEqualTo("000001");
            assertThat(notice.referral()).isEqualTo(referral);
        });
        assertThat(told)
                .extracting(notice -> notice.payload().path("reference").asText())
                .containsExactlyInAnyOrder("<satu@contoh.invalid>", "PRES/2026/000001");
        assertThat(state()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void anotherAgencyHasNoSayAboutAReferral() {
        take(letter());
        UUID referral = referral();

        assertThatThrownBy(() -> report(new AgencyCode("kemensos"), update("u-1", referral, Status.ANSWERED)))
                .isInstanceOf(UnknownReferral.class);

        assertThat(state()).isEqualTo("REFERRED");
        assertThat(Outbox.of(hub, "STATUS")).isEmpty();
    }

    @Test
    void whatWasReturnedGoesToAnotherAgencyButNotBack() {
        take(letter());
        report(LAND, update("u-1", referral(), Status.RETURNED));
        assertThat(state()).isEqualTo("COMPLETE");

        take(letter().text("Diketik ulang."));
        assertThat(Outbox.of(hub, "REFERRAL")).hasSize(1);

        take(to(NamedAgency.Scheme.NAME, "Kementerian Sosial"));
        assertThat(Outbox.of(hub, "REFERRAL"))
                .extracting(Sent::destination)
                .containsExactly("agency.atr-bpn", "agency.kemensos");
        assertThat(state()).isEqualTo("REFERRED");
    }

    private static Complaints letter() {
        return Complaints.letter("PRES/2026/000001");
    }

    private static Complaints to(NamedAgency.Scheme scheme, String value) {
        return letter().namedAgency(new NamedAgency(scheme, value));
    }

    private static boolean take(Complaints what) {
        Complaint complaint = what.complaint();
        var submission = new Submission(
                hub.ids().get(),
                complaint.source() + "-feed",
                complaint,
                CANONICAL.bytes(complaint),
                "{}".getBytes(StandardCharsets.UTF_8));
        return hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DESK.take(unit, submission);
        });
    }

    private static StatusUpdate update(String id, UUID referral, Status status) {
        return new StatusUpdate(id, referral, status, hub.clock().now(), "Sedang diperiksa.", null);
    }

    private static boolean report(AgencyCode from, StatusUpdate update) {
        return hub.ledger().write(unit -> {
            unit.prepareReferrals(Set.of(update.referral()));
            return DESK.take(unit, from, update);
        });
    }

    private static void assertNobodyIsShown() {
        JsonNode referral = onlyReferral().payload();
        assertThat(CANONICAL.problems("referral", referral)).isEmpty();
        assertThat(referral.has("complainant")).isFalse();
        assertThat(referral.toString())
                .doesNotContain(Complaints.NAME, Complaints.NIK, Complaints.ADDRESS, "warga.satu@", "081200000001");
    }

    private static Sent onlyReferral() {
        List<Sent> referrals = Outbox.of(hub, "REFERRAL");
        assertThat(referrals).hasSize(1);
        return referrals.getFirst();
    }

    private static UUID referral() {
        return Objects.requireNonNull(onlyReferral().referral());
    }

    private static String state() {
        return Objects.requireNonNull(hub.jdbc().queryForObject("select state from case_file", String.class));
    }

    private static int cases() {
        return Objects.requireNonNull(hub.jdbc().queryForObject("select count(*) from case_file", Integer.class));
    }
}
