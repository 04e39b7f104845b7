package id.go.setneg.dumas.intake.lapor;

import id.go.setneg.dumas.desk.InstitutionNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The institutions that LAPOR! knows, by its own ids (texts). Each list that differs from the present one becomes a new
 * version and takes its place in one transaction; one that has lost more than a tenth is refused. The last ten stay.
 */
public final class Institutions implements InstitutionNames {

    private static final int KEPT = 10;
    private static final int A_TENTH = 10;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private volatile Cache cache = new Cache(null, Map.of(), Instant.MIN);

    private record Cache(@Nullable UUID version, Map<String, String> names, Instant checked) {}

    /**
     * A version that was offered.
     *
     * @param entries how many institutions
     * @param gone how many of the present version it does not have
     * @param state {@code CURRENT}, {@code PAST} or {@code REFUSED}
     * @param reason why it was refused
     */
    public record Version(
            UUID id,
            OffsetDateTime loadedAt,
            int entries,
            int added,
            int renamed,
            int gone,
            String state,
            @Nullable String reason) {}

    Institutions(JdbcTemplate jdbc, TransactionTemplate transaction, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** The name of an institution, as LAPOR! writes it at present. */
    @Override
    public Optional<String> name(String id) {
        return Optional.ofNullable(current().names().get(id));
    }

    /** Every version that is kept, and what was refused; the newest first. */
    public List<Version> versions() {
        return jdbc.query(
                "select id, loaded_at, entries, added, renamed, gone, state, reason from institution_version"
                        + " order by loaded_at desc, id desc",
                (row, n) -> new Version(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)));
    }

    /**
     * Offers a new list.
     *
     * @param problem what is wrong with it, if it is known to be
     * @return why it was refused; none when it is the present one now
     */
    Optional<String> offer(Map<String, String> names, @Nullable String problem) {
        Optional<String> refusal =
                Objects.requireNonNull(transaction.execute(status -> decide(names, problem)), "a decision");
        cache = new Cache(null, Map.of(), Instant.MIN);
        return refusal;
    }

    private Optional<String> decide(Map<String, String> names, @Nullable String problem) {
        Map<String, String> present = names(version());
        int kept = (int) names.keySet().stream().filter(present::containsKey).count();
        int renamed = (int) names.entrySet().stream()
                .filter(one ->
                        present.containsKey(one.getKey()) && !one.getValue().equals(present.get(one.getKey())))
                .count();
        var offered = new Version(
                ids.get(),
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
                names.size(),
                names.size() - kept,
                renamed,
                present.size() - kept,
                "CURRENT",
                null);
        String refusal = problem != null ? problem : refusal(offered, present.size());
        if (refusal != null) {
            insert(offered, "REFUSED", refusal);
        } else if (offered.added() + offered.renamed() + offered.gone() > 0) {
            replace(offered, names);
        }
        forgetOld();
        return Optional.ofNullable(refusal);
    }

    private static @Nullable String refusal(Version offered, int present) {
        if (offered.entries() == 0) {
            return "no institutions";
        }
        int shrunk = present - offered.entries();
        return shrunk * A_TENTH > present || offered.gone() * A_TENTH > present
                ? "of " + present + " institutions " + offered.gone() + " would be gone"
                : null;
    }

    private void replace(Version version, Map<String, String> names) {
        jdbc.update("update institution_version set state = 'PAST' where state = 'CURRENT'");
        insert(version, "CURRENT", null);
        jdbc.batchUpdate(
                "insert into institution (version, id, name) values (?, ?, ?)",
                names.entrySet().stream()
                        .map(one -> new Object[] {version.id(), one.getKey(), one.getValue()})
                        .toList());
    }

    private void insert(Version version, String state, @Nullable String reason) {
        jdbc.update(
                "insert into institution_version (id, loaded_at, entries, added, renamed, gone, state, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                version.id(),
                version.loadedAt(),
                version.entries(),
                version.added(),
                version.renamed(),
                version.gone(),
                state,
                reason);
    }

    private void forgetOld() {
        for (String states : new String[] {"('CURRENT', 'PAST')", "('REFUSED')"}) {
            List<UUID> kept = jdbc.queryForList(
                    "select id from institution_version where state in " + states + " order by loaded_at desc, id desc",
                    UUID.class);
            kept.stream().skip(KEPT).forEach(this::forget);
        }
    }

    private void forget(UUID version) {
        jdbc.update("delete from institution where version = ?", version);
        jdbc.update("delete from institution_version where id = ?", version);
    }

    /** What is known of the present version is looked at again once a minute: another node may have loaded one. */
    private Cache current() {
        Cache last = cache;
        Instant now = clock.instant();
        if (now.minus(FRESH).isBefore(last.checked())) {
            return last;
        }
        UUID version = version();
        Cache next = new Cache(
                version, version != null && version.equals(last.version()) ? last.names() : names(version), now);
        cache = next;
        return next;
    }

    private @Nullable UUID version() {
        return jdbc.queryForList("select id from institution_version where state = 'CURRENT'", UUID.class).stream()
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> names(@Nullable UUID version) {
        Map<String, String> names = new HashMap<>();
        if (version != null) {
            jdbc.query(
                    "select id, name from institution where version = ?",
                    row -> {
                        names.put(row.getString(1), row.getString(2));
                    },
                    version);
        }
        return names;
    }
}
