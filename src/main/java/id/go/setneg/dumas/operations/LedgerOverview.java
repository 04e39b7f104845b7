package id.go.setneg.dumas.operations;

import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.desk.Calendar;
import id.go.setneg.dumas.intake.Work;
import id.go.setneg.dumas.intake.Works;
import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.ledger.Figures;
import id.go.setneg.dumas.ledger.ParkedList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The overview as the ledger has it. A feed or destination has the name of its route. */
@Component
final class LedgerOverview implements Overview {

    private static final ResourceBundle LABELS = ResourceBundle.getBundle("console.places", Locale.ROOT);
    private static final List<String> FEEDS = List.of(
            "spde-register",
            "spde-drop-folder",
            "dumas-mailbox",
            "persuratan-mailbox",
            "asdep-mailbox",
            "lapor-reports",
            "lapor-full-scan",
            "lapor-institutions");
    private static final List<String> SOURCES = List.of("spde", "mail", "lapor");

    private static final int MOST_WAITING = 100;

    private final Figures figures;
    private final Feeds feeds;
    private final Directory directory;
    private final AgencyWays ways;
    private final ParkedList parked;
    private final Drifts drifts;
    private final Works works;
    private final Deadlines deadlines;
    private final AlarmList alarms;
    private final Calendar calendar;
    private final Clock clock;

    LedgerOverview(
            Figures figures,
            Feeds feeds,
            Directory directory,
            AgencyWays ways,
            ParkedList parked,
            Drifts drifts,
            Works works,
            Deadlines deadlines,
            AlarmList alarms,
            Calendar calendar,
            Clock clock) {
        this.deadlines = deadlines;
        this.alarms = alarms;
        this.calendar = calendar;
        this.clock = clock;
        this.parked = parked;
        this.drifts = drifts;
        this.works = works;
        this.figures = figures;
        this.feeds = feeds;
        this.directory = directory;
        this.ways = ways;
    }

    @Override
    public List<Feed> feeds() {
        Map<String, Feeds.Feed> known = feeds.all().stream().collect(toMap(Feeds.Feed::name, Function.identity()));
        Map<String, Long> taken = figures.taken();
        Map<String, Long> parked = figures.parked();
        return FEEDS.stream()
                .map(name -> {
                    Feeds.Feed feed = known.get(name);
                    return new Feed(
                            name,
                            LABELS.getString(name),
                            name,
                            feed == null || feed.succeededAt() == null
                                    ? null
                                    : feed.succeededAt().toInstant(),
                            taken.getOrDefault(name, 0L),
                            parked.getOrDefault(name, 0L),
                            feed == null ? null : feed.failure());
                })
                .toList();
    }

    @Override
    public List<Deadlines.Figure> clocks() {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.WIB));
        return deadlines.figures(today, calendar.present().roughly(today, DeadlineApi.SOON));
    }

    @Override
    public AlarmList.Figure alarms() {
        return alarms.figure();
    }

    @Override
    public List<Destination> destinations() {
        Map<String, Figures.Outgoing> outgoing =
                figures.outgoing().stream().collect(toMap(Figures.Outgoing::destination, Function.identity()));
        Set<String> names = new LinkedHashSet<>(SOURCES);
        ways.agencies().forEach(code -> names.add(AgencyWays.destination(code)));
        names.addAll(outgoing.keySet());
        List<Destination> all = new ArrayList<>();
        for (String name : names) {
            Figures.Outgoing some = outgoing.get(name);
            all.add(
                    some == null
                            ? new Destination(name, label(name), name, 0, null, 0, 0, null)
                            : new Destination(
                                    name,
                                    label(name),
                                    name,
                                    some.waiting(),
                                    instant(some.oldest()),
                                    some.held(),
                                    some.delivered(),
                                    some.failure()));
        }
        return all;
    }

    @Override
    public List<CaseCount> cases() {
        Map<String, Long> counts = figures.cases();
        return Arrays.stream(CaseState.values())
                .map(CaseState::name)
                .filter(counts::containsKey)
                .map(state -> new CaseCount(state, counts.getOrDefault(state, 0L)))
                .toList();
    }

    @Override
    public List<Waiting> waiting() {
        return figures.waiting(MOST_WAITING).stream()
                .map(one -> new Waiting(
                        one.id(),
                        one.isRecord() ? Waiting.Kind.RECORD : Waiting.Kind.DELIVERY,
                        one.place(),
                        label(one.place()),
                        one.reason(),
                        one.since().toInstant()))
                .toList();
    }

    @Override
    public List<ParkedGroup> parkedGroups() {
        return parked.groups().stream()
                .map(group -> new ParkedGroup(
                        group.cause().feed(),
                        label(group.cause().feed()),
                        group.cause().mapping(),
                        group.cause().words(),
                        group.count(),
                        group.oldest().toInstant(),
                        group.newest().toInstant()))
                .toList();
    }

    @Override
    public List<Drift> drifts() {
        return drifts.all().stream()
                .map(drift -> new Drift(label(drift.feed()), drift))
                .toList();
    }

    @Override
    public List<Work.Progress> works() {
        return works.all();
    }

    /** A destination's or feed's name for people; the status queue of an agency goes by the agency's name. */
    private String label(String place) {
        return LABELS.containsKey(place)
                ? LABELS.getString(place)
                : AgencyWays.agency(place.replaceFirst("\\.status$", ""))
                        .flatMap(directory::find)
                        .map(Agency::name)
                        .orElse(place);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
