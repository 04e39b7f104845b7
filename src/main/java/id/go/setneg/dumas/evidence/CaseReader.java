package id.go.setneg.dumas.evidence;

import static id.go.setneg.dumas.evidence.CaseContents.JSON;
import static id.go.setneg.dumas.evidence.CaseContents.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.ledger.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads everything that the ledger holds of one case; without its key, what is sealed stays sealed. */
final class CaseReader {

    private final JdbcTemplate jdbc;
    private final CaseContents contents;
    private final UUID caseId;
    private final @Nullable DataKey key;

    /**
     * A case as its row says.
     *
     * @param partOf the case that it is directly part of, absent when none
     */
    record Row(
            UUID id,
            CaseNumber number,
            @Nullable CaseNumber partOf,
            String state,
            int version,
            byte[] head,
            OffsetDateTime openedAt) {}

    /** What a submission says of its files. */
    record Files(UUID submission, JsonNode attachments) {}

    CaseReader(JdbcTemplate jdbc, CaseContents contents, UUID caseId, @Nullable DataKey key) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.caseId = caseId;
        this.key = key;
    }

    /** A case, and after it all that are part of it, also those that are part of one of these; none when there is no such case. */
    static List<Row> family(JdbcTemplate jdbc, CaseNumber number) {
        List<Row> family = new ArrayList<>(rows(jdbc, "c.number = ?", number.toString()));
        for (int i = 0; i < family.size(); i++) {
            family.addAll(rows(jdbc, "c.merged_into = ?", family.get(i).id()));
        }
        return family;
    }

    private static List<Row> rows(JdbcTemplate jdbc, String condition, Object value) {
        return jdbc.query(
                "select c.id, c.number, w.number, c.state, c.version, c.head, c.opened_at from case_file c"
                        + " left join case_file w on w.id = c.merged_into where " + condition + " order by c.number",
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        CaseNumber.parse(row.getString(2)),
                        row.getString(3) == null ? null : CaseNumber.parse(row.getString(3)),
                        row.getString(4),
                        row.getInt(5),
                        row.getBytes(6),
                        row.getObject(7, OffsetDateTime.class)),
                value);
    }

    /** One line a fact: first what the chain is made of, then what people read. */
    void readJournal() {
        var lines = new StringBuilder();
        jdbc.query(
                "select seq, event, at, actor, because, sealed_facts, previous, hash from journal where case_id = ?"
                        + " order by seq",
                row -> {
                    ObjectNode line = JSON.createObjectNode()
                            .put("seq", row.getInt(1))
                            .put("event", row.getString(2))
                            .put("at", time(row, 3))
                            .put("actor", row.getString(4))
                            .put("because", row.getString(5))
                            .put("previous", hex(row.getBytes(7)))
                            .put("hash", hex(row.getBytes(8)))
                            .put("sealedFacts", Base64.getEncoder().encodeToString(row.getBytes(6)));
                    String text = line.toString();
                    if (key != null) {
                        String facts =
                                new String(key.open("journal.sealed_facts", row.getBytes(6)), StandardCharsets.UTF_8);
                        text = text.substring(0, text.length() - 1) + ",\"facts\":" + facts + "}";
                    }
                    lines.append(text).append('\n');
                },
                caseId);
        contents.add("journal.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what the submissions say of their files. */
    List<Files> readSubmissions() {
        List<Files> files = new ArrayList<>();
        jdbc.query(
                "select id, feed, source, version, channel, received_at, changed_at, stored_at, deleted_at, sealed_record,"
                        + " sealed_complaint from submission where case_id = ? order by stored_at, id",
                (row, n) -> {
                    String folder = CaseContents.folder("submissions", n + 1);
                    ObjectNode about = JSON.createObjectNode()
                            .put("id", row.getString(1))
                            .put("feed", row.getString(2))
                            .put("source", row.getString(3))
                            .put("version", row.getInt(4))
                            .put("channel", row.getString(5));
                    put(about, "receivedAt", time(row, 6));
                    put(about, "changedAt", time(row, 7));
                    put(about, "storedAt", time(row, 8));
                    put(about, "deletedAt", time(row, 9));
                    contents.add(folder + "submission.json", about);
                    if (key != null) {
                        contents.addRecord(folder + "record", key.open("submission.sealed_record", row.getBytes(10)));
                        byte[] complaint = key.open("submission.sealed_complaint", row.getBytes(11));
                        contents.addRecord(folder + "complaint", complaint);
                        files.add(new Files(row.getObject(1, UUID.class), attachments(complaint)));
                    }
                    return n;
                },
                caseId);
        return files;
    }

    private static JsonNode attachments(byte[] complaint) {
        try {
            return JSON.readTree(complaint).path("attachments");
        } catch (IOException e) {
            throw new UncheckedIOException("a stored complaint is no JSON", e);
        }
    }

    /** What was sent, with every attempt and how the other side took it. */
    void readDeliveries() {
        Map<UUID, ArrayNode> attempts = attempts();
        jdbc.query(
                "select id, destination, kind, referral_id, state, reason, created_at, settled_at, sealed_payload"
                        + " from delivery where case_id = ? order by seq",
                (row, n) -> {
                    String folder = CaseContents.folder("deliveries", n + 1);
                    ObjectNode about = JSON.createObjectNode()
                            .put("id", row.getString(1))
                            .put("destination", row.getString(2))
                            .put("kind", row.getString(3));
                    put(about, "referral", row.getString(4));
                    put(about, "state", row.getString(5));
                    put(about, "reason", row.getString(6));
                    put(about, "createdAt", time(row, 7));
                    put(about, "settledAt", time(row, 8));
                    about.set("attempts", attempts.getOrDefault(row.getObject(1, UUID.class), JSON.createArrayNode()));
                    contents.add(folder + "delivery.json", about);
                    if (key != null) {
                        contents.addRecord(folder + "payload", key.open("delivery.sealed_payload", row.getBytes(9)));
                    }
                    return n;
                },
                caseId);
    }

    private Map<UUID, ArrayNode> attempts() {
        Map<UUID, ArrayNode> attempts = new HashMap<>();
        jdbc.query(
                "select a.delivery_id, a.number, a.at, a.duration_ms, a.outcome, a.reason from attempt a"
                        + " join delivery d on d.id = a.delivery_id where d.case_id = ? order by a.delivery_id, a.number",
                row -> {
                    ObjectNode attempt = attempts.computeIfAbsent(
                                    row.getObject(1, UUID.class), id -> JSON.createArrayNode())
                            .addObject()
                            .put("number", row.getInt(2))
                            .put("at", time(row, 3))
                            .put("durationMillis", row.getInt(4));
                    put(attempt, "outcome", row.getString(5));
                    put(attempt, "receipt", row.getString(6));
                },
                caseId);
        return attempts;
    }

    /** Messages about the case that are no submissions. */
    void readCorrespondence() {
        jdbc.query(
                "select id, feed, kind, because, stored_at, sealed_key, sealed_record from correspondence"
                        + " where case_id = ? order by stored_at, id",
                (row, n) -> {
                    String folder = CaseContents.folder("correspondence", n + 1);
                    ObjectNode about = JSON.createObjectNode()
                            .put("id", row.getString(1))
                            .put("feed", row.getString(2))
                            .put("kind", row.getString(3))
                            .put("because", row.getString(4));
                    put(about, "storedAt", time(row, 5));
                    contents.add(folder + "message.json", about);
                    if (key != null && row.getBytes(6) == null) {
                        contents.addRecord(
                                folder + "record", key.open("correspondence.sealed_record", row.getBytes(7)));
                    }
                    return n;
                },
                caseId);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static @Nullable String time(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
}
