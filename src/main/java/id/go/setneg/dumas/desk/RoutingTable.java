package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code routing}: which agencies a matter is for. Its outputs {@code lead}, {@code others} and {@code copies} are
 * agency codes, several with {@code |}, or {@code @accused} (the agency complained about), {@code @overseer} (its inspectorate,
 * else the body above it), {@code @regency} and {@code @province} (the governments of the place). A row without a lead leaves
 * the case to a person; {@code sentence} says why, in Indonesian. The input {@code grounds} asks ({@code contains:}) what the
 * table {@code eligibility} sees in the complaint, so that its words stand in one table.
 */
final class RoutingTable {

    private static final List<String> SYMBOLS = List.of("@accused", "@overseer", "@regency", "@province");
    private static final String GROUNDS = "grounds";
    private static final List<String> OUTPUTS = List.of("lead", "others", "copies", "sentence");

    private static final Tables.Check COLUMNS = TableChecks.all(
            TableChecks.columns(
                    List.of(
                            "accused",
                            "accusedKind",
                            "accusedAgency",
                            "accusedPosition",
                            "category",
                            "problemCode",
                            "kind",
                            "subject",
                            "text",
                            "amount",
                            "regency",
                            "province",
                            "provinceOf",
                            "regencyOf",
                            GROUNDS),
                    OUTPUTS),
            TableChecks.asks("accusedKind", Agency.Kind.class),
            TableChecks.asks("kind", Complaint.Matter.Kind.class),
            TableChecks.asks(
                    GROUNDS,
                    Arrays.stream(Ground.values())
                            .map(ground -> ground.name().replace('_', ' '))
                            .collect(Collectors.toSet())));

    private final DecisionTable table;
    private final Directory directory;
    private final Judging judging;

    /**
     * A row that matched.
     *
     * @param lead who leads, none when a person decides
     * @param unknown the agency that the row means and the directory does not have, null when it has all
     */
    record Row(
            Decision decision,
            Optional<Agency> lead,
            List<Agency> others,
            List<Agency> copies,
            @Nullable String unknown) {

        String sentence() {
            return decision.output("sentence");
        }
    }

    RoutingTable(DecisionTable table, Directory directory, Judging judging) {
        this.table = table;
        this.directory = directory;
        this.judging = judging;
    }

    /** What is wrong with a candidate: each row that means an agency which the directory does not have, and the like. */
    static List<String> problems(DecisionTable candidate, Directory directory) {
        List<String> problems = new ArrayList<>(COLUMNS.problems(candidate));
        if (!candidate.outputs().containsAll(OUTPUTS)) {
            return problems;
        }
        for (Decision row : candidate.decisions()) {
            Stream.of("lead", "others", "copies")
                    .flatMap(column -> codes(row, column).stream()
                            .filter(code -> !SYMBOLS.contains(code)
                                    && named(code, directory).isEmpty())
                            .map(code -> row.line() + ": " + column + ": no such agency: " + code))
                    .forEach(problems::add);
            if (row.output("lead").contains("|")) {
                problems.add(row.line() + ": lead: one agency leads");
            }
            if (row.output("sentence").isEmpty()) {
                problems.add(row.line() + ": sentence is empty");
            }
        }
        return problems;
    }

    /** The rows that match, the first one decides. */
    Stream<Row> rows(Complaint whole, @Nullable Agency accused, LocalDate on) {
        return table.matching(inputs(whole, accused), on).map(decision -> row(decision, whole, accused));
    }

    private Row row(Decision decision, Complaint whole, @Nullable Agency accused) {
        String lead = decision.output("lead");
        Optional<Agency> leads = lead.isEmpty() ? Optional.empty() : agency(lead, whole, accused);
        return new Row(
                decision,
                leads,
                agencies(codes(decision, "others"), whole, accused),
                agencies(codes(decision, "copies"), whole, accused),
                !lead.isEmpty() && leads.isEmpty() ? lead : null);
    }

    private List<Agency> agencies(List<String> codes, Complaint whole, @Nullable Agency accused) {
        return codes.stream()
                .flatMap(code -> agency(code, whole, accused).stream())
                .toList();
    }

    private Optional<Agency> agency(String code, Complaint whole, @Nullable Agency accused) {
        return switch (code) {
            case "@accused" -> Optional.ofNullable(accused);
            case "@overseer" -> Optional.ofNullable(accused).flatMap(directory::overseer);
            case "@regency" -> directory.regency(whole.place().regency());
            case "@province" -> directory.province(whole.place().province());
            default -> named(code, directory);
        };
    }

    private static Optional<Agency> named(String code, Directory directory) {
        try {
            return directory.present(new AgencyCode(code));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private Map<String, String> inputs(Complaint whole, @Nullable Agency accused) {
        Map<String, String> known = new HashMap<>();
        String text = whole.letter().subject() + "\n" + whole.matter().text();
        if (accused != null) {
            known.put("accused", accused.code().value());
            known.put("accusedKind", accused.kind().name());
        }
        if (whole.accused() != null) {
            put(known, "accusedAgency", whole.accused().agency());
            put(known, "accusedPosition", whole.accused().position());
        }
        put(known, "category", whole.matter().category());
        put(known, "problemCode", whole.matter().problemCode());
        put(
                known,
                "kind",
                whole.matter().kind() == null ? null : whole.matter().kind().name());
        put(known, "subject", whole.letter().subject());
        put(known, "text", text);
        put(
                known,
                "amount",
                Rupiah.largestIn(text).map(BigDecimal::toPlainString).orElse(null));
        put(known, "regency", whole.place().regency());
        put(known, "province", whole.place().province());
        directory
                .province(whole.place().province())
                .ifPresent(found -> put(known, "provinceOf", found.code().value()));
        directory
                .regency(whole.place().regency())
                .ifPresent(found -> put(known, "regencyOf", found.code().value()));
        if (table.inputs().contains(GROUNDS)) {
            put(
                    known,
                    GROUNDS,
                    judging.grounds(whole).stream().map(Ground::name).collect(Collectors.joining(" ")));
        }
        known.keySet().retainAll(table.inputs());
        return known;
    }

    private static List<String> codes(Decision row, String column) {
        String cell = row.output(column);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
