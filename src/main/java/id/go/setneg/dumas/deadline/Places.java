package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.AgencyCode;
import java.time.ZoneId;

/** By which clock an agency works: WIB, WITA or WIT (Keppres 41/1987). */
public interface Places {

    ZoneId of(AgencyCode agency);
}
