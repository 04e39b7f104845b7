package id.go.setneg.dumas.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
interface Rows extends Closeable {

    /**
     * None at the end.
     *
     * @throws NotATable when the content breaks off or is not what it said it was
     */
    @Nullable
    Row next() throws IOException;
}
