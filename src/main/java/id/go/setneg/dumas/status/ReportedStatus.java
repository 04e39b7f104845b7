package id.go.setneg.dumas.status;

import id.go.setneg.dumas.complaint.AgencyCode;
import java.util.UUID;

/**
 * A status update as it came by HTTP, with who sent it.
 *
 * @param agency as authenticated
 * @param referral as addressed; the update must name the same
 * @param json the request's body
 */
public record ReportedStatus(AgencyCode agency, UUID referral, byte[] json) {

    @Override
    public String toString() {
        return "ReportedStatus[" + agency + "]";
    }
}
