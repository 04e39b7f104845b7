package id.go.setneg.dumas.intake.sheet;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which may be read more than once. */
@FunctionalInterface
public interface Content {

    /** From the beginning. */
    InputStream open() throws IOException;
}
