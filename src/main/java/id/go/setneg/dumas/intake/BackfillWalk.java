package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Intake.Receipt;

/** A walk through a part of a source's past, which a person may cancel. */
public sealed interface BackfillWalk permits RangeWalk, FolderWalk {

    /** Whether there is more to read. */
    boolean hasNext();

    /** What was read last is stored; waits as the rate demands. */
    void took(Receipt receipt) throws InterruptedException;
}
