package id.go.setneg.dumas.desk;

import java.util.Optional;

/** What LAPOR! calls the institutions that the directory does not know by their id. */
@FunctionalInterface
public interface InstitutionNames {

    /** The name of an institution id of LAPOR!; none when LAPOR! has no such institution, or was not asked yet. */
    Optional<String> name(String id);
}
