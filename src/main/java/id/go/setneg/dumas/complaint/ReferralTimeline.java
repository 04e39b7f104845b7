package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what happened to one referral, by the time at which the hub learned it; an agency's own times prove nothing. */
public final class ReferralTimeline {

    private final CaseEvent.ReferralIssued issued;
    private final OffsetDateTime issuedAt;
    private boolean isHeld;
    private @Nullable OffsetDateTime deliveredAt;
    private @Nullable OffsetDateTime acknowledgedAt;
    private @Nullable OffsetDateTime firstWordAt;
    private @Nullable OffsetDateTime firstAnsweredAt;
    private @Nullable OffsetDateTime lastAnsweredAt;
    private @Nullable OffsetDateTime returnedAt;
    private @Nullable OffsetDateTime fieldCheckAt;

    ReferralTimeline(CaseEvent.ReferralIssued issued, OffsetDateTime at) {
        this.issued = issued;
        this.issuedAt = at;
    }

    public UUID id() {
        return issued.referral();
    }

    public AgencyCode agency() {
        return issued.agency();
    }

    /** Whether the agency is asked to act; a copy (tembusan) has no clock. */
    public boolean isAction() {
        return issued.kind() == Referral.Kind.ACTION;
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
