package id.go.setneg.dumas.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.ledger.CaseKeys;
import id.go.setneg.dumas.ledger.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads the cases of a period, some hundred at a time, and opens of each only what is counted. */
final class CaseLines {

    private static final int PAGE = 500;
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final ObjectMapper JSON = new ObjectMapper();

    static final String CASES = """
            select id, state, opened_at from case_file where opened_at >= ? and opened_at < ? and id > ?
            order by id limit ?""";
    private static final String FIRST_SUBMISSIONS = """
            select case_id, channel, sealed_complaint,
                   (select count(*) from submission other where other.case_id = s.case_id and other.version = 1)
            from submission s where case_id = any (?) and not exists (
                select 1 from submission earlier where earlier.case_id = s.case_id
                  and (earlier.stored_at < s.stored_at or (earlier.stored_at = s.stored_at and earlier.id < s.id)))""";
    private static final String FACTS = """
            select case_id, event, sealed_facts from journal
            where case_id = any (?) and event in ('CaseCompleted', 'CaseArchived', 'CaseReopened') order by case_id, seq""";
    private static final String REFERRALS = """
            select case_id, kind, agency, state, issued_at, changed_at from referral
            where case_id = any (?) and (kind = 'ACTION' or (kind = 'COORDINATION' and state <> 'RETURNED'))
            order by case_id, id""";

    private final JdbcTemplate jdbc;
    private final CaseKeys caseKeys;

    /** What is gathered of a case, from several tables. */
    private static final class Draft {
        private final UUID id;
        private final String state;
        private final LocalDate openedOn;
        private final List<CaseLine.Asked> asked = new ArrayList<>();
        private String channel = "-";
        private int submissions;
        private @Nullable String category;
        private @Nullable String problemCode;
        private @Nullable LocalDate completeSince;
        private @Nullable String archivedFor;
        private @Nullable LocalDate coordinatedOn;

        Draft(UUID id, String state, LocalDate openedOn) {
            this.id = id;
            this.state = state;
            this.openedOn = openedOn;
        }

        CaseLine line() {
            return new CaseLine(
                    openedOn,
                    state,
                    channel,
                    submissions,
                    category,
                    problemCode,
                    completeSince,
                    archivedFor,
                    coordinatedOn,
                    asked);
        }
    }

    CaseLines(JdbcTemplate jdbc, CaseKeys caseKeys) {
        this.jdbc = jdbc;
        this.caseKeys = caseKeys;
    }

    /** Hands over every case that was opened from a day (WIB) on and before another. */
    void read(LocalDate from, LocalDate to, Consumer<CaseLine> taker) {
        UUID after = new UUID(0, 0);
        Map<UUID, Draft> page;
        do {
            page = page(from, to, after);
            if (!page.isEmpty()) {
                Map<UUID, DataKey> keys = caseKeys.of(page.keySet());
                readSubmissions(page, keys);
                readFacts(page, keys);
                readReferrals(page);
                for (Draft draft : page.values()) {
                    taker.accept(draft.line());
                    after = draft.id;
                }
            }
        } while (page.size() == PAGE);
    }

    private Map<UUID, Draft> page(LocalDate from, LocalDate to, UUID after) {
        Map<UUID, Draft> page = new LinkedHashMap<>();
        jdbc.query(
                CASES,
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    page.put(id, new Draft(id, row.getString(2), day(row, 3)));
                },
                from.atStartOfDay(WIB).toOffsetDateTime(),
                to.atStartOfDay(WIB).toOffsetDateTime(),
                after,
                PAGE);
        return page;
    }

    private void readSubmissions(Map<UUID, Draft> page, Map<UUID, DataKey> keys) {
        each(FIRST_SUBMISSIONS, page, (draft, row) -> {
            draft.channel = row.getString(2);
            draft.submissions = row.getInt(4);
            DataKey key = keys.get(draft.id);
            if (key != null) {
                JsonNode matter = json(key.open("submission.sealed_complaint", row.getBytes(3)))
                        .path("matter");
                draft.category = matter.path("category").textValue();
                draft.problemCode = matter.path("problemCode").textValue();
            }
        });
    }

    private void readFacts(Map<UUID, Draft> page, Map<UUID, DataKey> keys) {
        each(FACTS, page, (draft, row) -> {
            DataKey key = keys.get(draft.id);
            if (key != null) {
                JsonNode facts = json(key.open("journal.sealed_facts", row.getBytes(3)));
                switch (row.getString(2)) {
                    case "CaseCompleted" ->
                        draft.completeSince = OffsetDateTime.parse(
                                        facts.path("since").asText())
                                .atZoneSameInstant(WIB)
                                .toLocalDate();
                    case "CaseArchived" ->
                        draft.archivedFor = facts.path("ground").asText("OFFICE");
                    default -> draft.archivedFor = null;
                }
            }
        });
    }

    private void readReferrals(Map<UUID, Draft> page) {
        each(REFERRALS, page, (draft, row) -> {
            LocalDate issuedOn = day(row, 5);
            if (row.getString(2).equals("ACTION")) {
                draft.asked.add(new CaseLine.Asked(row.getString(3), row.getString(4), issuedOn, day(row, 6)));
            } else if (draft.coordinatedOn == null) {
                draft.coordinatedOn = issuedOn;
            }
        });
    }

    private interface Reader {
        void read(Draft of, ResultSet row) throws SQLException;
    }

    private void each(String sql, Map<UUID, Draft> page, Reader reader) {
        RowCallbackHandler handler = row -> {
            Draft draft = page.get(row.getObject(1, UUID.class));
            if (draft != null) {
                reader.read(draft, row);
            }
        };
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setArray(
                            1, connection.createArrayOf("uuid", page.keySet().toArray()));
                    return statement;
                },
                handler);
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(WIB)
                .toLocalDate();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("what is stored is no JSON", e);
        }
    }
}
