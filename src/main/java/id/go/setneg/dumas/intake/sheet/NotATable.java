package id.go.setneg.dumas.intake.sheet;

import java.io.IOException;

/** A file holds no table, or one that cannot be read; the message says why, in words and without data. */
public final class NotATable extends IOException {
    NotATable(String message) {
        super(message);
    }
}
