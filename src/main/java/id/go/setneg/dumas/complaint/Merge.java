package id.go.setneg.dumas.complaint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts by which one case becomes part of another, and by which it leaves it again. Nothing is taken away from the
 * part but its referrals, which the whole gives back as they then stand.
 *
 * @param from the case that becomes part
 * @param into the other one, the whole
 * @param isSamePerson whether one person wrote both, by NIK, mail address or telephone
 * @param reason a person's own words
 */
public record Merge(Side from, Side into, boolean isSamePerson, String reason) {

    /**
     * One of both cases.
     *
     * @param timeline when what happened to it
     */
    public record Side(CaseNumber number, CaseFile file, CaseTimeline timeline) {

        private CaseEvent.ReferralTaken give(Referral referral) {
            return new CaseEvent.ReferralTaken(
                    referral.id(),
                    referral.agency(),
                    referral.kind(),
                    referral.state(),
                    number,
                    timeline.times(referral.id()));
        }
    }

    /**
     * Two open referrals to one agency.
     *
     * @param kept the one that counts: which is further along, else that of the whole
     */
    public record Doubled(Referral kept, Referral other) {}

    /** What the part's journal tells. */
    public List<CaseEvent> factsOfPart() {
        List<CaseEvent> facts = new ArrayList<>();
        from.file()
                .referrals()
                .forEach(referral -> facts.add(new CaseEvent.ReferralGiven(referral.id(), into.number())));
        facts.add(new CaseEvent.CaseMerged(into.number(), reason));
        return facts;
    }

    /** What the whole's journal tells. */
    public List<CaseEvent> factsOfWhole() {
        List<CaseEvent> facts = new ArrayList<>();
        facts.add(new CaseEvent.CaseJoined(
                from.number(),
                from.file().own().submissions(),
                from.file().completeSince().orElse(null),
                from.file().own().copyOnly(),
                from.file().agenda().orElse(null),
                from.file().direction().orElse(null),
                reason,
                from.file().held(isSamePerson)));
        from.file().referrals().forEach(referral -> facts.add(from.give(referral)));
        return facts;
    }

    /** Agencies that both cases asked to act, and that have not answered: one referral is enough. */
    public List<Doubled> doubled() {
        return from.file().referrals().stream()
                .filter(Merge::isOpen)
                .flatMap(one -> into.file().referrals().stream()
                        .filter(Merge::isOpen)
                        .filter(other -> other.agency().equals(one.agency()))
                        .limit(1)
                        .map(other -> doubled(other, one)))
                .toList();
    }

    private static Doubled doubled(Referral ofWhole, Referral ofPart) {
        return Comparator.<ReferralState>naturalOrder().compare(ofPart.state(), ofWhole.state()) > 0
                ? new Doubled(ofPart, ofWhole)
                : new Doubled(ofWhole, ofPart);
    }

    private static boolean isOpen(Referral referral) {
        return referral.kind() == Referral.Kind.ACTION
                && referral.isLive()
                && referral.state() != ReferralState.ANSWERED;
    }

    /** What the part's journal tells when it leaves. */
    public List<CaseEvent> partingOfPart() {
        List<CaseEvent> facts = new ArrayList<>();
        facts.add(new CaseEvent.CaseUnmerged(into.number(), reason));
        givenBack().forEach(referral -> facts.add(into.give(referral)));
        return facts;
    }

    /**
     * What the whole's journal tells when the part leaves.
     *
     * @param gone what came for the part meanwhile
     * @param left what the whole keeps
     */
    public List<CaseEvent> partingOfWhole(List<Complaint> gone, List<Complaint> left) {
        List<CaseEvent> facts = new ArrayList<>();
        givenBack().forEach(referral -> facts.add(new CaseEvent.ReferralGiven(referral.id(), from.number())));
        facts.add(new CaseEvent.CaseParted(
                from.number(),
                left(
                        into.file().own().agenda(),
                        gone,
                        left,
                        complaint -> complaint.letter().agenda()),
                left(into.file().own().direction(), gone, left, Complaint::direction),
                reason));
        return facts;
    }

    /** What the whole says of itself stays, unless only the part's papers said so. */
    private static <T> @Nullable T left(
            @Nullable T own, List<Complaint> gone, List<Complaint> left, Function<Complaint, @Nullable T> said) {
        if (own == null || gone.stream().map(said).noneMatch(own::equals)) {
            return own;
        }
        return left.stream()
                .map(said)
                .filter(Objects::nonNull)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** Submissions of the part that its sources corrected or deleted while it was part. */
    public List<UUID> withdrawn() {
        Set<UUID> held = into.file().own().submissions();
        return from.file().own().submissions().stream()
                .filter(each -> !held.contains(each))
                .toList();
    }

    private Stream<Referral> givenBack() {
        return into.file().referrals().stream()
                .filter(referral -> from.file().own().given().contains(referral.id()));
    }

    @Override
    public String toString() {
        return "Merge[" + from.number() + ", " + into.number() + "]";
    }
}
