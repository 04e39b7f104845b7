package id.go.setneg.dumas.complaint;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

/**
 * When what began and ended on a case, as far as clocks need it: a fold over the journal and its times. Where the evidence
 * has a date of its own, such as the arrival of the last needed item, that counts and not the time of the entry. Not safe
 * for use by several threads.
 */
public final class CaseTimeline {

    private final List<Span> incomplete = new ArrayList<>();
    private final List<Span> archived = new ArrayList<>();
    private final Map<UUID, ReferralTimeline> referrals = new LinkedHashMap<>();
    private final Set<UUID> submissions = new HashSet<>();
    private final Map<Reminded, String> reminded = new HashMap<>();
    private final Map<CaseNumber, CaseEvent.CaseJoined> joined = new LinkedHashMap<>();
    private final Map<UUID, UUID> coordinated = new HashMap<>();
    private final Set<UUID> recalled = new HashSet<>();
    private final DirectionTimeline direction = new DirectionTimeline();
    private @Nullable OffsetDateTime firstCompleteSince;
    private @Nullable OffsetDateTime togetherSince;
    private @Nullable OffsetDateTime lastCompleteSince;
    private @Nullable OffsetDateTime askedAt;
    private @Nullable OffsetDateTime suppliedAt;
    private @Nullable OffsetDateTime lastReceivedAt;
    private @Nullable OffsetDateTime goneAt;

    /**
     * A time within which something was so.
     *
     * @param until absent while it still is
     */
    public record Span(OffsetDateTime from, @Nullable OffsetDateTime until) {

        public boolean isOpen() {
            return until == null;
        }
    }

    private record Reminded(Deadline.Key key, LocalDate due) {}

    /** Adds a fact with the time of its entry in the journal. Facts that no clock needs change nothing. */
    public void apply(CaseEvent event, OffsetDateTime at) {
        switch (event) {
            case CaseEvent.SubmissionReceived received -> {
                submissions.add(received.submission());
                lastReceivedAt = later(lastReceivedAt, received.receivedAt());
                goneAt = null;
            }
            case CaseEvent.SubmissionCorrected corrected -> {
                submissions.remove(corrected.former());
                submissions.add(corrected.submission());
            }
            case CaseEvent.SubmissionDeleted deleted -> leave(deleted.submission(), at);
            case CaseEvent.SubmissionMoved moved -> leave(moved.submission(), at);
            case CaseEvent.ItemsMissing missing -> miss(at);
            case CaseEvent.CompletionAsked asked -> ask(at);
            case CaseEvent.CaseCompleted completed -> complete(completed.since());
            case CaseEvent.CaseArchived decided -> open(archived, at);
            case CaseEvent.CaseClosed closed -> open(archived, at);
            case CaseEvent.CaseReopened reopened -> close(archived, reopened.at());
            case CaseEvent.DirectionGiven given -> direction.give(given.direction(), at);
            case CaseEvent.DirectionWithdrawn withdrawn -> direction.withdraw(withdrawn.direction(), at);
            case CaseEvent.ReferralIssued issued -> referrals.put(issued.referral(), new ReferralTimeline(issued, at));
            case CaseEvent.ReferralHeld held -> counting(held.referral()).forEach(ReferralTimeline::held);
            case CaseEvent.ReferralDelivered delivered ->
                counting(delivered.referral()).forEach(referral -> referral.delivered(at));
            case CaseEvent.FieldCheckOrdered ordered ->
                counting(ordered.referral()).forEach(referral -> referral.needsFieldCheck(at));
            case CaseEvent.StatusReported reported -> report(reported, at);
            case CaseEvent.ReminderSent sent ->
                reminded.put(new Reminded(new Deadline.Key(sent.clock(), sent.referral()), sent.due()), sent.stage());
            case CaseEvent.Joining joining -> join(joining, at);
            case CaseEvent.Shared shared -> share(shared);
            default -> {}
        }
    }

    private void join(CaseEvent.Joining joining, OffsetDateTime at) {
        switch (joining) {
            case CaseEvent.CaseMerged merged -> goneAt = at;
            case CaseEvent.CaseUnmerged unmerged -> goneAt = null;
            case CaseEvent.CaseJoined other -> {
                joined.put(other.from(), other);
                direction.join(other);
                goneAt = null;
                togetherSince = null;
            }
            case CaseEvent.ItemsTogether shared -> togetherSince = shared.since();
            case CaseEvent.CaseParted parted -> {
                joined.remove(parted.to());
                togetherSince = null;
                direction.part(parted);
                goneAt = submissions.isEmpty() && joined.isEmpty() ? at : null;
            }
        }
    }

    private void share(CaseEvent.Shared shared) {
        switch (shared) {
            case CaseEvent.ReferralTaken taken -> referrals.put(taken.referral(), new ReferralTimeline(taken));
            case CaseEvent.ReferralGiven given -> {
                referrals.remove(given.referral());
                recalled.remove(given.referral());
                coordinated.remove(given.referral());
                coordinated.values().remove(given.referral());
            }
            case CaseEvent.ReferralRecalled gone -> recalled.add(gone.referral());
            case CaseEvent.ReferralCoordinated both -> coordinated.put(both.referral(), both.with());
        }
    }

    ReferralTimeline.Times times(UUID referral) {
        return requireNonNull(referrals.get(referral)).times();
    }

    /**
     * From when the 14 working days count: the arrival of the last item that was needed when it first was complete; of
     * several cases that are one matter, the earliest.
     */
    public Optional<OffsetDateTime> completeSince() {
        return Stream.concat(Stream.ofNullable(firstCompleteSince), partsCompleteSince().stream())
                .min(OffsetDateTime::compareTo);
    }

    /** The arrival of the last item that was needed when it was complete again. */
    public Optional<OffsetDateTime> completeAgainSince() {
        return Optional.ofNullable(lastCompleteSince).or(this::completeSince);
    }

    /** When, after it had been complete, an item was missing again: nothing is, once a case that is part of it is complete. */
    public List<Span> incomplete() {
        Optional<OffsetDateTime> since = partsCompleteSince();
        return incomplete.stream()
                .map(span -> span.isOpen() && since.isPresent()
                        ? new Span(span.from(), later(span.from(), since.get()))
                        : span)
                .toList();
    }

    /** When a case that is part of it was complete, or all were together. */
    private Optional<OffsetDateTime> partsCompleteSince() {
        return Stream.concat(
                        Stream.ofNullable(togetherSince),
                        joined.values().stream()
                                .map(CaseEvent.CaseJoined::completeSince)
                                .filter(Objects::nonNull))
                .min(OffsetDateTime::compareTo);
    }

    /** When it was in the archive, or closed. */
    public List<Span> archived() {
        return List.copyOf(archived);
    }

    /** When the complainant was last asked for what is missing. */
    public Optional<OffsetDateTime> askedAt() {
        return Optional.ofNullable(askedAt);
    }

    /** When the last item that was asked for arrived, with the case or with one that is part of it; none while it has not. */
    public Optional<OffsetDateTime> suppliedAt() {
        return Optional.ofNullable(suppliedAt).or(() -> partsCompleteSince().map(since -> later(askedAt, since)));
    }

    /** When the direction in force was noted; none while there is none. */
    public Optional<OffsetDateTime> directedAt() {
        return direction.notedAt();
    }

    /** The date of the direction in force. */
    public Optional<LocalDate> directedOn() {
        return direction.on();
    }

    /** When a direction was last taken back. */
    public Optional<OffsetDateTime> undirectedAt() {
        return direction.withdrawnAt();
    }

    /** When the newest submission arrived; one that is found late, such as a letter of last week, is not the newest. */
    public Optional<OffsetDateTime> lastReceivedAt() {
        return Optional.ofNullable(lastReceivedAt);
    }

    /** When the last of its submissions was deleted or moved to another case; none while it has one. */
    public Optional<OffsetDateTime> goneAt() {
        return Optional.ofNullable(goneAt);
    }

    /** In the order of their issue, without those that another referral stands for. */
    public Collection<ReferralTimeline> referrals() {
        return referrals.values().stream()
                .filter(referral -> !recalled.contains(referral.id()) && !coordinated.containsKey(referral.id()))
                .toList();
    }

    /** The last stage of which somebody was reminded for this deadline and this due day. */
    public Optional<String> reminded(Deadline.Key key, LocalDate due) {
        return Optional.ofNullable(reminded.get(new Reminded(key, due)));
    }

    /** Who sends one of two referrals on one matter back keeps the other one. */
    private void report(CaseEvent.StatusReported reported, OffsetDateTime at) {
        counting(reported.referral())
                .limit(reported.status() == StatusUpdate.Status.RETURNED ? 1 : Long.MAX_VALUE)
                .forEach(referral -> referral.reported(reported.status(), at));
    }

    /** Those for which counts what is said of one: itself, since the cases may part again, and which stands for it. */
    private Stream<ReferralTimeline> counting(UUID referral) {
        return Stream.iterate(referral, Objects::nonNull, coordinated::get)
                .map(referrals::get)
                .filter(Objects::nonNull);
    }

    private void leave(UUID submission, OffsetDateTime at) {
        if (submissions.remove(submission) && submissions.isEmpty() && joined.isEmpty()) {
            goneAt = at;
        }
    }

    private static OffsetDateTime later(@Nullable OffsetDateTime one, OffsetDateTime other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    private void ask(OffsetDateTime at) {
        askedAt = at;
        suppliedAt = null;
    }

    private void miss(OffsetDateTime at) {
        if (firstCompleteSince != null) {
            open(incomplete, at);
        }
    }

    private void complete(OffsetDateTime since) {
        lastCompleteSince = since;
        firstCompleteSince = firstCompleteSince == null ? since : firstCompleteSince;
        if (askedAt != null && suppliedAt == null) {
            suppliedAt = since;
        }
        close(incomplete, since);
    }

    private static void open(List<Span> spans, OffsetDateTime at) {
        if (spans.isEmpty() || !spans.getLast().isOpen()) {
            spans.add(new Span(at, null));
        }
    }

    private static void close(List<Span> spans, OffsetDateTime at) {
        if (!spans.isEmpty() && spans.getLast().isOpen()) {
            OffsetDateTime from = spans.getLast().from();
            spans.set(spans.size() - 1, new Span(from, at.isBefore(from) ? from : at));
        }
    }
}
