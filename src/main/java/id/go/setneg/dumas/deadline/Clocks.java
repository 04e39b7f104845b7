package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Deadline.Kind;
import id.go.setneg.dumas.complaint.ReferralTimeline;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All clocks of a case, side by side. A clock that is open is judged by what is known now, one that has ended by what was
 * known on the day it ended. The archive, and the end of a case, stop every clock; one that is opened again goes on with what was left.
 */
public final class Clocks {

    /** The office works by the clock of Jakarta. */
    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Terms terms;
    private final Places places;
    private final Reckoning reckoning;

    public Clocks(WorkCalendar calendar, OfficeHours hours, Terms terms, Places places) {
        this.terms = terms;
        this.places = places;
        this.reckoning = new Reckoning(calendar, hours);
    }

    /** Every clock that has started, in the order of a case's life. */
    public List<Deadline> of(CaseTimeline timeline, OffsetDateTime now) {
        List<Deadline> all = new ArrayList<>();
        supplement(timeline, now).ifPresent(all::add);
        direction(timeline, now).ifPresent(all::add);
        issue(timeline, now).ifPresent(all::add);
        timeline.referrals().stream()
                .filter(ReferralTimeline::isAction)
                .forEach(referral -> agency(timeline, referral, now, all::add));
        return all;
    }

    private Optional<Deadline> supplement(CaseTimeline timeline, OffsetDateTime now) {
        return timeline.askedAt()
                .map(asked -> new Run(Kind.SUPPLEMENT, null, WIB, asked)
                        .fulfilled(timeline.suppliedAt())
                        .with(timeline))
                .map(run -> reckon(run, timeline, now));
    }

    /** A direction that is older than completeness was never waited for. */
    private Optional<Deadline> direction(CaseTimeline timeline, OffsetDateTime now) {
        return timeline.completeSince()
                .map(complete -> latest(complete, timeline.undirectedAt()))
                .filter(since -> timeline.directedOn()
                        .map(given -> given.isAfter(day(since)))
                        .orElse(true))
                .map(since -> new Run(Kind.DIRECTION, null, WIB, since)
                        .fulfilled(timeline.directedAt())
                        .with(timeline))
                .map(run -> reckon(run, timeline, now));
    }

    /**
     * Kept by a letter or a coordination (SK Asdep Dumas 4/2022, procedure 5). A referral that came back did not keep it: the
     * original clock goes on.
     */
    private Optional<Deadline> issue(CaseTimeline timeline, OffsetDateTime now) {
        Optional<OffsetDateTime> first = timeline.completeSince();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Term.WhileMissing rule = terms.of(Kind.ISSUE, day(first.get())).whileMissing();
        OffsetDateTime start = rule == Term.WhileMissing.RESTART
                ? timeline.completeAgainSince().orElse(first.get())
                : first.get();
        var run = new Run(Kind.ISSUE, null, WIB, start)
                .fulfilled(timeline.referrals().stream()
                        .filter(ReferralTimeline::isFollowUp)
                        .filter(referral -> referral.returnedAt().isEmpty())
                        .flatMap(referral -> referral.sentAt().stream())
                        .min(OffsetDateTime::compareTo))
                .with(timeline);
        if (rule != Term.WhileMissing.RUN) {
            timeline.incomplete().stream()
                    .filter(span -> rule == Term.WhileMissing.PAUSE || span.isOpen())
                    .forEach(run::pause);
        }
        return Optional.of(reckon(run, timeline, now));
    }

    private void agency(CaseTimeline timeline, ReferralTimeline referral, OffsetDateTime now, Consumer<Deadline> to) {
        Optional<OffsetDateTime> delivered = referral.deliveredAt();
        if (delivered.isEmpty()) {
            return;
        }
        ZoneId there = places.of(referral.agency());
        Stream.Builder<Run> runs = Stream.builder();
        runs.add(new Run(Kind.PASS_ON, referral.id(), there, delivered.get()).fulfilled(referral.acknowledgedAt()));
        runs.add(new Run(Kind.ANSWER, referral.id(), there, delivered.get())
                .fulfilled(referral.firstWordAt())
                .stopped(referral.returnedAt()));
        runs.add(new Run(Kind.RESOLVE, referral.id(), there, delivered.get())
                .fulfilled(referral.firstAnsweredAt())
                .stopped(referral.returnedAt())
                .stopped(referral.fieldCheckAt()));
        if (referral.fieldCheckAt().isPresent()) {
            runs.add(new Run(Kind.RESOLVE_CHECKED, referral.id(), there, delivered.get())
                    .fulfilled(referral.firstAnsweredAt())
                    .stopped(referral.returnedAt()));
        }
        referral.lastAnsweredAt()
                .ifPresent(answered -> runs.add(new Run(Kind.CLOSE, referral.id(), there, answered)
                        .stopped(timeline.lastReceivedAt().filter(reply -> reply.isAfter(answered)))
                        .stopped(referral.returnedAt())));
        runs.build().map(run -> run.with(timeline)).forEach(run -> to.accept(reckon(run, timeline, now)));
    }

    private Deadline reckon(Run run, CaseTimeline timeline, OffsetDateTime now) {
        return reckoning.of(run, timeline, terms, now);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(WIB).toLocalDate();
    }

    private static OffsetDateTime latest(OffsetDateTime one, Optional<OffsetDateTime> other) {
        return other.filter(at -> at.isAfter(one)).orElse(one);
    }
}
