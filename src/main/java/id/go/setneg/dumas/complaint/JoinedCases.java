package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private @Nullable CaseNumber into;

    void apply(CaseEvent.Joining event) {
        switch (event) {
            case CaseEvent.CaseMerged merged -> into = merged.into();
            case CaseEvent.CaseUnmerged unmerged -> into = null;
            case CaseEvent.CaseJoined other -> {
                byNumber.put(other.from(), other);
                gone.removeAll(other.submissions());
            }
            case CaseEvent.CaseParted parted -> byNumber.remove(parted.to());
        }
    }

    void addAll(JoinedCases others) {
        byNumber.putAll(others.byNumber);
        gone.addAll(others.gone);
        withdrawn.addAll(others.withdrawn);
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

    void remove(UUID submission) {
        if (holds(submission)) {
            gone.add(submission);
        }
    }

    void withdraw(Complaint.Direction direction) {
        withdrawn.add(direction);
    }

    /** The earliest: one clock for one matter. */
    Optional<OffsetDateTime> completeSince(@Nullable OffsetDateTime own) {
        return Stream.concat(
                        Stream.ofNullable(own),
                        byNumber.values().stream()
                                .map(CaseEvent.CaseJoined::completeSince)
                                .filter(Objects::nonNull))
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
