package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.RequiredItem;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final Function<Path, Rules> rules;
    private final PastCases past;
    private final Canonical canonical;
    private final Clock clock;

    /**
     * A case whose referrals would be others, or would tell something else.
     *
     * @param before each as kind and agency, such as {@code ACTION kemensos}; {@code PERSON} where a person decides; else why
     *     there is none, such as {@code ARCHIVE COPY_ONLY}, {@code INCOMPLETE EVIDENCE} or {@code WAITING DIRECTION}
     * @param beforeRow the rule, with version and line of its table
     * @param leaves what of the referrals that stay would leave otherwise
     */
    public record Change(
            String number,
            List<String> before,
            List<String> after,
            String beforeRow,
            String afterRow,
            List<Leaving> leaves) {}

    /**
     * What an agency would be told otherwise; names of fields only.
     *
     * @param referral kind and agency
     * @param group of fields, or {@code send}: whether it goes by itself
     * @param fields of the canonical complaint
     * @param before {@code yes}, {@code masked} or {@code no}
     */
    public record Leaving(String referral, String group, List<String> fields, String before, String after) {}

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

    DryRun(Path mappings, Function<Path, Rules> rules, PastCases past, Canonical canonical, Clock clock) {
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
     * @param files text by path below {@code mappings/}: a table that decides on referrals, or a mapping to a complaint
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
    private record Versions(Rules rules, Optional<Mappings> mappings) {}

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
            if (!isDecidedByRules(one.file())) {
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
                List<Complaint> stored =
                        one.records().stream().map(PastCases.Kept::complaint).toList();
                compare(
                        one.number(),
                        forecast(now, before, one.file(), stored),
                        forecast(then, after, one.file(), stored));
            }
        }

        /** It may be referred, or waits; what a person put away, or nobody completed, no table brings back. */
        private static boolean isDecidedByRules(CaseFile file) {
            return switch (file.state()) {
                case COMPLETE, REFERRED, IN_PROGRESS, ANSWERED -> true;
                case AWAITING_COMPLETION, AWAITING_DECISION, AWAITING_DIRECTION -> true;
                case ARCHIVED ->
                    file.verdict()
                            .filter(verdict -> !verdict.byPerson() && verdict.outcome() != Eligibility.PROCEED)
                            .isPresent();
                case RECEIVED, REGISTERED, CLOSED, WITHDRAWN, MERGED -> false;
            };
        }

        private Forecast forecast(Versions versions, List<Complaint> said, CaseFile file, List<Complaint> stored) {
            Complaint whole = Complaint.whole(stored);
            Optional<Complaint.Direction> given = file.direction()
                    .filter(direction -> now.rules()
                            .judging()
                            .direction(whole)
                            .filter(standing -> standing.direction().equals(direction))
                            .isEmpty());
            return versions.rules().forecast(file, said, held(file, said, stored), given, today);
        }

        /** What is brought as it is read now, what people found, and not what they found to be none. */
        private static Set<RequiredItem> held(CaseFile file, List<Complaint> said, List<Complaint> stored) {
            Set<RequiredItem> brought = items(stored);
            Set<RequiredItem> held = items(said);
            held.removeIf(item -> brought.contains(item) && !file.held().contains(item));
            file.held().stream().filter(item -> !brought.contains(item)).forEach(held::add);
            return held;
        }

        private static Set<RequiredItem> items(List<Complaint> complaints) {
            Set<RequiredItem> items = EnumSet.noneOf(RequiredItem.class);
            complaints.forEach(complaint -> items.addAll(RequiredItem.in(complaint)));
            return items;
        }

        private void compare(String number, Forecast before, Forecast after) {
            List<Leaving> leaves = before.differences(after);
            if (!before.words().equals(after.words()) || !leaves.isEmpty()) {
                changes.add(new Change(number, before.words(), after.words(), before.row(), after.row(), leaves));
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
    }
}
