package id.go.setneg.dumas.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every calendar that was taken or refused, with its content: whoever asks later by which one a day was counted finds it. */
public final class WorkCalendars {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** One calendar; {@code content} is its file. */
    public record Stored(String version, String content) {}

    public WorkCalendars(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one that was taken last. */
    public Optional<Stored> latest() {
        return jdbc
                .query(
                        "select version, content from work_calendar where state = 'TAKEN' order by seq desc limit 1",
                        (row, n) -> new Stored(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** One that was taken some time. */
    public Optional<Stored> taken(String version) {
        return jdbc
                .query(
                        "select version, content from work_calendar where state = 'TAKEN' and version = ?"
                                + " order by seq desc limit 1",
                        (row, n) -> new Stored(row.getString(1), row.getString(2)),
                        version)
                .stream()
                .findFirst();
    }

    public void take(Stored calendar) {
        add(calendar, "TAKEN", null);
    }

    /** Keeps one that cannot be used, once, with what is wrong. */
    public void refuse(Stored calendar, String reason) {
        Integer before = jdbc.queryForObject(
                "select count(*) from work_calendar where state = 'REFUSED' and version = ?",
                Integer.class,
                calendar.version());
        if (before == null || before == 0) {
            add(calendar, "REFUSED", reason.substring(0, Math.min(reason.length(), 400)));
        }
    }

    private void add(Stored calendar, String state, @Nullable String reason) {
        jdbc.update(
                "insert into work_calendar (version, loaded_at, state, reason, content) values (?, ?, ?, ?, ?)",
                calendar.version(),
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
                state,
                reason,
                calendar.content());
    }
}
