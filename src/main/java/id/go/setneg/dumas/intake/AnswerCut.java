package id.go.setneg.dumas.intake;

import java.io.IOException;

/** An answer ended before its JSON did. */
public final class AnswerCut extends IOException {

    private static final long serialVersionUID = 1;

    AnswerCut() {
        super("JSON that was cut");
    }
}
