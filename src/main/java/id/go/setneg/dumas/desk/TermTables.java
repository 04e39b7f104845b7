package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.deadline.OfficeHours;
import id.go.setneg.dumas.deadline.Term;
import id.go.setneg.dumas.deadline.WorkCalendar;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of terms, office hours and time zones, as the clocks ask for them. */
record TermTables(DecisionTable terms, DecisionTable hours, DecisionTable zones, Directory directory) {

    /** What {@code terms} may say. */
    static final Tables.Check TERMS = TableChecks.all(
            TableChecks.columns(List.of("clock"), List.of("days", "unit", "owner", "whileMissing")),
            TableChecks.asks("clock", Deadline.Kind.class),
            TableChecks.optionalNumber("days"),
            TableChecks.of("unit", Term.Unit.class),
            TableChecks.of("owner", Deadline.Owner.class),
            TableChecks.of("whileMissing", Term.WhileMissing.class),
            TermTables::toldDays);

    /** What {@code office-hours} may say. */
    static final Tables.Check HOURS = TableChecks.all(
            TableChecks.columns(List.of("day"), List.of("closes")),
            TableChecks.asks("day", DayOfWeek.class),
            TableChecks.readable("closes", LocalTime::parse));

    /** What {@code time-zones} may say. */
    static final Tables.Check ZONES = TableChecks.all(
            TableChecks.columns(List.of("province"), List.of("zone")), TableChecks.readable("zone", ZoneId::of));

    private static final int PREFIX = 4;
    private static final int MOST_DAYS = 5_000;

    /** Clocks by the tables as they are now; what they once asked for is not asked again. */
    Clocks clocks(WorkCalendar calendar) {
        Map<LocalDate, LocalTime> closing = new ConcurrentHashMap<>();
        Map<AgencyCode, ZoneId> places = new ConcurrentHashMap<>();
        return new Clocks(
                calendar,
                new OfficeHours(day -> {
                    if (closing.size() > MOST_DAYS) {
                        closing.clear();
                    }
                    return closing.computeIfAbsent(day, this::closing);
                }),
                this::term,
                agency -> places.computeIfAbsent(agency, this::place));
    }

    /** Four characters of each table's hash. */
    String version() {
        return Stream.of(terms, hours, zones)
                .map(table -> table.version().substring(0, PREFIX))
                .collect(Collectors.joining());
    }

    Term term(Deadline.Kind clock, LocalDate start) {
        Decision row = terms.decide(Map.of("clock", clock.name()), start);
        String days = row.output("days");
        return new Term(
                days.isEmpty() ? null : Integer.valueOf(days),
                Term.Unit.valueOf(row.output("unit")),
                Deadline.Owner.valueOf(row.output("owner")),
                Term.WhileMissing.valueOf(row.output("whileMissing")),
                row.because());
    }

    /** Working days in which what is missing has to come, when it is asked for on a day. */
    int daysToComplete(LocalDate asked) {
        return Objects.requireNonNull(term(Deadline.Kind.SUPPLEMENT, asked).days());
    }

    /** What moves a day of a clock since the tables had a former version; none when they have it still. */
    Set<String> changedSince(String former, Deadline.Kind clock, LocalDate day) {
        String now = version();
        Set<String> reasons = new HashSet<>();
        for (int i = 0; i < now.length() && !former.equals(now); i += PREFIX) {
            if (former.length() != now.length() || !former.regionMatches(i, now, i, PREFIX)) {
                reasons.add(
                        switch (i / PREFIX) {
                            case 0 -> term(clock, day).because();
                            case 1 -> hours(day).because();
                            default -> zones.name() + " " + zones.version();
                        });
            }
        }
        return reasons;
    }

    /** Who complained is told how many working days there are: there must be some. */
    private static List<String> toldDays(DecisionTable candidate) {
        String clock = Deadline.Kind.SUPPLEMENT.name();
        int always = candidate.decide(Map.of("clock", clock), LocalDate.MIN).line();
        Map<Integer, List<String>> asked = candidate.asked("clock");
        return candidate.decisions().stream()
                .filter(row -> row.line() == always
                        || asked.getOrDefault(row.line(), List.of()).contains(clock.toLowerCase(Locale.ROOT)))
                .filter(row ->
                        row.output("days").isEmpty() || !row.output("unit").equals(Term.Unit.WORKING_DAYS.name()))
                .map(row -> row.line() + ": days: " + clock + " needs a number of working days, which people are told")
                .toList();
    }

    private LocalTime closing(LocalDate day) {
        return LocalTime.parse(hours(day).output("closes"));
    }

    private Decision hours(LocalDate day) {
        return hours.decide(Map.of("day", day.getDayOfWeek().name()), day);
    }

    private ZoneId place(AgencyCode agency) {
        String region = directory
                .find(agency)
                .map(Agency::crosswalk)
                .map(codes -> codes.getOrDefault("region", ""))
                .orElse("");
        String province = region.length() < 2 ? "" : region.substring(0, 2);
        return ZoneId.of(zones.decide(Map.of("province", province)).output("zone"));
    }
}
