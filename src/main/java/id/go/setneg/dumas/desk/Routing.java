package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.mapping.Decision;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the competent agencies: those that the office names in its disposition, else the one to which LAPOR! gave the report,
 * else those of the decision table, else none. Who is complained about is never asked about itself, and we never are.
 */
final class Routing {

    private final Directory directory;
    private final Accusations accusations;
    private final RoutingTable table;
    private final AgencyCode ourselves;
    private final InstitutionNames institutions;
    private final int hops;

    /**
     * The rules over a directory.
     *
     * @param hops how often a case may come back before a person decides
     */
    Routing(Directory directory, RoutingTable table, AgencyCode ourselves, InstitutionNames institutions, int hops) {
        this.directory = directory;
        accusations = new Accusations(directory);
        this.table = table;
        this.ourselves = ourselves;
        this.institutions = institutions;
        this.hops = hops;
    }

    /**
     * Where a case goes.
     *
     * @param said its submissions, oldest first
     * @param refused agencies that sent it back
     * @param returns how often it was sent back
     * @param on the day for which the table counts
     */
    Plan plan(List<Complaint> said, Collection<AgencyCode> refused, int returns, LocalDate on) {
        Complaint whole = Complaint.whole(said);
        List<Agency> accused = accusations.of(said);
        var steps = new Steps(directory, ourselves, whole, accused, refused, givenByLapor(said));
        if (accused.stream().anyMatch(steps::isOurs)) {
            return steps.ownHouse();
        }
        if (returns >= hops) {
            return steps.left(
                    new Basis("hop limit", "-", 0, "sent back " + returns + " times"),
                    Map.of(),
                    "berkas sudah " + returns + " kali dikembalikan sebagai bukan kewenangan");
        }
        return named(said, steps).or(() -> lapor(said, steps)).orElseGet(() -> byTable(whole, accused, steps, on));
    }

    /** The agency that a referral belongs to now, when its own was taken over meanwhile. */
    boolean isSuccessor(AgencyCode of, AgencyCode successor) {
        return directory.present(of).filter(now -> now.code().equals(successor)).isPresent();
    }

    private Optional<Plan> named(List<Complaint> said, Steps steps) {
        var basis = new Basis("disposition", "-", 0, "named in the record");
        return said.reversed().stream()
                .map(this::named)
                .filter(agencies -> !agencies.isEmpty())
                .findFirst()
                .flatMap(agencies -> steps.plan(
                        basis, Map.of("disposition", "valid"), "disposisi menyebut instansi itu", agencies, List.of()));
    }

    /** Whom the office names; a record whose dispositions were all cancelled names nobody. */
    private List<Agency> named(Complaint complaint) {
        var valid = complaint.dispositions().stream()
                .filter(disposition -> disposition.cancelledAt() == null)
                .toList();
        if (valid.isEmpty() && !complaint.dispositions().isEmpty()) {
            return List.of();
        }
        NamedAgency named = complaint.namedAgency();
        Stream<Agency> own = named == null || named.scheme() == NamedAgency.Scheme.LAPOR
                ? Stream.empty()
                : directory.resolve(named).stream();
        Stream<Agency> forwarded = valid.reversed().stream()
                .map(disposition -> disposition.to().stream()
                        .flatMap(to -> directory.resolve(new NamedAgency(NamedAgency.Scheme.NAME, to)).stream())
                        .toList())
                .filter(agencies -> !agencies.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
        return Stream.concat(own, forwarded)
                .filter(agency -> !agency.code().equals(ourselves))
                .distinct()
                .toList();
    }

    private Optional<Plan> lapor(List<Complaint> said, Steps steps) {
        var basis = new Basis("LAPOR! institution", "-", 0, "named in the record");
        return said.reversed().stream()
                .flatMap(complaint -> byLapor(complaint.namedAgency()).stream())
                .findFirst()
                .flatMap(agency -> steps.plan(
                        basis,
                        Map.of("lapor", "institution"),
                        "LAPOR! sudah menyerahkan laporannya kepada instansi itu",
                        List.of(agency),
                        List.of()));
    }

    private Set<AgencyCode> givenByLapor(List<Complaint> said) {
        return said.stream()
                .flatMap(complaint -> byLapor(complaint.namedAgency()).stream())
                .map(Agency::code)
                .collect(Collectors.toSet());
    }

    /** An institution id of LAPOR! that the directory lacks leads to the agency of its name. */
    private Optional<Agency> byLapor(@Nullable NamedAgency named) {
        return named == null || named.scheme() != NamedAgency.Scheme.LAPOR
                ? Optional.empty()
                : directory
                        .resolve(named)
                        .or(() -> institutions
                                .name(named.value().strip())
                                .flatMap(name -> directory.resolve(new NamedAgency(NamedAgency.Scheme.NAME, name))))
                        .filter(agency -> !agency.code().equals(ourselves));
    }

    /** The first row that matches; one whose agency sent the case back gives way to the next. */
    private Plan byTable(Complaint whole, List<Agency> accused, Steps steps, LocalDate on) {
        Agency first = accused.isEmpty() ? null : accused.getFirst();
        for (RoutingTable.Row row : table.rows(whole, first, on).toList()) {
            Optional<Plan> plan = byRow(row, steps);
            if (plan.isPresent()) {
                return plan.get();
            }
        }
        throw new IllegalStateException("the table routing is not total");
    }

    private static Optional<Plan> byRow(RoutingTable.Row row, Steps steps) {
        Decision decision = row.decision();
        var basis = new Basis(decision.table(), decision.version(), decision.line(), decision.because());
        Map<String, String> inputs = new LinkedHashMap<>(decision.matched());
        if (row.unknown() != null) {
            return Optional.of(steps.left(
                    basis,
                    inputs,
                    row.sentence() + "; tetapi instansinya (" + row.unknown() + ") tidak ada di direktori"));
        }
        if (row.lead().isEmpty()) {
            return Optional.of(steps.informed(basis, inputs, row.sentence(), row.copies()));
        }
        List<Agency> asked =
                Stream.concat(row.lead().stream(), row.others().stream()).toList();
        return steps.plan(basis, inputs, row.sentence(), asked, row.copies());
    }

    /** The plan that a person made: agencies as chosen, except that what LAPOR! gave already is coordinated. */
    Plan chosen(List<Complaint> said, List<AgencyCode> asked, List<AgencyCode> copies, Basis basis) {
        Complaint whole = Complaint.whole(said);
        var steps = new Steps(directory, ourselves, whole, List.of(), List.of(), givenByLapor(said));
        return steps.plan(basis, Map.of(), "petugas menetapkannya", present(asked), present(copies))
                .orElseGet(() -> steps.left(basis, Map.of(), "instansi yang dipilih tidak ada di direktori"));
    }

    /** The plan that asks agencies again whose letter was taken back because of the case that this one was one with. */
    Plan again(List<Complaint> said, List<AgencyCode> recalled, boolean isLed) {
        Complaint whole = Complaint.whole(said);
        var steps = new Steps(directory, ourselves, whole, List.of(), List.of(), Set.of());
        return new Plan(steps.again(present(recalled), isLed), null);
    }

    private List<Agency> present(List<AgencyCode> codes) {
        return codes.stream().flatMap(code -> directory.present(code).stream()).toList();
    }

    /** What each kind of request is called towards people. */
    static String words(Referral.Kind kind, String agency) {
        return switch (kind) {
            case ACTION -> "Berkas diteruskan kepada " + agency + " untuk ditindaklanjuti";
            case COPY -> "Tembusan disampaikan kepada " + agency + " untuk diketahui";
            case COORDINATION -> "Berkas dikoordinasikan dengan " + agency + ", yang sudah menerimanya melalui LAPOR!";
        };
    }
}
