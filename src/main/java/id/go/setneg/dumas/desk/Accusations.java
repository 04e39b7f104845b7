package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import java.util.List;
import java.util.Optional;

/** Finds whom a case complains about. */
final class Accusations {

    private final Directory directory;

    Accusations(Directory directory) {
        this.directory = directory;
    }

    /**
     * Every agency that one of the submissions complains about, the first one first.
     *
     * @param said the submissions of a case, oldest first
     */
    List<Agency> of(List<Complaint> said) {
        return said.stream().flatMap(each -> accused(each).stream()).distinct().toList();
    }

    /** Whether an agency is one of them. */
    boolean isAccused(Agency agency, List<Complaint> said) {
        return of(said).stream().anyMatch(accused -> accused.code().equals(agency.code()));
    }

    /** The agency of the name that is given, else the one that the name speaks of. */
    private Optional<Agency> accused(Complaint complaint) {
        String name = complaint.accused() == null ? null : complaint.accused().agency();
        return name == null
                ? Optional.empty()
                : directory
                        .resolve(new NamedAgency(NamedAgency.Scheme.NAME, name))
                        .or(() -> directory.within(name));
    }
}
