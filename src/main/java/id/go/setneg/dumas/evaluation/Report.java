package id.go.setneg.dumas.evaluation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of a period: the cases that were opened in it, and where they stand when the report is made. Of what a
 * complaint says (category, problem code, archiving) no row stands for fewer than {@link #FEWEST} cases: rarer ones are
 * together in a last row.
 *
 * @param from first day, WIB
 * @param to the day after the last
 * @param periods by month, or by week when the period is shorter than a hundred days
 */
public record Report(
        LocalDate from,
        LocalDate to,
        OffsetDateTime madeAt,
        long cases,
        long submissions,
        List<Count> periods,
        List<Count> channels,
        List<Count> states,
        List<Count> categories,
        List<Count> problemCodes,
        List<Count> archiveGrounds,
        OnTime onTime,
        List<Asked> agencies) {

    /** The smallest number of cases that a row about their content may stand for. */
    public static final int FEWEST = 5;

    public Report {
        periods = List.copyOf(periods);
        channels = List.copyOf(channels);
        states = List.copyOf(states);
        categories = List.copyOf(categories);
        problemCodes = List.copyOf(problemCodes);
        archiveGrounds = List.copyOf(archiveGrounds);
        agencies = List.copyOf(agencies);
    }

    /**
     * How many cases.
     *
     * @param key a code, or the source's own word
     * @param label Indonesian
     */
    public record Count(String key, String label, long count) {}

    /**
     * The issue clock: from completeness to the first referral at most 14 working days (SK Asdep Dumas 4/2022).
     *
     * @param inTime referred in time
     * @param late referred late
     * @param overdue not referred, and the last day has passed
     * @param running not referred, and there is time left
     * @param unknown the calendar does not reach that far
     * @param rate share of those in time among those of which it is decided, 0 to 1; absent when there is none
     */
    public record OnTime(
            int workingDays,
            long inTime,
            long late,
            long overdue,
            long running,
            long unknown,
            @Nullable Double rate) {}

    /**
     * What one agency made of the referrals for action.
     *
     * @param answered those with an answer
     * @param returned those that it sent back as not its duty
     * @param open all others
     * @param answerRate answered among those that it did not send back, 0 to 1; absent when there is none
     * @param daysToAnswer median of calendar days to the answer, absent when there is none
     * @param medianAge median of calendar days since the open ones were issued, absent when there is none
     * @param oldest days since the oldest open one was issued, absent when there is none
     */
    public record Asked(
            String code,
            String name,
            long referrals,
            long answered,
            long returned,
            long open,
            @Nullable Double answerRate,
            @Nullable Integer daysToAnswer,
            @Nullable Integer medianAge,
            @Nullable Integer oldest) {}
}
