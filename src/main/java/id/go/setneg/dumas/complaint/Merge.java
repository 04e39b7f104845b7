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
 * @param from the number of the case that becomes part
 * @param part that case
 * @param into the number of the other one
 * @param whole the other one
 * @param reason a person's own words
 */
public record Merge(CaseNumber from, CaseFile part, CaseNumber into, CaseFile whole, String reason) {

    /**
     * Two open referrals to one agency.
     *
     * @param kept the one that counts: which is further along, else that of the whole
     */
    public record Doubled(Referral kept, Referral other) {}

    /** What the part's journal tells. */
    public List<CaseEvent> factsOfPart() {
        List<CaseEvent> facts = new ArrayList<>();
        part.referrals().forEach(referral -> facts.add(new CaseEvent.ReferralGiven(referral.id(), into)));
        facts.add(new CaseEvent.CaseMerged(into, reason));
        return facts;
    }

    /** What the whole's journal tells. */
    public List<CaseEvent> factsOfWhole() {
        List<CaseEvent> facts = new ArrayList<>();
        facts.add(new CaseEvent.CaseJoined(
                from,
                part.own().submissions(),
                part.completeSince().orElse(null),
                part.own().copyOnly(),
                part.agenda().orElse(null),
                part.direction().orElse(null),
                reason));
        part.referrals().forEach(referral -> facts.add(taken(referral, from)));
        return facts;
    }

    /** Agencies that both cases asked to act, and that have not answered: one referral is enough. */
    public List<Doubled> doubled() {
        return part.referrals().stream()
                .filter(Merge::isOpen)
                .flatMap(one -> whole.referrals().stream()
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
        facts.add(new CaseEvent.CaseUnmerged(into, reason));
        givenBack().forEach(referral -> facts.add(taken(referral, into)));
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
        givenBack().forEach(referral -> facts.add(new CaseEvent.ReferralGiven(referral.id(), from)));
        facts.add(new CaseEvent.CaseParted(
                from,
                left(
                        whole.own().agenda(),
                        gone,
                        left,
                        complaint -> complaint.letter().agenda()),
                left(whole.own().direction(), gone, left, Complaint::direction),
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
        Set<UUID> held = whole.own().submissions();
        return part.own().submissions().stream()
                .filter(each -> !held.contains(each))
                .toList();
    }

    private Stream<Referral> givenBack() {
        return whole.referrals().stream().filter(referral -> part.own().given().contains(referral.id()));
    }

    private static CaseEvent taken(Referral referral, CaseNumber from) {
        return new CaseEvent.ReferralTaken(referral.id(), referral.agency(), referral.kind(), referral.state(), from);
    }

    @Override
    public String toString() {
        return "Merge[" + from + ", " + into + "]";
    }
}
