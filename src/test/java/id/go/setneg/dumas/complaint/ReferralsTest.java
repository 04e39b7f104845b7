package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseEvent.FieldCheckOrdered;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.StatusUpdate.Status;
import id.go.setneg.dumas.fixture.Complaints;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which agencies are asked, how often, and what becomes of two referrals on one matter. */
class ReferralsTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T08:00:00+07:00");
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final AgencyCode LABOUR = new AgencyCode("kemnaker");
    private static final Basis BASIS = new Basis("routing", "v1", 3, "contoh");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID THREE = new UUID(1, 3);

    private final CaseFile file = new CaseFile();

    @BeforeEach
    void aCompleteAndDirectedCase() {
        decide(new CaseCommand.Receive(
                UUID.randomUUID(),
                Complaints.letter("PRES/2026/000001").complaint(),
                EnumSet.of(RequiredItem.NAME, RequiredItem.EVIDENCE)));
    }

    @Test
    void anAgencyThatIsNamedTwiceAtOnceIsAskedOnceAndActingCountsMoreThanKnowing() {
        assertThat(issued(refer(ONE, LAND, Referral.Kind.COPY), refer(TWO, LAND, Referral.Kind.ACTION)))
                .containsExactly(TWO);
    }

    @Test
    void ofTwoWishesToActTheFirstCounts() {
        assertThat(issued(
                        refer(ONE, LAND, Referral.Kind.ACTION),
                        refer(TWO, LAND, Referral.Kind.COORDINATION),
                        refer(THREE, LABOUR, Referral.Kind.COPY)))
                .containsExactly(ONE, THREE);
    }

    @Test
    void whoHasACopyGetsNoSecondOne() {
        issued(refer(ONE, LAND, Referral.Kind.COPY));
        assertThat(issued(refer(TWO, LAND, Referral.Kind.COPY))).isEmpty();
        assertThat(issued(refer(TWO, LABOUR, Referral.Kind.COPY))).containsExactly(TWO);
        assertThat(issued(refer(THREE, LAND, Referral.Kind.ACTION))).containsExactly(THREE);
    }

    @Test
    void whoActsGetsNoCopy() {
        issued(refer(ONE, LAND, Referral.Kind.ACTION));
        assertThat(issued(refer(TWO, LAND, Referral.Kind.COPY))).isEmpty();
    }

    @Test
    void whoSentItBackMayBeAskedAgainByAPerson() {
        issued(refer(ONE, LAND, Referral.Kind.ACTION));
        report(ONE, LAND, Status.RETURNED);
        assertThat(issued(refer(TWO, LAND, Referral.Kind.ACTION))).containsExactly(TWO);
    }

    @Test
    void onlyWhatWasSentBackByWhoWasAskedCountsAsAReturn() {
        issued(
                refer(ONE, LAND, Referral.Kind.ACTION),
                refer(TWO, LABOUR, Referral.Kind.COPY),
                refer(THREE, new AgencyCode("kpk"), Referral.Kind.COORDINATION));
        assertThat(file.returns()).isZero();
        report(TWO, LABOUR, Status.RETURNED);
        assertThat(file.returns()).as("of a copy").isZero();
        report(ONE, LAND, Status.RETURNED);
        report(ONE, LAND, Status.ANSWERED);
        assertThat(file.returns()).isEqualTo(1);
        report(THREE, new AgencyCode("kpk"), Status.RETURNED);
        assertThat(file.returns()).isEqualTo(2);
    }

    @Test
    void aFieldCheckIsOrderedOnce() {
        issued(refer(ONE, LAND, Referral.Kind.ACTION));
        assertThat(fieldCheck(ONE)).containsExactly(new FieldCheckOrdered(ONE));
        assertThat(fieldCheck(ONE)).isEmpty();
        assertThat(fieldCheck(TWO)).as("no such referral").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aFieldCheckIsOrderedOnlyWhileTheAgencyHasToAnswer(Status status) {
        issued(refer(ONE, LAND, Referral.Kind.ACTION));
        report(ONE, LAND, status);
        assertThat(fieldCheck(ONE)).hasSize(status == Status.ACKNOWLEDGED || status == Status.IN_PROGRESS ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Referral.Kind.class,
            names = {"COPY", "COORDINATION"})
    void aFieldCheckIsForWhoActs(Referral.Kind kind) {
        issued(refer(ONE, LAND, kind));
        assertThat(fieldCheck(ONE)).isEmpty();
    }

    @Test
    void whereTheCaseStandsIsSaidByTheReferralThatCounts() {
        file.apply(issuedTo(ONE, LAND));
        file.apply(issuedTo(TWO, LAND));
        file.apply(new CaseEvent.ReferralCoordinated(TWO, ONE));
        report(ONE, LAND, Status.ANSWERED);
        assertThat(stateOf(TWO)).isEqualTo(ReferralState.PREPARED);
        assertThat(file.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void whatWasSaidOfTheSecondReferralBeforeCountsForTheFirst() {
        file.apply(issuedTo(ONE, LAND));
        file.apply(issuedTo(TWO, LAND));
        report(TWO, LAND, Status.IN_PROGRESS);
        file.apply(new CaseEvent.ReferralCoordinated(TWO, ONE));
        assertThat(stateOf(ONE)).isEqualTo(ReferralState.IN_PROGRESS);
    }

    @Test
    void whoSendsTheSecondReferralBackKeepsTheFirst() {
        file.apply(issuedTo(ONE, LAND));
        file.apply(issuedTo(TWO, LAND));
        file.apply(new CaseEvent.ReferralCoordinated(TWO, ONE));
        report(TWO, LAND, Status.RETURNED);
        assertThat(stateOf(TWO)).isEqualTo(ReferralState.RETURNED);
        assertThat(stateOf(ONE)).isEqualTo(ReferralState.PREPARED);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
    }

    @Test
    void anotherAgencyIsAskedWhenTheReferralThatCountsWasSentBack() {
        file.apply(issuedTo(ONE, LAND));
        file.apply(issuedTo(TWO, LAND));
        file.apply(new CaseEvent.ReferralCoordinated(TWO, ONE));
        report(ONE, LAND, Status.RETURNED);
        assertThat(file.awaitsReferral()).isTrue();
        assertThat(decide(refer(THREE, LABOUR, Referral.Kind.ACTION))).hasSize(1);
    }

    @Test
    void aReferralThatIsGivenAwayIsNoLongerCoordinated() {
        file.apply(issuedTo(ONE, LAND));
        file.apply(issuedTo(TWO, LAND));
        file.apply(new CaseEvent.ReferralCoordinated(TWO, ONE));
        file.apply(new CaseEvent.ReferralGiven(ONE, new CaseNumber(2026, 9)));
        report(TWO, LAND, Status.ANSWERED);
        assertThat(file.own().given()).containsExactly(ONE);
        assertThat(file.referrals()).extracting(Referral::id).containsExactly(TWO);
        assertThat(file.state()).as("it counts by itself again").isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void aCaseInProgressIsOneOfWhoseAgenciesOneAtLeastHasSpoken() {
        issued(refer(ONE, LAND, Referral.Kind.ACTION), refer(TWO, LABOUR, Referral.Kind.ACTION));
        decide(new CaseCommand.ConfirmDelivery(ONE));
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
        report(ONE, LAND, Status.ACKNOWLEDGED);
        assertThat(file.state()).isEqualTo(CaseState.IN_PROGRESS);
        report(ONE, LAND, Status.RETURNED);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
        assertThat(file.refusedBy()).containsExactly(LAND);
    }

    private List<UUID> issued(CaseCommand.Refer... wanted) {
        return decide(new CaseCommand.ReferTogether(List.of(wanted))).stream()
                .map(fact -> ((ReferralIssued) fact).referral())
                .toList();
    }

    private List<CaseEvent> fieldCheck(UUID referral) {
        return decide(new CaseCommand.OrderFieldCheck(referral));
    }

    private void report(UUID referral, AgencyCode agency, Status status) {
        decide(new CaseCommand.Report(agency, new StatusUpdate("u", referral, status, AT, null, null)));
    }

    private static CaseCommand.Refer refer(UUID id, AgencyCode agency, Referral.Kind kind) {
        return new CaseCommand.Refer(id, agency, kind, BASIS);
    }

    private static CaseEvent issuedTo(UUID id, AgencyCode agency) {
        return new ReferralIssued(id, agency, Referral.Kind.ACTION, BASIS);
    }

    private ReferralState stateOf(UUID id) {
        return file.referrals().stream()
                .filter(each -> each.id().equals(id))
                .map(Referral::state)
                .findFirst()
                .orElseThrow();
    }

    private List<CaseEvent> decide(CaseCommand command) {
        List<CaseEvent> facts = file.decide(command);
        facts.forEach(file::apply);
        return facts;
    }
}
