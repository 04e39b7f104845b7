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
import id.go.setneg.dumas.mapping.MappingBroken;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of terms, office hours and time zones, as the clocks ask for them. */
final class TermTables {

    private final DecisionTable terms;
    private final DecisionTable hours;
    private final DecisionTable zones;
    private final Directory directory;
    private final String version;
    private final Map<LocalDate, LocalTime> closing = new ConcurrentHashMap<>();
    private final Map<AgencyCode, ZoneId> places = new ConcurrentHashMap<>();

    /**
     * Reads the tables.
     *
     * @throws MappingBroken naming file, line and problem
     */
    TermTables(Path tables, Directory directory) {
        this.terms = DecisionTable.read(tables.resolve("terms.csv"));
        this.hours = DecisionTable.read(tables.resolve("office-hours.csv"));
        this.zones = DecisionTable.read(tables.resolve("time-zones.csv"));
        this.directory = directory;
        this.version = version(terms) + version(hours) + version(zones);
        try {
            for (Deadline.Kind clock : Deadline.Kind.values()) {
                term(clock, LocalDate.EPOCH);
            }
        } catch (IllegalArgumentException wrong) {
            throw new MappingBroken(tables.resolve("terms.csv") + ": " + wrong.getMessage());
        }
    }

    Clocks clocks(WorkCalendar calendar) {
        return new Clocks(calendar, new OfficeHours(this::closing), this::term, this::place);
    }

    /** Twelve characters of the tables' hashes. */
    String version() {
        return version;
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

    private LocalTime closing(LocalDate day) {
        LocalTime known = closing.get(day);
        if (known == null) {
            known = LocalTime.parse(
                    hours.decide(Map.of("day", day.getDayOfWeek().name()), day).output("closes"));
            if (closing.size() > 5_000) {
                closing.clear();
            }
            closing.put(day, known);
        }
        return known;
    }

    private ZoneId place(AgencyCode agency) {
        return places.computeIfAbsent(agency, code -> {
            String region = directory
                    .find(code)
                    .map(Agency::crosswalk)
                    .map(codes -> codes.getOrDefault("region", ""))
                    .orElse("");
            String province = region.length() < 2 ? "" : region.substring(0, 2);
            try {
                return ZoneId.of(zones.decide(Map.of("province", province)).output("zone"));
            } catch (DateTimeException wrong) {
                return Clocks.WIB;
            }
        });
    }

    private static String version(DecisionTable table) {
        Map<String, String> nothing = new HashMap<>();
        return table.decide(nothing, LocalDate.EPOCH).version().substring(0, 4);
    }
}
