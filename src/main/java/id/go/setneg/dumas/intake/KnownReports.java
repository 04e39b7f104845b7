package id.go.setneg.dumas.intake;

import java.util.stream.Stream;

/** Which reports of a source the ledger has and still works on. */
@FunctionalInterface
public interface KnownReports {

    /** Their references, as the source gives them; to be closed. */
    Stream<String> open();
}
