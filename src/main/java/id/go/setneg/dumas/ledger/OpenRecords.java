package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The records of a source whose cases are still worked on, read page by page: for a source that has to be asked. */
public final class OpenRecords {

    private static final int PAGE = 500;
    private static final String NEWEST = """
            select s.id, s.case_id, s.sealed_complaint from submission s join case_file c on c.id = s.case_id
            where s.source = ? and s.id > ? and s.deleted_at is null
              and c.state not in ('ANSWERED', 'ARCHIVED', 'WITHDRAWN')
              and not exists (select 1 from submission newer
                              where newer.reference_key = s.reference_key and newer.version > s.version)
            order by s.id limit ?""";

    private final JdbcTemplate jdbc;
    private final CaseKeys caseKeys;

    private record Row(UUID id, UUID caseId, byte[] sealedComplaint) {}

    OpenRecords(JdbcTemplate jdbc, CaseKeys caseKeys) {
        this.jdbc = jdbc;
        this.caseKeys = caseKeys;
    }

    /** The source's own names of its open records; those of erased cases are left out. */
    public List<String> references(String source) {
        List<String> references = new ArrayList<>();
        UUID after = new UUID(0, 0);
        List<Row> page = page(source, after);
        while (!page.isEmpty()) {
            Map<UUID, DataKey> keys =
                    caseKeys.of(page.stream().map(Row::caseId).distinct().toList());
            for (Row row : page) {
                DataKey key = keys.get(row.caseId());
                if (key != null) {
                    byte[] complaint = key.open(LedgerRows.COMPLAINT, row.sealedComplaint());
                    references.add(Json.read(complaint, Complaint.class).reference());
                }
            }
            page = page(source, page.getLast().id());
        }
        return references;
    }

    private List<Row> page(String source, UUID after) {
        return jdbc.query(
                NEWEST,
                (row, n) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)),
                source,
                after,
                PAGE);
    }
}
