package id.go.setneg.dumas.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the database alone allows: the very rows that the hub wrote for one complaint, written again and again with other
 * identities into an equal schema. Bare JDBC: one connection, prepared statements, two commits a complaint (taken in;
 * delivered), no batches, no encryption, no JSON.
 */
final class BareLoop implements AutoCloseable {

    private record Row(String table, Map<String, Object> cells) {}

    private final List<Row> takenIn = new ArrayList<>();
    private final List<Row> delivered = new ArrayList<>();
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Random random;
    private final String name;
    private int number;

    /**
     * @param hub where a hub has delivered at least one complaint
     * @param url of an empty database
     */
    BareLoop(JdbcTemplate hub, Way way, String url) throws SQLException {
        UUID id = hub.queryForObject(
                "select case_id from delivery where state = 'DELIVERED' and destination = ? order by seq desc limit 1",
                UUID.class,
                way.destination());
        for (String table :
                List.of("case_file", "case_key", "journal", "submission", "match_key", "referral", "delivery")) {
            String key = table.equals("case_file") ? "id" : "case_id";
            String order = table.equals("journal") ? " order by seq" : "";
            hub.queryForList("select * from " + table + " where " + key + " = ?" + order, id)
                    .forEach(cells -> takenIn.add(row(table, cells)));
        }
        Row last = takenIn.stream()
                .filter(row -> row.table().equals("journal"))
                .reduce((first, second) -> second)
                .orElseThrow();
        takenIn.remove(last);
        delivered.add(last);
        hub.queryForList("select a.* from attempt a join delivery d on d.id = a.delivery_id where d.case_id = ?", id)
                .forEach(cells -> delivered.add(row("attempt", cells)));
        name = "";
        random = new Random(1);
        connection = open(url);
    }

    /**
     * Only taking in, with the rows of the latest case of one source.
     *
     * @param hub where a hub has taken in at least one complaint of the feed
     * @param url of a database that has no rows of this name
     */
    BareLoop(JdbcTemplate hub, String feed, String name, String url) throws SQLException {
        UUID id = hub.queryForObject(
                "select case_id from submission where feed = ? order by stored_at desc limit 1", UUID.class, feed);
        for (String table : List.of(
                "case_file",
                "case_key",
                "journal",
                "submission",
                "attachment",
                "case_name",
                "match_key",
                "referral",
                "delivery")) {
            String where = switch (table) {
                case "case_file" -> "id = ?";
                case "attachment" -> "submission_id in (select id from submission where case_id = ?)";
                default -> "case_id = ?";
            };
            hub.queryForList("select * from " + table + " where " + where, id)
                    .forEach(cells -> takenIn.add(row(table, cells)));
        }
        this.name = name;
        random = new Random(name.hashCode());
        connection = open(url);
    }

    private static Connection open(String url) throws SQLException {
        Flyway.configure().dataSource(url, null, null).load().migrate();
        Connection opened = DriverManager.getConnection(url);
        opened.setAutoCommit(false);
        return opened;
    }

    private static Row row(String table, Map<String, Object> cells) {
        var kept = new LinkedHashMap<>(cells);
        if (table.equals("delivery")) {
            kept.remove("seq"); // the database gives it
        }
        return new Row(table, kept);
    }

    Figures write(int count) throws SQLException {
        long[] start = new long[count];
        long[] end = new long[count];
        for (int i = 0; i < count; i++) {
            start[i] = System.nanoTime();
            writeOne();
            end[i] = System.nanoTime();
        }
        return Figures.of(start, end);
    }

    /**
     * Takes in so many, so many of them in each commit.
     *
     * @return nanoseconds
     */
    long takeIn(int count, int together) throws SQLException {
        long start = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            var ids = new HashMap<UUID, UUID>();
            number++;
            for (Row row : takenIn) {
                insert(row, ids);
            }
            if (i % together == 0 || i == count) {
                connection.commit();
            }
        }
        return System.nanoTime() - start;
    }

    private void writeOne() throws SQLException {
        var ids = new HashMap<UUID, UUID>();
        number++;
        for (Row row : takenIn) {
            insert(row, ids);
        }
        connection.commit();
        for (Row row : delivered) {
            insert(row, ids);
        }
        for (Row row : takenIn) {
            switch (row.table()) {
                case "case_file" -> update(row, ids, "state", "version", "head", "changed_at");
                case "referral" -> update(row, ids, "state", "changed_at");
                case "delivery" ->
                    update(row, ids, "state", "attempts", "next_attempt_at", "settled_at", "reason", "leased_until");
                default -> {}
            }
        }
        connection.commit();
    }

    private void insert(Row row, Map<UUID, UUID> ids) throws SQLException {
        String columns = String.join(", ", row.cells().keySet());
        String places = "?, ".repeat(row.cells().size() - 1) + "?";
        PreparedStatement statement =
                statement("insert into " + row.table() + " (" + columns + ") values (" + places + ")");
        int place = 1;
        for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
            statement.setObject(place++, value(cell.getKey(), cell.getValue(), ids));
        }
        statement.executeUpdate();
    }

    private void update(Row row, Map<UUID, UUID> ids, String... columns) throws SQLException {
        PreparedStatement statement =
                statement("update " + row.table() + " set " + String.join(" = ?, ", columns) + " = ? where id = ?");
        int place = 1;
        for (String column : columns) {
            statement.setObject(place++, row.cells().get(column));
        }
        statement.setObject(place, value("id", row.cells().get("id"), ids));
        statement.executeUpdate();
    }

    /** Identities and whatever must be unique are new, all else is as the hub wrote it. */
    private Object value(String column, Object value, Map<UUID, UUID> ids) {
        return switch (column) {
            case "number" -> value instanceof String ? "BARE-" + name + number : value;
            case "match_key" -> random.nextLong();
            case "reference_key", "version_key", "name_key" -> {
                byte[] bytes = new byte[((byte[]) value).length];
                random.nextBytes(bytes);
                yield bytes;
            }
            default ->
                value instanceof UUID id
                        ? ids.computeIfAbsent(id, any -> new UUID(number * 16L + ids.size(), random.nextLong()))
                        : value;
        };
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** Bytes of sealed columns and texts that one complaint has. */
    int bytes() {
        int bytes = 0;
        for (List<Row> rows : List.of(takenIn, delivered)) {
            for (Row row : rows) {
                for (Object value : row.cells().values()) {
                    bytes += value instanceof byte[] some
                            ? some.length
                            : value instanceof String text ? text.length() : 8;
                }
            }
        }
        return bytes;
    }

    /** How many rows one complaint has. */
    int rows() {
        return takenIn.size() + delivered.size();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
