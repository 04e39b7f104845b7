package id.go.setneg.dumas.evaluation;

import java.time.LocalDate;
import java.util.List;
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
        List<Asked> asked) {

    /**
     * A referral for action.
     *
     * @param changedOn when it came into its state
     */
    record Asked(String agency, String state, LocalDate issuedOn, LocalDate changedOn) {}
}
