package id.go.setneg.dumas.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases on which somebody is to be told another day what is new. */
public final class PostponedNotices {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static final String DUE = """
            select n.case_id, min(n.since) from postponed_notice n
            where n.since < ?
              and exists (select 1 from case_key k where k.case_id = n.case_id)
              and not exists (select 1 from acknowledgement a where a.sender_key = n.sender_key and a.sent_on = ?)
              and (n.sender_key = cast('' as bytea)
                   or not exists (select 1 from postponed_notice older join case_key k on k.case_id = older.case_id
                                  where older.sender_key = n.sender_key
                                    and (older.since < n.since
                                         or (older.since = n.since and older.case_id < n.case_id))))
            group by n.case_id order by 2, 1 limit ?""";

    private final JdbcTemplate jdbc;

    PostponedNotices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that wait since an earlier day for an address that was not written to today (WIB), the longest waiting first; of
     * each address the first.
     */
    public List<UUID> due(LocalDate today, int most) {
        return jdbc.query(
                DUE,
                (row, n) -> row.getObject(1, UUID.class),
                today.atStartOfDay(WIB).toOffsetDateTime(),
                today,
                most);
    }
}
