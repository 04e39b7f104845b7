package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which case is part of which, inside one unit of work. A part keeps its rows, its names and its key; whoever comes for it
 * is led to the whole (decision 0017).
 */
public final class Merges {

    /** A referral's delivery stays with the case that issued it, by which it is found. */
    static final String RECALL = """
            update delivery set state = 'RECALLED', settled_at = ?, reason = 'MERGED'
            where case_id = (select case_id from referral where id = ?) and referral_id = ?
              and kind = 'REFERRAL' and attempts = 0 and state in ('WAITING', 'HELD')""";

    private final JdbcTemplate jdbc;
    private final OpenCases cases;
    private final OffsetDateTime now;

    Merges(JdbcTemplate jdbc, OpenCases cases, OffsetDateTime now) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.now = now;
    }

    /** A case that was prepared by its number, even when it is part of another one. */
    public Optional<OpenCase> itself(CaseNumber number) {
        return cases.itself(number);
    }

    /** The case that a case is directly part of. */
    public Optional<OpenCase> whole(OpenCase part) {
        return Optional.ofNullable(part.mergedInto()).map(cases::itself);
    }

    /** From now on, whoever comes for the part is led to the whole, which also tells those who wait to be told. */
    public void join(OpenCase part, OpenCase whole) {
        point(part, whole.id());
        jdbc.update(
                "insert into postponed_notice (case_id, sender_key, since)"
                        + " select cast(? as uuid), n.sender_key, n.since from postponed_notice n where n.case_id = ? and not exists"
                        + " (select 1 from postponed_notice o where o.case_id = ? and o.sender_key = n.sender_key)",
                whole.id(),
                part.id(),
                whole.id());
        jdbc.update("delete from postponed_notice where case_id = ?", part.id());
    }

    /** From now on, whoever comes for the part finds itself. */
    public void part(OpenCase part) {
        point(part, null);
    }

    private void point(OpenCase part, @Nullable UUID whole) {
        jdbc.update("update case_file set merged_into = ? where id = ?", whole, part.id());
        part.mergedInto(whole);
    }

    /** All that is kept with a case, in every version, oldest first; without the cases that are part of it. */
    public List<StoredSubmission> kept(OpenCase one) {
        return cases.submissions(List.of(one.id()));
    }

    /**
     * Takes a referral back before it goes out.
     *
     * @return false when it has gone out, or may have
     */
    public boolean recall(UUID referral) {
        return jdbc.update(RECALL, now, referral, referral) > 0;
    }
}
