package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.Complaints;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {

    private static final CaseNumber ONE = new CaseNumber(2026, 1);
    private static final CaseNumber TWO = new CaseNumber(2026, 2);
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final OffsetDateTime NOTED = OffsetDateTime.parse("2026-11-24T09:00:00+07:00");

    /** What a case is, as far as anybody can see. */
    private record Seen(
            CaseState state, Set<Referral> referrals, Object completeSince, Object agenda, Object direction) {

        static Seen of(CaseFile file) {
            return new Seen(
                    file.state(), Set.copyOf(file.referrals()), file.completeSince(), file.agenda(), file.direction());
        }
    }

    @Property(tries = 500)
    void whoeverPartsIsWhatBothWere(@ForAll long seed) {
        var random = new Random(seed);
        List<CaseEvent> ofPart = history(random);
        List<CaseEvent> ofWhole = history(random);
        Merge.Side part = side(TWO, ofPart);
        Merge.Side whole = side(ONE, ofWhole);
        Seen partBefore = Seen.of(part.file());
        Seen wholeBefore = Seen.of(whole.file());

        var merge = new Merge(part, whole, false, "Satu perkara.");
        List<Merge.Doubled> doubled = merge.doubled();
        List<CaseEvent> joining = merge.factsOfWhole();
        apply(part, ofPart, merge.factsOfPart());
        apply(whole, ofWhole, joining);
        apply(
                whole,
                ofWhole,
                doubled.stream()
                        .<CaseEvent>map(both -> new CaseEvent.ReferralCoordinated(
                                both.other().id(), both.kept().id()))
                        .toList());

        assertThat(part.file().state()).isEqualTo(CaseState.MERGED);
        assertThat(part.file().referrals()).isEmpty();
        assertThat(part.timeline().goneAt()).isPresent();
        assertThat(whole.timeline().completeSince()).isEqualTo(whole.file().completeSince());
        assertThat(whole.file().referrals())
                .hasSize(partBefore.referrals().size() + wholeBefore.referrals().size());
        assertThat(whole.file().completeSince().isPresent())
                .isEqualTo(part.file().completeSince().isPresent()
                        || CaseFile.of(ofWhole).completeSince().isPresent());
        assertThat(merge.withdrawn()).isEmpty();
        assertThat(directedOn(whole)).isEqualTo(whole.timeline().directedOn());

        List<CaseEvent> parting = merge.partingOfWhole(List.of(), List.of());
        apply(part, ofPart, merge.partingOfPart());
        apply(whole, ofWhole, parting);
        assertThat(directedOn(part)).isEqualTo(part.timeline().directedOn());
        assertThat(directedOn(whole)).isEqualTo(whole.timeline().directedOn());
        assertThat(Seen.of(part.file())).isEqualTo(partBefore).isEqualTo(Seen.of(CaseFile.of(ofPart)));
        assertThat(Seen.of(whole.file())).isEqualTo(wholeBefore).isEqualTo(Seen.of(CaseFile.of(ofWhole)));
    }

    @Test
    void oneClockTheEarliestCompleteOne() {
        Merge.Side part = side(TWO, List.of(new CaseEvent.CaseCompleted(at("2026-11-18T08:00:00+07:00"))));
        Merge.Side whole = side(ONE, List.of(new CaseEvent.CaseCompleted(at("2026-11-20T08:00:00+07:00"))));
        apply(whole, new ArrayList<>(), new Merge(part, whole, false, "Satu perkara.").factsOfWhole());
        assertThat(whole.file().completeSince()).contains(at("2026-11-18T08:00:00+07:00"));
        assertThat(whole.timeline().completeSince()).contains(at("2026-11-18T08:00:00+07:00"));
    }

    private static final Set<RequiredItem> LETTER =
            Set.of(RequiredItem.NAME, RequiredItem.ADDRESS, RequiredItem.SIGNATURE, RequiredItem.EVIDENCE);
    private static final Set<RequiredItem> MAIL =
            Set.of(RequiredItem.NAME, RequiredItem.ADDRESS, RequiredItem.EVIDENCE);

    @Test
    void evidenceOfAnotherPersonCompletesTheMatterFromItsArrivalOn() {
        Joint joint = join(
                false,
                incomplete(Channel.LETTER, "2026-11-18T08:00:00+07:00", LETTER, RequiredItem.EVIDENCE),
                incomplete(
                        Channel.LETTER,
                        "2026-11-16T08:00:00+07:00",
                        LETTER,
                        RequiredItem.NAME,
                        RequiredItem.ADDRESS,
                        RequiredItem.SIGNATURE));

        assertThat(joint.facts())
                .containsExactly(new CaseEvent.ItemsTogether(Set.of(), at("2026-11-18T08:00:00+07:00")));
        assertThat(joint.whole().file().state()).isEqualTo(CaseState.AWAITING_DIRECTION);
        assertThat(joint.whole().file().missing()).isEmpty();
        assertThat(joint.whole().file().completeSince())
                .contains(at("2026-11-18T08:00:00+07:00"))
                .isEqualTo(joint.whole().timeline().completeSince());
        assertThat(joint.whole().file().decide(new CaseCommand.AssessAnew())).isEmpty();
    }

    @Test
    void nobodyIsIdentifiedByThePapersOfAnother() {
        Joint joint = join(
                false,
                incomplete(
                        Channel.LETTER,
                        "2026-11-18T08:00:00+07:00",
                        LETTER,
                        RequiredItem.NAME,
                        RequiredItem.ADDRESS,
                        RequiredItem.EVIDENCE),
                incomplete(Channel.LETTER, "2026-11-16T08:00:00+07:00", LETTER, RequiredItem.SIGNATURE));

        assertThat(joint.facts())
                .containsExactly(new CaseEvent.ItemsTogether(Set.of(RequiredItem.NAME, RequiredItem.ADDRESS), null));
        assertThat(joint.whole().file().state()).isEqualTo(CaseState.AWAITING_COMPLETION);
        assertThat(joint.whole().file().missing()).containsOnly(RequiredItem.NAME, RequiredItem.ADDRESS);
        assertThat(joint.whole().file().isOfSamePerson(TWO)).isFalse();
    }

    @Test
    void onePersonsPapersCompleteEachOther() {
        Joint joint = join(
                true,
                incomplete(
                        Channel.LETTER,
                        "2026-11-18T08:00:00+07:00",
                        LETTER,
                        RequiredItem.NAME,
                        RequiredItem.ADDRESS,
                        RequiredItem.EVIDENCE),
                incomplete(Channel.LETTER, "2026-11-20T08:00:00+07:00", LETTER, RequiredItem.SIGNATURE));

        assertThat(joint.whole().file().completeSince()).contains(at("2026-11-20T08:00:00+07:00"));
        assertThat(joint.whole().file().isOfSamePerson(TWO)).isTrue();
    }

    @Test
    void thePartMayBeTheOneThatIsComplete() {
        Joint joint = join(
                false,
                incomplete(Channel.EMAIL, "2026-11-18T08:00:00+07:00", MAIL, RequiredItem.NAME, RequiredItem.ADDRESS),
                incomplete(Channel.LETTER, "2026-11-16T08:00:00+07:00", LETTER, RequiredItem.EVIDENCE));

        assertThat(joint.whole().file().completeSince()).contains(at("2026-11-18T08:00:00+07:00"));
    }

    @Test
    void whatCameLaterForAPartOfAnotherPersonBringsOnlyEvidence() {
        Joint joint = join(
                false,
                incomplete(Channel.LETTER, "2026-11-18T08:00:00+07:00", LETTER, RequiredItem.NAME),
                incomplete(Channel.LETTER, "2026-11-16T08:00:00+07:00", LETTER, RequiredItem.NAME));
        Complaint later = Complaints.letter("PRES/2026/000009").complaint();
        CaseFile file = joint.whole().file();
        file.decide(new CaseCommand.Receive(UUID.randomUUID(), later, LETTER, null, later.receivedAt(), true))
                .forEach(file::apply);

        assertThat(file.held()).containsOnly(RequiredItem.NAME, RequiredItem.EVIDENCE);
        assertThat(file.missing()).containsOnly(RequiredItem.ADDRESS, RequiredItem.SIGNATURE);
    }

    @Test
    void whatCameForThePartLeavesWithIt() {
        Joint joint = join(
                true,
                incomplete(Channel.LETTER, "2026-11-18T08:00:00+07:00", LETTER, RequiredItem.NAME),
                incomplete(Channel.LETTER, "2026-11-16T08:00:00+07:00", LETTER, RequiredItem.NAME));
        Complaint later = Complaints.letter("PRES/2026/000009").complaint();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        CaseFile file = joint.whole().file();
        file.decide(new CaseCommand.Receive(first, later, LETTER)).forEach(file::apply);
        file.apply(new CaseEvent.SubmissionCorrected(first, second, Set.of("x"), later.receivedAt(), Set.of()));
        assertThat(file.held()).containsAll(LETTER);

        file.apply(new CaseEvent.SubmissionMoved(first, TWO, null));
        file.apply(new CaseEvent.SubmissionMoved(second, TWO, null));
        joint.part();

        assertThat(file.held()).containsOnly(RequiredItem.NAME);
        assertThat(file.missing()).hasSize(3);
        assertThat(file.completeSince()).isEmpty();
    }

    @Test
    void evidenceThatAPersonRejectsCountsForNoneOfThem() {
        Joint joint = join(
                false,
                incomplete(Channel.LETTER, "2026-11-18T08:00:00+07:00", LETTER, RequiredItem.EVIDENCE),
                incomplete(
                        Channel.LETTER,
                        "2026-11-16T08:00:00+07:00",
                        LETTER,
                        RequiredItem.NAME,
                        RequiredItem.ADDRESS,
                        RequiredItem.SIGNATURE));
        CaseFile file = joint.whole().file();

        file.decide(new CaseCommand.RejectItems(Set.of(RequiredItem.EVIDENCE))).forEach(file::apply);
        assertThat(file.missing()).containsOnly(RequiredItem.EVIDENCE);
        assertThat(file.completeSince()).isEmpty();
        file.decide(new CaseCommand.ConfirmItems(Set.of(RequiredItem.EVIDENCE), at("2026-11-21T08:00:00+07:00")))
                .forEach(file::apply);
        assertThat(file.completeSince()).contains(at("2026-11-21T08:00:00+07:00"));
    }

    @Test
    void theSupplementClockEndsWithWhatAnotherCaseHeldAndGoesOnWhenItLeaves() {
        List<CaseEvent> asked = new ArrayList<>(incomplete(
                Channel.LETTER,
                "2026-11-16T08:00:00+07:00",
                LETTER,
                RequiredItem.NAME,
                RequiredItem.ADDRESS,
                RequiredItem.SIGNATURE));
        asked.add(new CaseEvent.CompletionAsked(Set.of(RequiredItem.EVIDENCE), 1));
        Joint joint = join(
                false, incomplete(Channel.LETTER, "2026-11-18T08:00:00+07:00", LETTER, RequiredItem.EVIDENCE), asked);
        assertThat(joint.whole().timeline().suppliedAt()).contains(NOTED);

        joint.part();

        assertThat(joint.whole().timeline().suppliedAt()).isEmpty();
        assertThat(joint.whole().timeline().completeSince()).isEmpty();
        assertThat(joint.whole().file().completeSince()).isEmpty();
        assertThat(joint.whole().file().missing()).containsOnly(RequiredItem.EVIDENCE);
        assertThat(joint.whole().file().state()).isEqualTo(CaseState.AWAITING_COMPLETION);
    }

    @Property(tries = 300)
    void whoeverPartsHoldsWhatItHeld(@ForAll long seed) {
        var random = new Random(seed);
        List<CaseEvent> ofPart = items(random);
        List<CaseEvent> ofWhole = items(random);
        Seen partBefore = Seen.of(CaseFile.of(ofPart));
        Seen wholeBefore = Seen.of(CaseFile.of(ofWhole));
        Set<RequiredItem> missingBefore = CaseFile.of(ofWhole).missing();
        Joint joint = join(random.nextBoolean(), ofPart, ofWhole);

        Set<RequiredItem> missing = joint.whole().file().missing();
        assertThat(joint.whole().timeline().completeSince())
                .isEqualTo(joint.whole().file().completeSince());
        if (!wholeBefore.state().equals(CaseState.RECEIVED)) {
            assertThat(missingBefore).containsAll(missing);
        }

        joint.part();
        assertThat(Seen.of(joint.whole().file())).isEqualTo(wholeBefore);
        assertThat(joint.whole().file().missing()).isEqualTo(missingBefore);
        assertThat(Seen.of(joint.side().file())).isEqualTo(partBefore);
    }

    /** Two cases of which one has become part of the other. */
    private record Joint(Merge.Side side, Merge.Side whole, Merge merge, List<CaseEvent> facts) {

        void part() {
            List<CaseEvent> parting = merge.partingOfWhole(List.of(), List.of());
            apply(side, new ArrayList<>(), merge.partingOfPart());
            apply(whole, new ArrayList<>(), parting);
            apply(whole, new ArrayList<>(), whole.file().decide(new CaseCommand.AssessAnew()));
            apply(side, new ArrayList<>(), side.file().decide(new CaseCommand.AssessAnew()));
        }
    }

    private static Joint join(boolean isSamePerson, List<CaseEvent> ofPart, List<CaseEvent> ofWhole) {
        Merge.Side part = side(TWO, ofPart);
        Merge.Side whole = side(ONE, ofWhole);
        var merge = new Merge(part, whole, isSamePerson, "Satu perkara.");
        List<CaseEvent> joining = merge.factsOfWhole();
        apply(part, new ArrayList<>(), merge.factsOfPart());
        apply(whole, new ArrayList<>(), joining);
        List<CaseEvent> facts = whole.file().decide(new CaseCommand.AssessAnew());
        apply(whole, new ArrayList<>(), facts);
        return new Joint(part, whole, merge, facts);
    }

    private static List<CaseEvent> items(Random random) {
        RequiredItem[] some =
                LETTER.stream().filter(item -> random.nextBoolean()).toArray(RequiredItem[]::new);
        return incomplete(
                Channel.LETTER,
                OffsetDateTime.parse("2026-11-01T08:00:00+07:00")
                        .plusDays(random.nextInt(9))
                        .toString(),
                random.nextBoolean() ? LETTER : MAIL,
                some);
    }

    /** A case as the rules judge it by these items. */
    private static List<CaseEvent> incomplete(
            Channel channel, String receivedAt, Set<RequiredItem> required, RequiredItem... provided) {
        List<CaseEvent> facts = new ArrayList<>(List.of(new CaseEvent.SubmissionReceived(
                UUID.randomUUID(), "contoh", channel, at(receivedAt), false, required, Set.of(provided))));
        facts.addAll(CaseFile.of(facts).decide(new CaseCommand.AssessAnew()));
        return facts;
    }

    @Test
    void whatAnAgencySaysOfTheSecondReferralCountsForTheFirst() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        Merge.Side part = side(TWO, List.of(issued(second)));
        Merge.Side whole = side(ONE, List.of(issued(first), new CaseEvent.ReferralDelivered(first)));
        var merge = new Merge(part, whole, false, "Satu perkara.");
        Merge.Doubled both = merge.doubled().getFirst();
        assertThat(both.kept().id()).isEqualTo(first);
        List<CaseEvent> facts = new ArrayList<>(merge.factsOfWhole());
        facts.add(new CaseEvent.ReferralCoordinated(second, first));
        facts.add(new CaseEvent.StatusReported(
                second, LAND, "1", StatusUpdate.Status.ANSWERED, at("2026-11-24T08:00:00+07:00"), null, null));
        apply(whole, new ArrayList<>(), facts);

        assertThat(whole.timeline().referrals())
                .singleElement()
                .satisfies(referral -> assertThat(referral.id()).isEqualTo(first))
                .satisfies(referral -> assertThat(referral.firstAnsweredAt()).isPresent());
        assertThat(whole.file().state()).isEqualTo(CaseState.ANSWERED);
        assertThat(whole.file().referrals()).extracting(Referral::state).containsOnly(ReferralState.ANSWERED);
    }

    @Test
    void aRecalledReferralIsNoRefusalAndNeverComesBack() {
        var id = UUID.randomUUID();
        CaseFile file = CaseFile.of(List.of(issued(id), new CaseEvent.ReferralRecalled(id)));
        file.apply(new CaseEvent.ReferralDelivered(id));
        assertThat(file.refusedBy()).isEmpty();
        assertThat(file.referrals()).extracting(Referral::state).containsExactly(ReferralState.RECALLED);
    }

    @Test
    void onlyOpenReferralsToOneAgencyAreDoubled() {
        var labour = new AgencyCode("kemnaker");
        Merge.Side part = side(
                TWO,
                List.of(
                        issued(new UUID(2, 1), LAND, Referral.Kind.ACTION),
                        issued(new UUID(2, 2), labour, Referral.Kind.ACTION)));
        Merge.Side whole = side(
                ONE,
                List.of(
                        issued(new UUID(1, 1), LAND, Referral.Kind.COPY),
                        issued(new UUID(1, 2), labour, Referral.Kind.ACTION)));
        assertThat(new Merge(part, whole, false, "Satu perkara.").doubled())
                .extracting(both -> both.kept().id(), both -> both.other().id())
                .containsExactly(Tuple.tuple(new UUID(1, 2), new UUID(2, 2)));
    }

    @ParameterizedTest
    @EnumSource(StatusUpdate.Status.class)
    void whatIsAnsweredOrSentBackIsNotDoubled(StatusUpdate.Status status) {
        boolean isOpen = status == StatusUpdate.Status.ACKNOWLEDGED || status == StatusUpdate.Status.IN_PROGRESS;
        Merge.Side part = side(TWO, List.of(issued(new UUID(2, 1)), reported(new UUID(2, 1), status)));
        Merge.Side whole = side(ONE, List.of(issued(new UUID(1, 1))));
        assertThat(new Merge(part, whole, false, "Satu perkara.").doubled())
                .extracting(both -> both.kept().id())
                .isEqualTo(isOpen ? List.of(new UUID(2, 1)) : List.of());
        assertThat(new Merge(whole, part, false, "Satu perkara.").doubled())
                .extracting(both -> both.kept().id())
                .isEqualTo(isOpen ? List.of(new UUID(2, 1)) : List.of());
    }

    @Test
    void whatTheWholeSaysOfItselfStaysUnlessOnlyThePartsPapersSaidSo() {
        Complaint gone = Complaints.letter("PRES/2026/000007").complaint();
        Complaint older = Complaints.letter("PRES/2026/000001")
                .with("direction.instruction", "Telaah")
                .complaint();
        Complaint newer = Complaints.letter("PRES/2026/000002")
                .with("direction.instruction", "Koordinasikan")
                .complaint();
        Complaint silent = Complaints.mail("<satu@contoh.invalid>").complaint();
        List<CaseEvent> journal = List.of(
                new CaseEvent.AgendaNumberAssigned(gone.letter().agenda()),
                new CaseEvent.DirectionGiven(gone.direction()));

        assertThat(parted(journal, List.of(silent), List.of(older)))
                .as("nothing of it goes")
                .isEqualTo(new CaseEvent.CaseParted(TWO, gone.letter().agenda(), gone.direction(), "Dua perkara."));
        assertThat(parted(journal, List.of(gone), List.of(older, newer, silent)))
                .as("the newest of what is left")
                .isEqualTo(new CaseEvent.CaseParted(TWO, newer.letter().agenda(), newer.direction(), "Dua perkara."));
        assertThat(parted(journal, List.of(gone), List.of(silent)))
                .isEqualTo(new CaseEvent.CaseParted(TWO, null, null, "Dua perkara."));
        assertThat(parted(List.of(), List.of(gone), List.of(older)))
                .as("it never said so itself")
                .isEqualTo(new CaseEvent.CaseParted(TWO, null, null, "Dua perkara."));
    }

    @Test
    void whatThePartsSourcesTookBackMeanwhileIsTakenBackThereToo() {
        var first = new UUID(5, 1);
        var second = new UUID(5, 2);
        Merge.Side part = side(TWO, List.of(received(first), received(second)));
        Merge.Side whole = side(ONE, List.of(received(new UUID(5, 3))));
        var merge = new Merge(part, whole, false, "Satu perkara.");
        apply(whole, new ArrayList<>(), merge.factsOfWhole());
        assertThat(merge.withdrawn()).isEmpty();

        apply(whole, new ArrayList<>(), List.of(new CaseEvent.SubmissionDeleted(second)));
        assertThat(merge.withdrawn()).containsExactly(second);
    }

    @Test
    void whoLeavesTakesItsReferralsAlongAsTheyThenStand() {
        var referral = new UUID(2, 1);
        Merge.Side part = side(TWO, List.of(issued(referral)));
        Merge.Side whole = side(ONE, List.of(issued(new UUID(1, 1), new AgencyCode("kpk"), Referral.Kind.ACTION)));
        var merge = new Merge(part, whole, false, "Satu perkara.");
        List<CaseEvent> joining = merge.factsOfWhole();
        assertThat(merge.factsOfPart())
                .containsExactly(
                        new CaseEvent.ReferralGiven(referral, ONE), new CaseEvent.CaseMerged(ONE, "Satu perkara."));
        apply(part, new ArrayList<>(), merge.factsOfPart());
        apply(whole, new ArrayList<>(), joining);
        apply(whole, new ArrayList<>(), List.of(reported(referral, StatusUpdate.Status.ANSWERED)));

        List<CaseEvent> ofPart = merge.partingOfPart();
        assertThat(merge.partingOfWhole(List.of(), List.of()))
                .startsWith(new CaseEvent.ReferralGiven(referral, TWO))
                .hasSize(2);
        apply(part, new ArrayList<>(), ofPart);
        assertThat(part.file().referrals())
                .containsExactly(new Referral(referral, LAND, Referral.Kind.ACTION, ReferralState.ANSWERED));
        assertThat(part.timeline().referrals())
                .singleElement()
                .satisfies(each -> assertThat(each.firstAnsweredAt()).contains(NOTED))
                .satisfies(each -> assertThat(each.sentAt()).contains(NOTED));
    }

    @Test
    void whatAnAgencySaidOfACoordinatedReferralGoesOnWithWhoeverHasIt() {
        var kept = new UUID(1, 1);
        var other = new UUID(2, 1);
        Merge.Side part = side(TWO, List.of(issued(other)));
        Merge.Side whole = side(ONE, List.of(issued(kept)));
        var merge = new Merge(part, whole, false, "Satu perkara.");
        List<CaseEvent> joining = merge.factsOfWhole();
        apply(part, new ArrayList<>(), merge.factsOfPart());
        apply(whole, new ArrayList<>(), joining);
        apply(
                whole,
                new ArrayList<>(),
                List.of(
                        new CaseEvent.ReferralCoordinated(other, kept),
                        new CaseEvent.FieldCheckOrdered(other),
                        reported(other, StatusUpdate.Status.ANSWERED)));
        assertThat(whole.timeline().referrals()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(kept);
            assertThat(each.firstAnsweredAt()).contains(NOTED);
        });

        List<CaseEvent> ofPart = merge.partingOfPart();
        apply(part, new ArrayList<>(), ofPart);

        assertThat(part.timeline().referrals()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(other);
            assertThat(each.deliveredAt()).contains(NOTED);
            assertThat(each.fieldCheckAt()).contains(NOTED);
            assertThat(each.firstAnsweredAt()).contains(NOTED);
            assertThat(each.lastAnsweredAt()).contains(NOTED);
        });
    }

    @Test
    void whoSendsACoordinatedReferralBackKeepsTheClocksOfTheOther() {
        var kept = new UUID(1, 1);
        var other = new UUID(2, 1);
        Merge.Side whole = side(ONE, List.of(issued(kept), issued(other)));
        apply(
                whole,
                new ArrayList<>(),
                List.of(new CaseEvent.ReferralCoordinated(other, kept), reported(other, StatusUpdate.Status.RETURNED)));

        assertThat(whole.timeline().referrals())
                .singleElement()
                .satisfies(each -> assertThat(each.returnedAt()).isEmpty());
        assertThat(whole.timeline().times(other).returnedAt()).isEqualTo(NOTED);
    }

    private static Optional<LocalDate> directedOn(Merge.Side side) {
        return side.file().direction().map(Complaint.Direction::date);
    }

    private static CaseEvent parted(List<CaseEvent> ofWhole, List<Complaint> gone, List<Complaint> left) {
        return new Merge(side(TWO, List.of()), side(ONE, ofWhole), false, "Dua perkara.")
                .partingOfWhole(gone, left)
                .getLast();
    }

    private static CaseEvent received(UUID submission) {
        return new CaseEvent.SubmissionReceived(submission, "spde", Channel.LETTER, NOTED, false, Set.of(), Set.of());
    }

    private static CaseEvent reported(UUID referral, StatusUpdate.Status status) {
        return new CaseEvent.StatusReported(referral, LAND, "1", status, NOTED, null, null);
    }

    private static CaseEvent issued(UUID referral, AgencyCode agency, Referral.Kind kind) {
        return new CaseEvent.ReferralIssued(referral, agency, kind, new Basis("routing", "-", 1, "contoh"));
    }

    private static void apply(Merge.Side side, List<CaseEvent> journal, List<CaseEvent> facts) {
        facts.forEach(side.file()::apply);
        facts.forEach(fact -> side.timeline().apply(fact, NOTED));
        journal.addAll(facts);
    }

    private static Merge.Side side(CaseNumber number, List<CaseEvent> journal) {
        var timeline = new CaseTimeline();
        journal.forEach(fact -> timeline.apply(fact, NOTED));
        return new Merge.Side(number, CaseFile.of(journal), timeline);
    }

    private static List<CaseEvent> history(Random random) {
        Complaint complaint =
                Complaints.letter("PRES/2026/00000" + random.nextInt(9)).complaint();
        List<CaseEvent> facts = new ArrayList<>(List.of(new CaseEvent.SubmissionReceived(
                UUID.randomUUID(),
                "spde",
                Channel.LETTER,
                complaint.receivedAt(),
                random.nextInt(5) == 0,
                Set.of(RequiredItem.NAME),
                Set.of(RequiredItem.NAME))));
        if (random.nextBoolean()) {
            facts.add(new CaseEvent.CaseCompleted(complaint.receivedAt().plusDays(random.nextInt(9))));
        }
        if (random.nextBoolean() && complaint.letter().agenda() != null) {
            facts.add(new CaseEvent.AgendaNumberAssigned(complaint.letter().agenda()));
        }
        if (random.nextBoolean() && complaint.direction() != null) {
            facts.add(new CaseEvent.DirectionGiven(complaint.direction()));
        }
        if (random.nextBoolean()) {
            var referral = UUID.randomUUID();
            facts.add(issued(referral));
            if (random.nextBoolean()) {
                facts.add(new CaseEvent.ReferralDelivered(referral));
                facts.add(new CaseEvent.StatusReported(
                        referral,
                        LAND,
                        "1",
                        StatusUpdate.Status.values()[random.nextInt(StatusUpdate.Status.values().length)],
                        complaint.receivedAt(),
                        null,
                        null));
            }
        }
        return facts;
    }

    private static CaseEvent issued(UUID referral) {
        return issued(referral, LAND, Referral.Kind.ACTION);
    }

    private static OffsetDateTime at(String text) {
        return OffsetDateTime.parse(text);
    }
}
