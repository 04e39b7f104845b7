package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;

/**
 * Whether an agency may learn who complains (SK Asdep Dumas 4/2022, guarantee 4). It may not when the complainant asked
 * for that, when the agency never may, or when the agency is the one complained about.
 */
final class Disclosure {

    private final Directory directory;

    Disclosure(Directory directory) {
        this.directory = directory;
    }

    boolean mayKnowComplainant(Agency agency, Complaint complaint) {
        return !complaint.complainant().anonymous()
                && agency.disclosure() == Agency.Disclosure.FULL
                && !isAccused(agency, complaint);
    }

    private boolean isAccused(Agency agency, Complaint complaint) {
        return complaint.accused() != null
                && complaint.accused().agency() != null
                && directory
                        .resolve(new NamedAgency(
                                NamedAgency.Scheme.NAME, complaint.accused().agency()))
                        .filter(accused -> accused.code().equals(agency.code()))
                        .isPresent();
    }
}
