package id.go.setneg.dumas.agency;

import id.go.setneg.dumas.complaint.AgencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body that complaints are referred to, as the agency directory describes it.
 *
 * @param code the hub's own stable id
 * @param names its official names, the newest first; the first has no end
 * @param crosswalk its codes in other systems, by system: {@code laporInstitution}, {@code region}
 * @param invented which codes of the crosswalk are invented for the sandbox
 * @param parent the body above it
 * @param inspectorate who examines wrongdoing of its officials (APIP)
 * @param successor who has taken over its duties; absent while it exists
 * @param disclosure what it may learn of a complainant
 */
public record Agency(
        AgencyCode code,
        Kind kind,
        List<Name> names,
        Map<String, String> crosswalk,
        List<String> invented,
        @Nullable AgencyCode parent,
        @Nullable AgencyCode inspectorate,
        @Nullable AgencyCode successor,
        @Nullable Contact contact,
        Disclosure disclosure) {

    public Agency {
        names = List.copyOf(names);
        crosswalk = crosswalk == null ? Map.of() : Map.copyOf(crosswalk);
        invented = invented == null ? List.of() : List.copyOf(invented);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("agency " + code + " has no name");
        }
    }

    /** Its present, or last, official name. */
    public String name() {
        return names.getFirst().name();
    }

    /** What sort of body it is. */
    public enum Kind {
        /** Kementerian, also coordinating ones. */
        MINISTRY,
        /** Lembaga pemerintah nonkementerian (LPNK) or of that rank. */
        NON_MINISTRY,
        /** Lembaga nonstruktural (LNS). */
        NON_STRUCTURAL,
        /** Pemerintah provinsi. */
        PROVINCE,
        /** Pemerintah kabupaten. */
        REGENCY,
        /** Pemerintah kota. */
        CITY,
        /** Badan usaha milik negara. */
        STATE_COMPANY,
        /** Perguruan tinggi negeri. */
        STATE_UNIVERSITY,
        /** Perwakilan Republik Indonesia. */
        MISSION,
        /** Penegak hukum. */
        LAW_ENFORCEMENT,
        /** Aparat pengawasan intern pemerintah (APIP) of another body. */
        INSPECTORATE
    }

    /**
     * A name and the time it was in force.
     *
     * @param name the official name
     * @param from the first day, absent when not known
     * @param until the last day, absent while in force
     * @param aliases short forms and ways in which it is written
     */
    public record Name(
            String name, @Nullable LocalDate from, @Nullable LocalDate until, List<String> aliases) {

        public Name {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
        }
    }

    /** Public ways to reach it. */
    public record Contact(
            @Nullable String address,
            @Nullable String email,
            @Nullable String website) {}

    /** What an agency may learn of a complainant. */
    public enum Disclosure {
        /** Name, address and what else the complaint holds, unless the complainant is anonymous. */
        FULL,
        /** Never who complains. */
        WITHHOLD_IDENTITY
    }
}
