package id.go.setneg.dumas.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a hub left in its database, read with nothing of the hub's own code. Names are kept there as keyed hashes: whoever
 * holds the key file can ask for a name, but not list them.
 */
record StoredLedger(
        List<Case> cases,
        List<Submission> submissions,
        List<Referral> referrals,
        List<Delivery> deliveries,
        List<String> updates,
        List<String> parkedFrom,
        long brokenJournals) {

    record Case(UUID id, String number, String state) {}

    /** @param reference keyed hash of source and reference, in hexadecimal digits */
    record Submission(UUID caseId, String source, String reference) {}

    record Referral(UUID id, UUID caseId, String agency, String state) {}

    record Delivery(
            UUID id,
            UUID caseId,
            @Nullable UUID referral,
            String destination,
            String kind,
            String state,
            String reason) {}

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Numbers for a person who watches. */
    String summary() {
        return cases.size() + " cases, " + submissions.size() + " submissions, " + referrals.size() + " referrals, "
                + updates.size() + " status updates, " + deliveries.size() + " deliveries, " + parkedFrom.size()
                + " parked";
    }

    static StoredLedger in(Connection connection) throws SQLException {
        return new StoredLedger(
                list(
                        connection,
                        "select id, number, state from case_file",
                        row -> new Case(uuid(row, 1), row.getString(2), row.getString(3))),
                list(
                        connection,
                        "select case_id, source, reference_key from submission",
                        row -> new Submission(uuid(row, 1), row.getString(2), hex(row.getBytes(3)))),
                list(
                        connection,
                        "select id, case_id, agency, state from referral",
                        row -> new Referral(uuid(row, 1), uuid(row, 2), row.getString(3), row.getString(4))),
                list(
                        connection,
                        "select id, case_id, referral_id, destination, kind, state, coalesce(reason, '') from delivery",
                        row -> new Delivery(
                                uuid(row, 1),
                                uuid(row, 2),
                                uuid(row, 3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7))),
                list(connection, "select update_key from status_update", row -> hex(row.getBytes(1))),
                list(connection, "select feed from parked where state = 'WAITING'", row -> row.getString(1)),
                list(connection, """
                        select count(*) from case_file c
                        where c.version <> (select count(*) from journal j where j.case_id = c.id)
                           or c.head <> (select j.hash from journal j where j.case_id = c.id and j.seq = c.version)
                           or exists (select 1 from journal a join journal b on b.case_id = a.case_id and b.seq = a.seq + 1
                                      where a.case_id = c.id and a.hash <> b.previous)""", row -> row.getLong(1)).getFirst());
    }

    private static <T> List<T> list(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Makes the keyed hashes of names: HMAC-SHA-256 over the parts, each with its length before it. */
    record Names(SecretKeySpec key) {

        static Names of(Path masterKeyFile) throws IOException {
            byte[] search = new ObjectMapper()
                    .readTree(masterKeyFile.toFile())
                    .path("search")
                    .binaryValue();
            return new Names(new SecretKeySpec(search, "HmacSHA256"));
        }

        String reference(String source, String reference) {
            return hash("reference", source, reference);
        }

        String update(String agency, String update) {
            return hash("update", agency, update);
        }

        private String hash(String... parts) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                for (String part : parts) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    mac.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
                    mac.update(bytes);
                }
                return hex(mac.doFinal());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
