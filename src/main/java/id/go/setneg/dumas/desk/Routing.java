package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the competent agency: the one that the office or LAPOR! names, else the one of the decision table, else none. */
final class Routing {

    private final Directory directory;
    private final DecisionTable table;
    private final AgencyCode ourselves;
    private final InstitutionNames institutions;

    /** Where a case goes, and why. */
    record Competence(Agency agency, Basis basis) {}

    Routing(Directory directory, DecisionTable table, AgencyCode ourselves, InstitutionNames institutions) {
        this.directory = directory;
        this.table = table;
        this.ourselves = ourselves;
        this.institutions = institutions;
    }

    /**
     * The competent agency, none when a person has to say.
     *
     * @param excluded agencies that sent the case back
     */
    Optional<Competence> find(Complaint complaint, Collection<AgencyCode> excluded) {
        return named(complaint.namedAgency())
                .or(() -> byTable(complaint))
                .filter(found -> !excluded.contains(found.agency().code()));
    }

    private Optional<Competence> named(@Nullable NamedAgency named) {
        if (named == null) {
            return Optional.empty();
        }
        String rule = named.scheme() == NamedAgency.Scheme.LAPOR ? "LAPOR! institution" : "disposition";
        return directory
                .resolve(named)
                .or(() -> byInstitution(named))
                .filter(agency -> !agency.code().equals(ourselves))
                .map(agency -> new Competence(agency, new Basis(rule, "-", 0, "named in the record")));
    }

    /** An institution id of LAPOR! that the directory lacks leads to the agency of its name. */
    private Optional<Agency> byInstitution(NamedAgency named) {
        return named.scheme() != NamedAgency.Scheme.LAPOR
                ? Optional.empty()
                : institutions
                        .name(named.value().strip())
                        .flatMap(name -> directory.resolve(new NamedAgency(NamedAgency.Scheme.NAME, name)));
    }

    private Optional<Competence> byTable(Complaint complaint) {
        Map<String, String> known = new HashMap<>();
        put(
                known,
                "accusedAgency",
                complaint.accused() == null ? null : complaint.accused().agency());
        put(known, "category", complaint.matter().category());
        put(known, "problemCode", complaint.matter().problemCode());
        put(known, "subject", complaint.letter().subject());
        put(
                known,
                "text",
                complaint.letter().subject() + "\n" + complaint.matter().text());
        put(known, "regency", complaint.place().regency());
        put(known, "province", complaint.place().province());
        known.keySet().retainAll(table.inputs());
        Decision decision = table.decide(known);
        String agency = decision.output("agency");
        if (agency.isEmpty()) {
            return Optional.empty();
        }
        var basis = new Basis(decision.table(), decision.version(), decision.line(), decision.because());
        return directory.present(new AgencyCode(agency)).map(found -> new Competence(found, basis));
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
