package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a complaint an agency may learn (SK Asdep Dumas 4/2022, guarantee 4; UU 27/2022): the table {@code disclosure}. Its
 * outputs are groups of fields, each {@code yes}, {@code masked} (texts and file names without who complains) or {@code no};
 * and {@code send}: {@code no} holds the message for a person. What belongs to no group never leaves.
 */
final class Disclosure {

    /** Which fields of the message belong to a group, as pointers into the canonical complaint. */
    static final Map<String, List<String>> GROUPS = groups();

    /** The groups that may be masked. */
    static final Set<String> TEXTS = Set.of("subject", "summary", "text", "instruction", "attachments");

    private static final String SEND = "send";
    private static final String MARKS = "marks"; // who gets it must know how secret it is

    private static final Set<String> YES_OR_NO = Set.of("yes", "no");
    private static final Tables.Check WORDS = TableChecks.all(
            TableChecks.columns(
                    List.of("anonymous", "confidential", "classification", "accusedInAgency", "profile", "kind", "way"),
                    Stream.concat(Stream.of(SEND), GROUPS.keySet().stream()).toList()),
            TableChecks.asks("anonymous", YES_OR_NO),
            TableChecks.asks("confidential", YES_OR_NO),
            TableChecks.asks("classification", Complaint.Classification.class),
            TableChecks.asks("accusedInAgency", YES_OR_NO),
            TableChecks.asks("profile", Agency.Disclosure.class),
            TableChecks.asks("kind", Referral.Kind.class),
            TableChecks.asks("way", Set.of("HTTP", "QUEUE", "MAIL", "NONE")));

    private final Accusations accusations;
    private final DecisionTable table;

    /**
     * What may leave.
     *
     * @param groups {@code yes}, {@code masked} or {@code no} by group
     * @param heldBecause why a person has to send it, null when it may go
     */
    record Allowed(Map<String, String> groups, @Nullable String heldBecause) {

        /** The groups, and whether it goes by itself: {@code send}. */
        Map<String, String> words() {
            Map<String, String> words = new LinkedHashMap<>();
            words.put(SEND, heldBecause == null ? "yes" : "no");
            words.putAll(groups);
            return words;
        }

        boolean isWhole(String group) {
            return "yes".equals(groups.get(group));
        }

        boolean isMasked(String group) {
            return "masked".equals(groups.get(group));
        }
    }

    Disclosure(DecisionTable table, Directory directory) {
        this.table = table;
        accusations = new Accusations(directory);
    }

    /** What is wrong with a candidate: each row that says something else than yes, masked or no. */
    static List<String> problems(DecisionTable candidate) {
        List<String> problems = new ArrayList<>(WORDS.problems(candidate));
        for (Decision row : candidate.decisions()) {
            row.outputs().forEach((group, word) -> {
                boolean isKnown = group.equals(MARKS)
                        ? word.equals("yes")
                        : word.equals("yes") || word.equals("no") || (word.equals("masked") && TEXTS.contains(group));
                if (!isKnown) {
                    problems.add(row.line() + ": " + group + ": unknown word: " + word);
                }
            });
        }
        return problems;
    }

    /**
     * What an agency may learn.
     *
     * @param said the submissions of a case, oldest first: what protects one protects all, and whom one accuses is accused
     * @param way how it would leave: {@code HTTP}, {@code QUEUE}, {@code MAIL} or {@code NONE}
     */
    Allowed of(List<Complaint> said, Agency agency, Referral.Kind kind, String way) {
        Complaint complaint = Complaint.whole(said);
        Map<String, String> inputs = new HashMap<>();
        inputs.put("anonymous", complaint.complainant().anonymous() ? "yes" : "no");
        inputs.put("confidential", complaint.confidential() ? "yes" : "no");
        inputs.put("classification", complaint.letter().classification().name());
        inputs.put("accusedInAgency", accusations.isAccused(agency, said) ? "yes" : "no");
        inputs.put("profile", agency.disclosure().name());
        inputs.put("kind", kind.name());
        inputs.put("way", way);
        Decision decision = table.decide(inputs);
        Map<String, String> groups = new LinkedHashMap<>(decision.outputs());
        boolean mayGo = "yes".equals(groups.remove(SEND));
        return new Allowed(groups, mayGo ? null : "DISCLOSURE line " + decision.line());
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(
                "identity",
                List.of("/complainant/anonymous", "/complainant/name", "/complainant/nik", "/complainant/address"));
        groups.put("contact", List.of("/complainant/email", "/complainant/phone"));
        groups.put(
                "background",
                List.of(
                        "/complainant/occupation",
                        "/complainant/regency",
                        "/complainant/province",
                        "/complainant/category",
                        "/complainant/signed"));
        groups.put(
                "agenda",
                List.of(
                        "/letter/agenda/book",
                        "/letter/agenda/year",
                        "/letter/agenda/number",
                        "/letter/agenda/date",
                        "/letter/documentType",
                        "/letter/archiveCode"));
        groups.put("letterNumber", List.of("/letter/number", "/letter/date"));
        groups.put(MARKS, List.of("/letter/classification", "/letter/urgency"));
        groups.put("subject", List.of("/letter/subject"));
        groups.put("summary", List.of("/letter/summary"));
        groups.put(
                "accused",
                List.of(
                        "/accused/name",
                        "/accused/employeeNumber",
                        "/accused/address",
                        "/accused/position",
                        "/accused/agency",
                        "/accused/agencyCategory"));
        groups.put("place", List.of("/place/regency", "/place/province", "/place/country"));
        groups.put("matter", List.of("/matter/problemCode", "/matter/category", "/matter/occurredOn", "/matter/kind"));
        groups.put("text", List.of("/matter/text"));
        groups.put("direction", List.of("/direction/by", "/direction/date", "/direction/document"));
        groups.put("instruction", List.of("/direction/instruction"));
        groups.put("attachments", List.of("/attachments"));
        return groups;
    }
}
