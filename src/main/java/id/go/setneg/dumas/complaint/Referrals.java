package id.go.setneg.dumas.complaint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The referrals of one case, and which facts about them may follow. */
final class Referrals {

    private final Map<UUID, Referral> byId = new LinkedHashMap<>();
    private @Nullable Basis left;
    private final Set<UUID> given = new HashSet<>();
    private final Map<UUID, UUID> coordinated = new HashMap<>();
    private final Set<UUID> fieldChecks = new HashSet<>();

    void add(CaseEvent.ReferralIssued issued) {
        byId.put(
                issued.referral(),
                new Referral(issued.referral(), issued.agency(), issued.kind(), ReferralState.PREPARED));
        if (issued.kind() != Referral.Kind.COPY) {
            left = null;
        }
    }

    void add(CaseEvent.ReferralLeftToPerson fact) {
        left = fact.basis();
    }

    void addAll(Referrals others) {
        byId.putAll(others.byId);
        given.addAll(others.given);
        coordinated.putAll(others.coordinated);
        fieldChecks.addAll(others.fieldChecks);
        left = others.left;
    }

    /** Each agency once: who has the case is asked again only where it had a mere copy. */
    List<CaseEvent> issue(List<CaseCommand.Refer> wanted) {
        Map<AgencyCode, CaseCommand.Refer> news = new LinkedHashMap<>();
        for (CaseCommand.Refer each : wanted) {
            boolean isKnown = byId.values().stream()
                    .filter(referral -> referral.agency().equals(each.agency()))
                    .anyMatch(referral -> referral.isAsked() || (referral.isLive() && isCopy(each)));
            if (!isKnown) {
                news.merge(each.agency(), each, (first, second) -> isCopy(first) ? second : first);
            }
        }
        return news.values().stream()
                .<CaseEvent>map(each -> new CaseEvent.ReferralIssued(
                        each.referral(), each.agency(), each.kind(), each.basis(), each.explanation()))
                .toList();
    }

    private static boolean isCopy(CaseCommand.Refer refer) {
        return refer.kind() == Referral.Kind.COPY;
    }

    /** Told once, until there is another reason, or an agency was asked since. */
    List<CaseEvent> leave(CaseCommand.LeaveToPerson command) {
        return command.basis().equals(left)
                ? List.of()
                : List.of(new CaseEvent.ReferralLeftToPerson(command.basis(), command.explanation()));
    }

    int returns() {
        return (int) byId.values().stream()
                .filter(referral -> referral.kind() != Referral.Kind.COPY)
                .filter(referral -> referral.state() == ReferralState.RETURNED)
                .count();
    }

    void move(UUID referral, ReferralState reported) {
        byId.computeIfPresent(referral, (id, known) -> known.now(reported));
        UUID with = coordinated.get(referral);
        if (with != null && reported.compareTo(ReferralState.RETURNED) < 0) {
            move(with, reported);
        }
    }

    Optional<ReferralState> stateOf(UUID referral) {
        return Optional.ofNullable(byId.get(coordinated.getOrDefault(referral, referral)))
                .map(Referral::state);
    }

    void apply(CaseEvent.Shared event) {
        switch (event) {
            case CaseEvent.ReferralGiven away -> give(away.referral());
            case CaseEvent.ReferralTaken taken -> take(taken);
            case CaseEvent.ReferralRecalled recalled -> move(recalled.referral(), ReferralState.RECALLED);
            case CaseEvent.ReferralCoordinated both -> coordinate(both);
        }
    }

    private void take(CaseEvent.ReferralTaken taken) {
        given.remove(taken.referral());
        byId.put(taken.referral(), new Referral(taken.referral(), taken.agency(), taken.kind(), taken.state()));
    }

    private void give(UUID referral) {
        byId.remove(referral);
        given.add(referral);
        coordinated.remove(referral);
        coordinated.values().remove(referral);
    }

    /** What another case has now. */
    Set<UUID> given() {
        return Set.copyOf(given);
    }

    private void coordinate(CaseEvent.ReferralCoordinated both) {
        coordinated.put(both.referral(), both.with());
        Referral known = byId.get(both.referral());
        if (known != null) {
            move(both.with(), known.state());
        }
    }

    Collection<Referral> all() {
        return List.copyOf(byId.values());
    }

    /** Agencies that sent the case back. */
    Collection<AgencyCode> refusedBy() {
        return byId.values().stream()
                .filter(referral -> referral.state() == ReferralState.RETURNED)
                .map(Referral::agency)
                .toList();
    }

    /** Where the case stands with its agencies, none when no agency is asked: copies do not count. */
    Optional<CaseState> state() {
        List<Referral> live = byId.values().stream()
                .filter(Referral::isAsked)
                .filter(referral -> !coordinated.containsKey(referral.id()))
                .toList();
        if (live.isEmpty()) {
            return Optional.empty();
        }
        if (live.stream().allMatch(referral -> referral.state() == ReferralState.ANSWERED)) {
            return Optional.of(CaseState.ANSWERED);
        }
        return Optional.of(
                live.stream().anyMatch(referral -> referral.state().compareTo(ReferralState.ACKNOWLEDGED) >= 0)
                        ? CaseState.IN_PROGRESS
                        : CaseState.REFERRED);
    }

    void checkField(UUID referral) {
        fieldChecks.add(referral);
    }

    /** Once, while the agency still has to answer. */
    List<CaseEvent> orderFieldCheck(UUID referral) {
        Referral one = byId.get(referral);
        boolean isNews = one != null
                && one.kind() == Referral.Kind.ACTION
                && one.state().compareTo(ReferralState.ANSWERED) < 0
                && !fieldChecks.contains(referral);
        return isNews ? List.of(new CaseEvent.FieldCheckOrdered(referral)) : List.of();
    }

    List<CaseEvent> confirmDelivery(UUID referral) {
        boolean isNews = known(referral).state().compareTo(ReferralState.DELIVERED) < 0;
        return isNews ? List.of(new CaseEvent.ReferralDelivered(referral)) : List.of();
    }

    List<CaseEvent> hold(UUID referral, String reason) {
        boolean isNews = known(referral).state() == ReferralState.PREPARED;
        return isNews ? List.of(new CaseEvent.ReferralHeld(referral, reason)) : List.of();
    }

    List<CaseEvent> report(AgencyCode agency, StatusUpdate update) {
        Referral referral = known(update.referral());
        if (!referral.agency().equals(agency)) {
            throw new UnknownReferral(update.referral());
        }
        return List.of(new CaseEvent.StatusReported(
                referral.id(),
                agency,
                update.id(),
                update.status(),
                update.at(),
                update.note(),
                update.letterNumber()));
    }

    private Referral known(UUID id) {
        Referral referral = byId.get(id);
        if (referral == null) {
            throw new UnknownReferral(id);
        }
        return referral;
    }
}
