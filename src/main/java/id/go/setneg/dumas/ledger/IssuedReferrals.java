package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Why referrals were issued, and which cases wait for a person to go on: read from the journal and the clocks. */
public final class IssuedReferrals {

    private static final String FACTS = """
            select c.id, c.number, j.at, j.actor, j.sealed_facts from referral r
            join case_file c on c.id = r.case_id
            join journal j on j.case_id = r.case_id and j.event = 'ReferralIssued'
            where r.id = ? order by j.seq""";
    private static final String LISTED = """
            select r.id, c.number, r.agency, r.kind, r.state, r.issued_at from referral r
            join case_file c on c.id = r.case_id""";
    private static final String LEFT = """
            select c.number, c.state, j.at, j.because from journal j join case_file c on c.id = j.case_id
            where j.event = 'ReferralLeftToPerson' and c.state in ('COMPLETE', 'REFERRED', 'IN_PROGRESS')
              and not exists (select 1 from journal later where later.case_id = j.case_id and later.seq > j.seq
                              and (later.event = 'ReferralLeftToPerson'
                                   or (later.event = 'ReferralIssued' and c.state <> 'COMPLETE')))
            order by j.at, c.number limit ?""";
    private static final String UNASKED = """
            select c.number, c.state, coalesce((select max(j.at) from journal j where j.case_id = c.id
                                                and j.event in ('ItemsMissing', 'ItemsTogether')), c.opened_at)
            from case_file c
            where c.state = 'AWAITING_COMPLETION'
              and not exists (select 1 from deadline d where d.case_id = c.id and d.clock = 'SUPPLEMENT'
                              and d.state in ('RUNNING', 'PAUSED'))
              and not exists (select 1 from postponed_notice n where n.case_id = c.id)
            order by 3, 1 limit ?""";
    private static final String NOBODY_ASKED =
            "Petugas meminta kekurangan berkas karena pengadu belum diminta: pesannya"
                    + " tidak boleh dijawab mesin, atau tidak ada alamat untuk menjawabnya.";

    private final JdbcTemplate jdbc;
    private final CaseKeys caseKeys;

    /** A referral as it was issued. */
    public record Issued(CaseNumber number, OffsetDateTime at, String actor, ReferralIssued fact) {}

    /** A referral in a list: codes only. */
    public record Listed(
            UUID referral, String number, AgencyCode agency, String kind, String state, OffsetDateTime at) {}

    /**
     * A case whose agency a person has to name, or whose missing items a person has to ask for.
     *
     * @param because why, one Indonesian sentence
     */
    public record Left(String number, String state, OffsetDateTime since, String because) {}

    private record Row(UUID caseId, String number, OffsetDateTime at, String actor, byte[] sealed) {}

    IssuedReferrals(JdbcTemplate jdbc, CaseKeys caseKeys) {
        this.jdbc = jdbc;
        this.caseKeys = caseKeys;
    }

    /** How a referral was issued; none when there is none, or its case was erased. */
    public Optional<Issued> find(UUID referral) {
        List<Row> rows = jdbc.query(
                FACTS,
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getString(4),
                        row.getBytes(5)),
                referral);
        return rows.stream()
                .findFirst()
                .map(row -> caseKeys.of(Set.of(row.caseId())).get(row.caseId()))
                .flatMap(key -> rows.stream()
                        .map(row -> new Issued(CaseNumber.parse(row.number()), row.at(), row.actor(), (ReferralIssued)
                                Json.event("ReferralIssued", key.open(LedgerRows.FACTS, row.sealed()))))
                        .filter(issued -> issued.fact().referral().equals(referral))
                        .findFirst());
    }

    /** The latest referrals, the last one first: ids are ordered by time. */
    public List<Listed> latest(int most) {
        return jdbc.query(LISTED + " order by r.id desc limit ?", IssuedReferrals::listed, most);
    }

    /** The referrals of one case, the last one first; empty as well where there is no such case. */
    public List<Listed> of(CaseNumber number, int most) {
        return jdbc.query(
                LISTED + " where c.number = ? order by r.id desc limit ?",
                IssuedReferrals::listed,
                number.toString(),
                most);
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject(1, UUID.class),
                row.getString(2),
                new AgencyCode(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class));
    }

    /** The cases that wait for a person to name an agency, or to ask for what is missing; the longest waiting first. */
    public List<Left> left(int most) {
        return Stream.concat(
                        jdbc.query(LEFT, (row, n) -> left(row, row.getString(4)), most).stream(),
                        jdbc.query(UNASKED, (row, n) -> left(row, NOBODY_ASKED), most).stream())
                .sorted(Comparator.comparing(Left::since).thenComparing(Left::number))
                .limit(most)
                .toList();
    }

    private static Left left(ResultSet row, String because) throws SQLException {
        return new Left(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class), because);
    }
}
