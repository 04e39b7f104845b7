package id.go.setneg.dumas.evaluation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one case; days are WIB.
 *
 * @param channel of its first submission
 * @param submissions how many submissions it has
 * @param category as the source names it, absent when none, or when the key of the case was destroyed
 * @param problemCode of PER/05/M.PAN/4/2009, absent when none
 * @param completeSince the arrival of the last needed item
 * @param archivedFor the ground of its archiving, a code; absent when it was not archived
 * @param coordinatedOn when it was first coordinated with an agency that has it from LAPOR!, absent when never
 * @param asked the referrals for action
 */
record CaseLine(
        LocalDate openedOn,
        String state,
        String channel,
        int submissions,
        @Nullable String category,
        @Nullable String problemCode,
        @Nullable LocalDate completeSince,
        @Nullable String archivedFor,
        @Nullable LocalDate coordinatedOn,
        List<Asked> asked) {

    /**
     * A referral for action.
     *
     * @param changedOn when it came into its state
     */
    record Asked(String agency, String state, LocalDate issuedOn, LocalDate changedOn) {}

    /** When the first follow-up, a letter or a coordination, was issued. */
    Optional<LocalDate> followedUpOn() {
        return Stream.concat(Stream.ofNullable(coordinatedOn), asked.stream().map(Asked::issuedOn))
                .min(Comparator.naturalOrder());
    }
}
