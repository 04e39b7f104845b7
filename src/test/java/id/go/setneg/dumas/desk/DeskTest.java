package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint.Accused;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.complaint.StatusUpdate.Status;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.fixture.Outbox.Sent;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.mapping.Canonical;
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

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
        desk = new OpenDesk(hub);
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
        assertThat(desk.take(letter())).isTrue();
        assertThat(desk.take(letter())).isFalse();
        assertThat(desk.take(letter().text("Diketik ulang."))).isTrue();

        Sent referral = onlyReferral();
        assertThat(referral.destination()).isEqualTo("agency.atr-bpn");
        assertThat(referral.state()).isEqualTo("WAITING");
        assertThat(state()).isEqualTo("REFERRED");
        assertThat(Outbox.of(hub)).hasSize(1);
    }

    @Test
    void aReferralSaysWhatTheAgencyNeeds() {
        desk.take(letter());

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
        desk.take(letter);

        assertThat(Outbox.of(hub, "REFERRAL")).as(missing).isEmpty();
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void whatWasMissingLetsTheLetterGoOnceItComes() {
        desk.take(letter().attachments());
        desk.take(Complaints.mail("<satu@contoh.invalid>").caseReference(FIRST));

        assertThat(onlyReferral().payload().path("attachments")).hasSize(1);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void anInstitutionThatOnlyLaporKnowsLeadsToTheAgencyOfItsName() {
        desk.take(to(NamedAgency.Scheme.LAPOR, "70001"));

        assertThat(onlyReferral().destination()).isEqualTo("agency.kemensos");
    }

    @Test
    void aCopyIsNeverReferred() {
        desk.take(letter().copyOnly());

        assertThat(Outbox.of(hub)).isEmpty();
        assertThat(state()).isEqualTo("ARCHIVED");
    }

    @ParameterizedTest
    @CsvSource({"NAME, 'kementerian atr / bpn'", "LAPOR, 90001", "HUB, atr-bpn"})
    void anAgencyIsKnownByEveryName(NamedAgency.Scheme scheme, String value) {
        desk.take(to(scheme, value));

        assertThat(onlyReferral().destination()).isEqualTo("agency.atr-bpn");
    }

    @Test
    void aMailIsRegisteredAndTheRegistrationComesBackToItsCase() {
        desk.take(Complaints.mail("<satu@contoh.invalid>"));

        Sent registration = Outbox.of(hub).getFirst();
        assertThat(registration.kind()).isEqualTo("REGISTRATION");
        assertThat(registration.destination()).isEqualTo("spde");
        assertThat(CANONICAL.problems("registration", registration.payload())).isEmpty();
        assertThat(registration.payload().path("id").asText())
                .isEqualTo(registration.id().toString());
        String number = registration.payload().path("case").asText();

        desk.take(letter().signed(null).attachments().caseReference(number));

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
        desk.take(Complaints.lapor("100045"));
        desk.take(Complaints.lapor("100045").text("Diperbarui."));
        desk.take(letter().direction(null));

        assertThat(Outbox.of(hub)).extracting(Sent::kind).containsExactly("REGISTRATION");
    }

    @Test
    void anAnonymousComplainantIsNotShownToTheAgency() {
        desk.take(letter().anonymous());

        assertNobodyIsShown();
    }

    @Test
    void aComplainantWhoIsAnonymousInOneSubmissionIsAnonymousInAll() {
        desk.take(Complaints.lapor("100045").anonymous());
        desk.take(letter().caseReference(FIRST));

        assertNobodyIsShown();
    }

    @Test
    void theAgencyComplainedAboutDoesNotLearnWhoComplains() {
        desk.take(letter().accused(new Accused("Contoh Pejabat Satu", null, null, "Kepala", "BPN", null)));

        assertNobodyIsShown();
        assertThat(onlyReferral().payload().path("accused").path("name").asText())
                .isEqualTo("Contoh Pejabat Satu");
    }

    @Test
    void anAgencyThatIsNotComplainedAboutLearnsWhoComplains() {
        desk.take(
                letter().accused(new Accused("Contoh Pejabat Satu", null, null, "Kepala", "Kementerian Sosial", null)));

        assertThat(onlyReferral().payload().has("complainant")).isTrue();
    }

    @Test
    void anAgencyThatMayNeverKnowDoesNotLearnWhoComplains() {
        desk.take(to(NamedAgency.Scheme.NAME, "Polri"));

        assertNobodyIsShown();
    }

    @Test
    void aReferralToAnAgencyWithoutAWayIsHeld() {
        desk.take(to(NamedAgency.Scheme.HUB, "kemnaker"));

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
        desk.take(letter());

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
        desk.take(Complaints.mail("<satu@contoh.invalid>"));
        desk.take(letter().caseReference(FIRST));
        desk.take(letter().caseReference(FIRST).text("Diketik ulang."));
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
        desk.take(letter());
        UUID referral = referral();

        assertThatThrownBy(() -> report(new AgencyCode("kemensos"), update("u-1", referral, Status.ANSWERED)))
                .isInstanceOf(UnknownReferral.class);

        assertThat(state()).isEqualTo("REFERRED");
        assertThat(Outbox.of(hub, "STATUS")).isEmpty();
    }

    @Test
    void whatWasReturnedGoesToAnotherAgencyButNotBack() {
        desk.take(letter());
        report(LAND, update("u-1", referral(), Status.RETURNED));
        assertThat(state()).isEqualTo("COMPLETE");

        desk.take(letter().text("Diketik ulang."));
        assertThat(Outbox.of(hub, "REFERRAL")).hasSize(1);

        desk.take(to(NamedAgency.Scheme.NAME, "Kementerian Sosial"));
        assertThat(Outbox.of(hub, "REFERRAL"))
                .extracting(Sent::destination)
                .containsExactly("agency.atr-bpn", "agency.kemensos");
        assertThat(state()).isEqualTo("REFERRED");
    }

    @Test
    void severalAgenciesGetTheirReferralsAtOnceAndTheCaseIsAnsweredWhenTheAskedOnesHaveAnswered() {
        desk.take(letter().namedAgency(null).text("TKI tidak dibayar.").problemCode("04"));

        assertThat(referrals()).containsExactly("kp2mi ACTION HELD", "kemlu COPY HELD");
        Sent copy = Outbox.of(hub, "REFERRAL").get(1);
        assertThat(CANONICAL.problems("referral", copy.payload())).isEmpty();
        assertThat(copy.payload().path("lead").asBoolean()).isFalse();
        assertThat(copy.payload().has("complainant")).isFalse();

        report(new AgencyCode("kp2mi"), update("u-1", referral("kp2mi"), Status.ANSWERED));
        assertThat(state()).isEqualTo("ANSWERED");
    }

    @Test
    void aReturnIsRoutedOnAtOnceAndInTheEndToAPersonWhileTheClockGoesOn() {
        desk.take(to(NamedAgency.Scheme.HUB, "atr-bpn")
                .text("Bansos tidak sampai, upah belum dibayar.")
                .problemCode("04"));
        for (String agency : List.of("atr-bpn", "kemensos", "kemnaker")) {
            assertThat(state()).isEqualTo("REFERRED");
            report(new AgencyCode(agency), update("u-1", referral(agency), Status.RETURNED));
        }

        assertThat(state()).isEqualTo("COMPLETE");
        assertThat(referrals())
                .containsExactly("atr-bpn ACTION RETURNED", "kemensos ACTION RETURNED", "kemnaker ACTION RETURNED");
        assertThat(hub.jdbc().queryForList("select event || ' ' || because from journal order by seq", String.class))
                .endsWith("ReferralLeftToPerson Petugas menetapkan instansi karena berkas sudah 3 kali dikembalikan"
                        + " sebagai bukan kewenangan.")
                .filteredOn(line -> line.startsWith("CaseCompleted"))
                .hasSize(1);
    }

    @Test
    void aPersonNamesAgenciesAtOnceAndOthersLater() {
        desk.take(letter().namedAgency(null));
        route(List.of("kemensos", "atr-bpn"), List.of("kemnaker"));
        route(List.of("kemensos", "kemnaker"), List.of("kemlu"));

        assertThat(referrals())
                .containsExactly(
                        "kemensos ACTION PREPARED",
                        "atr-bpn ACTION PREPARED",
                        "kemnaker COPY HELD",
                        "kemnaker ACTION HELD",
                        "kemlu COPY HELD");
        assertThat(Outbox.of(hub, "REFERRAL"))
                .extracting(sent -> sent.payload().path("lead").asBoolean())
                .containsExactly(true, false, false, false, false);
    }

    private static void route(List<String> asked, List<String> copies) {
        hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(new CaseNumber(2026, 1)));
            OpenCase on = unit.caseNumbered(new CaseNumber(2026, 1)).orElseThrow();
            desk.desk()
                    .route(
                            unit,
                            on,
                            new OfficerDecision.Route("Kewenangan kementerian ini.", asked, copies),
                            new CaseEvent.OfficerDecided("route", "Kewenangan kementerian ini."),
                            "officer:sari");
            return true;
        });
    }

    @Test
    void whoTookAnAgencyOverSpeaksForItsReferrals() {
        desk.take(letter().namedAgency(null));
        UUID old = hub.ids().get();
        hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(new CaseNumber(2026, 1)));
            OpenCase on = unit.caseNumbered(new CaseNumber(2026, 1)).orElseThrow();
            var refer = new CaseCommand.Refer(
                    old, new AgencyCode("kemenkumham"), Referral.Kind.ACTION, new Basis("disposition", "-", 0, "x"));
            on.record(on.file().decide(refer), "hub", "before the ministry was divided");
            return true;
        });

        assertThat(report(new AgencyCode("kemenkum"), update("u-1", old, Status.ANSWERED)))
                .isTrue();
        assertThat(referrals()).containsExactly("kemenkumham ACTION ANSWERED");
    }

    @Test
    void aNoticeByMailOnASecretCaseHasNoWordsOfTheAgency() {
        desk.take(Complaints.mail("<satu@contoh.invalid>"));
        desk.take(letter().caseReference(FIRST).confidential());
        report(LAND, update("u-1", referral(), Status.IN_PROGRESS));

        assertThat(Outbox.of(hub, "STATUS"))
                .hasSize(2)
                .allSatisfy(notice -> assertThat(notice.payload().has("note"))
                        .as(notice.destination())
                        .isEqualTo(notice.destination().equals("spde")));
    }

    private static List<String> referrals() {
        return hub.jdbc()
                .queryForList("select agency || ' ' || kind || ' ' || state from referral order by id", String.class);
    }

    private static UUID referral(String agency) {
        return Objects.requireNonNull(
                hub.jdbc().queryForObject("select id from referral where agency = ?", UUID.class, agency));
    }

    private static Complaints letter() {
        return Complaints.letter("PRES/2026/000001");
    }

    private static Complaints to(NamedAgency.Scheme scheme, String value) {
        return letter().namedAgency(new NamedAgency(scheme, value));
    }

    private static StatusUpdate update(String id, UUID referral, Status status) {
        return new StatusUpdate(id, referral, status, hub.clock().now(), "Sedang diperiksa.", null);
    }

    private static boolean report(AgencyCode from, StatusUpdate update) {
        return hub.ledger().write(unit -> {
            unit.prepareReferrals(Set.of(update.referral()));
            return desk.desk().take(unit, from, update);
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
