package id.go.setneg.dumas.ledger;

import java.util.UUID;

/** The key of a case was destroyed: nothing about it can be read, or added, any more. */
public final class ErasedCase extends RuntimeException {
    ErasedCase(UUID caseId) {
        super("the case " + caseId + " was erased");
    }
}
