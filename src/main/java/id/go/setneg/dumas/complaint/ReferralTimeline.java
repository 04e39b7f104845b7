package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what happened to one referral, by the time at which the hub learned it; an agency's own times prove nothing. */
public final class ReferralTimeline {

    private final UUID id;
    private final AgencyCode agency;
    private final Referral.Kind kind;
    private final OffsetDateTime issuedAt;
    private boolean isHeld;
    private @Nullable OffsetDateTime deliveredAt;
    private @Nullable OffsetDateTime acknowledgedAt;
    private @Nullable OffsetDateTime firstWordAt;
    private @Nullable OffsetDateTime firstAnsweredAt;
    private @Nullable OffsetDateTime lastAnsweredAt;
    private @Nullable OffsetDateTime returnedAt;
    private @Nullable OffsetDateTime fieldCheckAt;

    /**
     * The times of a referral that changes its case.
     *
     * @param isHeld whether it was held back and is not delivered
     */
    public record Times(
            OffsetDateTime issuedAt,
            boolean isHeld,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime firstWordAt,
            @Nullable OffsetDateTime firstAnsweredAt,
            @Nullable OffsetDateTime lastAnsweredAt,
            @Nullable OffsetDateTime returnedAt,
            @Nullable OffsetDateTime fieldCheckAt) {}

    ReferralTimeline(CaseEvent.ReferralIssued issued, OffsetDateTime at) {
        this.id = issued.referral();
        this.agency = issued.agency();
        this.kind = issued.kind();
        this.issuedAt = at;
    }

    /** It goes on as it stood in the other case. */
    ReferralTimeline(CaseEvent.ReferralTaken taken) {
        Times times = taken.times();
        this.id = taken.referral();
        this.agency = taken.agency();
        this.kind = taken.kind();
        this.issuedAt = times.issuedAt();
        this.isHeld = times.isHeld();
        this.deliveredAt = times.deliveredAt();
        this.acknowledgedAt = times.acknowledgedAt();
        this.firstWordAt = times.firstWordAt();
        this.firstAnsweredAt = times.firstAnsweredAt();
        this.lastAnsweredAt = times.lastAnsweredAt();
        this.returnedAt = times.returnedAt();
        this.fieldCheckAt = times.fieldCheckAt();
    }

    Times times() {
        return new Times(
                issuedAt,
                isHeld,
                deliveredAt,
                acknowledgedAt,
                firstWordAt,
                firstAnsweredAt,
                lastAnsweredAt,
                returnedAt,
                fieldCheckAt);
    }

    public UUID id() {
        return id;
    }

    public AgencyCode agency() {
        return agency;
    }

    /** Whether the agency is asked to act; a copy (tembusan) has no clock. */
    public boolean isAction() {
        return kind == Referral.Kind.ACTION;
    }

    /** Whether it is the follow-up, by letter or by coordination, that the standard asks for. */
    public boolean isFollowUp() {
        return kind != Referral.Kind.COPY;
    }

    /** When it left the office: at once, or when one that was held back was delivered after all. */
    public Optional<OffsetDateTime> sentAt() {
        return isHeld ? deliveredAt() : Optional.of(issuedAt);
    }

    public Optional<OffsetDateTime> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    /** The agency's first sign of life, whatever it said. */
    public Optional<OffsetDateTime> acknowledgedAt() {
        return Stream.of(
                        Optional.ofNullable(acknowledgedAt),
                        Optional.ofNullable(firstWordAt),
                        Optional.ofNullable(returnedAt))
                .flatMap(Optional::stream)
                .min(OffsetDateTime::compareTo);
    }

    /** The agency's first word on the matter: it works on it, or answers. */
    public Optional<OffsetDateTime> firstWordAt() {
        return Optional.ofNullable(firstWordAt);
    }

    public Optional<OffsetDateTime> firstAnsweredAt() {
        return Optional.ofNullable(firstAnsweredAt);
    }

    public Optional<OffsetDateTime> lastAnsweredAt() {
        return Optional.ofNullable(lastAnsweredAt);
    }

    /** Not the agency's authority (bukan kewenangan). */
    public Optional<OffsetDateTime> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    /** Since when it is known that somebody has to look on the spot. */
    public Optional<OffsetDateTime> fieldCheckAt() {
        return Optional.ofNullable(fieldCheckAt);
    }

    void held() {
        isHeld = deliveredAt == null;
    }

    void delivered(OffsetDateTime at) {
        deliveredAt = first(deliveredAt, at);
    }

    void needsFieldCheck(OffsetDateTime at) {
        fieldCheckAt = first(fieldCheckAt, at);
    }

    void reported(StatusUpdate.Status status, OffsetDateTime at) {
        if (returnedAt != null) {
            return;
        }
        delivered(at);
        switch (status) {
            case ACKNOWLEDGED -> acknowledgedAt = first(acknowledgedAt, at);
            case IN_PROGRESS -> firstWordAt = first(firstWordAt, at);
            case ANSWERED -> {
                firstWordAt = first(firstWordAt, at);
                firstAnsweredAt = first(firstAnsweredAt, at);
                lastAnsweredAt = at;
            }
            case RETURNED -> returnedAt = at;
        }
    }

    private static OffsetDateTime first(@Nullable OffsetDateTime before, OffsetDateTime at) {
        return before == null ? at : before;
    }
}
