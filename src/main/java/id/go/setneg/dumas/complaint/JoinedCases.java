package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases that are part of one case, or the one that it is part of. What a case says of itself comes first. */
final class JoinedCases {

    private final Map<CaseNumber, CaseEvent.CaseJoined> byNumber = new LinkedHashMap<>();
    private final Set<UUID> gone = new HashSet<>();
    private final Set<Complaint.Direction> withdrawn = new HashSet<>();
    private final Set<RequiredItem> rejected = EnumSet.noneOf(RequiredItem.class);
    private CaseEvent.@Nullable ItemsTogether together;
    private @Nullable CaseNumber into;

    void apply(CaseEvent.Joining event) {
        switch (event) {
            case CaseEvent.CaseMerged merged -> into = merged.into();
            case CaseEvent.CaseUnmerged unmerged -> into = null;
            case CaseEvent.CaseJoined other -> {
                byNumber.put(other.from(), other);
                gone.removeAll(other.submissions());
                together = null;
            }
            case CaseEvent.CaseParted parted -> {
                byNumber.remove(parted.to());
                together = null;
                rejected.removeIf(item -> byNumber.isEmpty());
            }
            case CaseEvent.ItemsTogether shared -> together = shared;
        }
    }

    void addAll(JoinedCases others) {
        byNumber.putAll(others.byNumber);
        gone.addAll(others.gone);
        withdrawn.addAll(others.withdrawn);
        rejected.addAll(others.rejected);
        together = others.together;
        into = others.into;
    }

    boolean isMerged() {
        return into != null;
    }

    boolean isEmpty() {
        return byNumber.isEmpty();
    }

    boolean holds(UUID submission) {
        return submissions().contains(submission);
    }

    boolean holdsAny() {
        return !submissions().isEmpty();
    }

    /** Those of the other cases that were not corrected or deleted since. */
    Set<UUID> submissions() {
        Set<UUID> all = new HashSet<>();
        byNumber.values().forEach(other -> all.addAll(other.submissions()));
        all.removeAll(gone);
        return all;
    }

    /** Whether it was deleted at its source, or another version took its place. */
    boolean hasLost(UUID submission) {
        return gone.contains(submission);
    }

    void remove(UUID submission) {
        if (holds(submission)) {
            gone.add(submission);
        }
    }

    void withdraw(Complaint.Direction direction) {
        withdrawn.add(direction);
    }

    /** A person found that what looked like these items is none, whichever case brought them. */
    void reject(Set<RequiredItem> items) {
        if (!isEmpty()) {
            rejected.addAll(items);
        }
    }

    void confirm(Set<RequiredItem> items) {
        rejected.removeAll(items);
    }

    /** Whether what a case brings that is part of this one speaks for the complainant of this one. */
    boolean isOfSamePerson(CaseNumber part) {
        CaseEvent.CaseJoined other = byNumber.get(part);
        return other != null && other.held() != null && other.held().samePerson();
    }

    /** What the case asks and holds, with what counts for it, for another one. */
    HeldItems held(Items own, boolean isAsked, boolean isSamePerson) {
        HeldItems holding = own.holding(isAsked);
        return new HeldItems(holding.required(), shared(holding).counting(), isSamePerson);
    }

    private SharedItems shared(HeldItems own) {
        List<HeldItems> parts = byNumber.values().stream()
                .map(CaseEvent.CaseJoined::held)
                .filter(Objects::nonNull)
                .toList();
        return new SharedItems(own, parts, rejected);
    }

    /** The fact that follows from what they hold together, none when it was said before or one is complete. */
    Optional<CaseEvent> assess(Items own, boolean isAsked) {
        return isEmpty()
                        || own.completeSince().isPresent()
                        || byNumber.values().stream().anyMatch(other -> other.completeSince() != null)
                ? Optional.empty()
                : shared(own.holding(isAsked))
                        .assess()
                        .<CaseEvent>map(fact -> fact)
                        .filter(fact -> !fact.equals(together));
    }

    /** What is missing: of several cases, what they lack together. */
    Set<RequiredItem> missing(Items own) {
        return together == null || own.completeSince().isPresent() ? own.missing() : together.missing();
    }

    /** The earliest: one clock for one matter. */
    Optional<OffsetDateTime> completeSince(@Nullable OffsetDateTime own) {
        return Stream.concat(
                        Stream.of(
                                Optional.ofNullable(own),
                                Optional.ofNullable(together).map(CaseEvent.ItemsTogether::since)),
                        byNumber.values().stream()
                                .map(CaseEvent.CaseJoined::completeSince)
                                .map(Optional::ofNullable))
                .flatMap(Optional::stream)
                .min(OffsetDateTime::compareTo);
    }

    Optional<Complaint.Agenda> agenda(Complaint.@Nullable Agenda own) {
        return Stream.concat(
                        Stream.ofNullable(own),
                        byNumber.values().stream()
                                .map(CaseEvent.CaseJoined::agenda)
                                .filter(Objects::nonNull))
                .findFirst();
    }

    Optional<Complaint.Direction> direction(Complaint.@Nullable Direction own) {
        return Stream.concat(
                        Stream.ofNullable(own),
                        byNumber.values().stream()
                                .map(CaseEvent.CaseJoined::direction)
                                .filter(Objects::nonNull)
                                .filter(given -> !withdrawn.contains(given)))
                .findFirst();
    }

    boolean copyOnly(boolean own) {
        return own && byNumber.values().stream().allMatch(CaseEvent.CaseJoined::copyOnly);
    }
}
