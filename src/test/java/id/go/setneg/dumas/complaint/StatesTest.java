package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from the words for where something stands, each by itself. */
class StatesTest {

    @Test
    void onlyTwoKindsOfMessagesAskHowACaseStands() {
        assertThat(Arrays.stream(CorrespondenceKind.values()).filter(CorrespondenceKind::isQuestion))
                .containsExactly(CorrespondenceKind.QUESTION, CorrespondenceKind.INQUIRY);
    }

    @Test
    void onlyTwoKindsOfMessagesSayWhatAComplaintSays() {
        assertThat(Arrays.stream(CorrespondenceKind.values()).filter(CorrespondenceKind::isSubmission))
                .containsExactly(CorrespondenceKind.COMPLAINT, CorrespondenceKind.SUPPLEMENT);
    }

    @Test
    void aTermIsOpenWhileItRunsOrStandsStill() {
        assertThat(Arrays.stream(Deadline.State.values()).filter(Deadline.State::isOpen))
                .containsExactly(Deadline.State.RUNNING, Deadline.State.PAUSED);
    }

    @Test
    void anAgencysLaterWordCountsAndAnEarlierOneDoesNot() {
        for (ReferralState now : ReferralState.values()) {
            for (ReferralState reported : ReferralState.values()) {
                assertThat(now.after(reported).ordinal()).isEqualTo(Math.max(now.ordinal(), reported.ordinal()));
            }
        }
    }

    @Test
    void aReferralIsWithItsAgencyUntilItIsReturnedOrRecalled() {
        for (Referral.Kind kind : Referral.Kind.values()) {
            for (ReferralState state : ReferralState.values()) {
                var referral = new Referral(new UUID(0, 1), new AgencyCode("atr-bpn"), kind, state);
                boolean isLive = state != ReferralState.RETURNED && state != ReferralState.RECALLED;
                assertThat(referral.isLive()).isEqualTo(isLive);
                assertThat(referral.isAsked()).isEqualTo(isLive && kind != Referral.Kind.COPY);
            }
        }
    }

    @Test
    void aTermIsTheSameInEveryZone() {
        var jakarta = OffsetDateTime.parse("2026-11-24T09:00:00+07:00");
        var referral = new UUID(0, 1);
        Deadline there = deadline(referral, jakarta);
        assertThat(there).isEqualTo(deadline(referral, jakarta.withOffsetSameInstant(ZoneOffset.UTC)));
        assertThat(there.key()).isEqualTo(new Deadline.Key(Deadline.Kind.ANSWER, referral));
    }

    private static Deadline deadline(UUID referral, OffsetDateTime at) {
        return new Deadline(
                Deadline.Kind.ANSWER,
                referral,
                Deadline.Owner.AGENCY,
                at,
                LocalDate.parse("2026-12-01"),
                Deadline.State.MET,
                at.plusDays(1),
                false,
                null);
    }
}
