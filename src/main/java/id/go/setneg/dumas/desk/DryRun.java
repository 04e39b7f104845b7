package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.ledger.PastCases;
import id.go.setneg.dumas.ledger.PastCases.Past;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries changed tables and mappings on what is stored: which referrals would be others? Both versions are asked about the same
 * cases now, so what differs is the change's doing. Nothing is written, nothing is locked, and no other work waits for it.
 */
public final class DryRun {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;
    private static final int MOST_CHANGES = 500;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Path mappings;
    private final Function<Path, Routing> rules;
    private final PastCases past;
    private final Canonical canonical;
    private final Clock clock;

    /**
     * A case whose referrals would be others.
     *
     * @param before each as kind and agency, such as {@code ACTION kemensos}; {@code PERSON} where a person decides
     * @param beforeRow the rule, with version and line of its table
     */
    public record Change(String number, List<String> before, List<String> after, String beforeRow, String afterRow) {}

    /**
     * What would change among some cases.
     *
     * @param cases how many were asked about
     * @param remapped records that were mapped again, by both versions
     * @param unknown records that could not be, because nobody noted their mapping
     * @param refused records that the changed mapping would refuse and the present one does not
     * @param next where to go on, null at the end
     */
    public record Result(
            int cases,
            int remapped,
            int unknown,
            int refused,
            List<Change> changes,
            @Nullable UUID next) {}

    DryRun(Path mappings, Function<Path, Routing> rules, PastCases past, Canonical canonical, Clock clock) {
        this.mappings = mappings;
        this.rules = rules;
        this.past = past;
        this.canonical = canonical;
        this.clock = clock;
    }

    /**
     * Tries changed files, for about five seconds; call again with {@code next} to go on.
     *
     * @param days how far back cases changed
     * @param files text by path below {@code mappings/}: {@code desk/routing.csv} or a mapping
     * @param after {@code next} of the call before, null at the beginning
     * @throws MappingBroken when a file is wrong, naming file, line and problem
     */
    public Result run(int days, Map<String, String> files, @Nullable UUID after) throws IOException {
        try (var trial = new Trial(mappings, files)) {
            var now = new Versions(rules.apply(mappings.resolve("desk")), trial.present());
            var then = new Versions(rules.apply(trial.folder().resolve("desk")), trial.changed());
            return run(days, now, then, after);
        } catch (MappingBroken broken) {
            throw new MappingBroken(
                    String.valueOf(broken.getMessage()).replaceAll("\\S*" + Trial.PREFIX + "\\d+/", ""));
        }
    }

    /** Rules and, where a mapping is tried, the mappings. */
    private record Versions(Routing routing, Optional<Mappings> mappings) {}

    private Result run(int days, Versions now, Versions then, @Nullable UUID after) {
        Instant end = clock.instant().plus(LONGEST);
        OffsetDateTime since =
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).minusDays(days);
        var tally = new Tally(canonical, now, then, LocalDate.ofInstant(clock.instant(), WIB));
        UUID last = after;
        do {
            PastCases.Page page = past.page(since, last, PAGE);
            if (page.last().isEmpty()) {
                return tally.result(null);
            }
            page.cases().forEach(tally::add);
            last = page.last().get();
        } while (clock.instant().isBefore(end) && tally.changes.size() < MOST_CHANGES);
        return tally.result(last);
    }

    /** Counts what differs. */
    private static final class Tally {

        private final Canonical canonical;
        private final Versions now;
        private final Versions then;
        private final LocalDate today;
        private final List<Change> changes = new ArrayList<>();
        private int cases;
        private int remapped;
        private int unknown;
        private int refused;

        Tally(Canonical canonical, Versions now, Versions then, LocalDate today) {
            this.canonical = canonical;
            this.now = now;
            this.then = then;
            this.today = today;
        }

        Result result(@Nullable UUID next) {
            return new Result(cases, remapped, unknown, refused, List.copyOf(changes), next);
        }

        void add(Past one) {
            if (!one.file().isReferable()) {
                return;
            }
            List<Complaint> before = new ArrayList<>();
            List<Complaint> after = new ArrayList<>();
            for (PastCases.Kept record : one.records()) {
                Complaint stored = record.complaint();
                if (now.mappings().isEmpty() || record.mapping() == null || record.zone() == null) {
                    unknown += now.mappings().isPresent() ? 1 : 0;
                    before.add(stored);
                    after.add(stored);
                } else {
                    remapped++;
                    Optional<Complaint> mapped = map(now.mappings().get(), record, record.mapping(), record.zone());
                    Optional<Complaint> changed =
                            map(then.mappings().orElseThrow(), record, record.mapping(), record.zone());
                    refused += mapped.isPresent() && changed.isEmpty() ? 1 : 0;
                    before.add(mapped.orElse(stored));
                    after.add(changed.or(() -> mapped).orElse(stored));
                }
            }
            if (!before.isEmpty()) {
                cases++;
                compare(one.number(), plan(now, before, one.file()), plan(then, after, one.file()));
            }
        }

        private Plan plan(Versions versions, List<Complaint> said, CaseFile file) {
            return versions.routing().plan(said, file.refusedBy(), file.returns(), today);
        }

        private void compare(String number, Plan before, Plan after) {
            if (!words(before).equals(words(after))) {
                changes.add(new Change(number, words(before), words(after), row(before), row(after)));
            }
        }

        private Optional<Complaint> map(Mappings mappings, PastCases.Kept record, String mapping, String zone) {
            try {
                if (!(JSON.readTree(record.raw()) instanceof ObjectNode content)) {
                    return Optional.empty();
                }
                var again = new SourceRecord(record.feed(), content, record.raw(), ZoneId.of(zone));
                return new ComplaintMapping(mappings, canonical).map(mapping, again)
                                instanceof MappedRecord.Mapped mapped
                        ? Optional.of(mapped.complaint())
                        : Optional.empty();
            } catch (IOException noJson) {
                return Optional.empty();
            }
        }

        private static List<String> words(Plan plan) {
            return Stream.concat(
                            plan.steps().stream()
                                    .map(step ->
                                            step.kind() + " " + step.agency().code()),
                            plan.left() == null ? Stream.empty() : Stream.of("PERSON"))
                    .toList();
        }

        private static String row(Plan plan) {
            return (plan.left() == null
                            ? plan.steps().getFirst().basis()
                            : plan.left().basis())
                    .toString();
        }
    }
}
