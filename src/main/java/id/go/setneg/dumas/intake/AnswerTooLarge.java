package id.go.setneg.dumas.intake;

import java.io.IOException;

/** A source answered with more than is read of an answer; what was read is thrown away. */
public final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    private final long limit;

    AnswerTooLarge(long limit) {
        super("answer larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** How many bytes are read of an answer. */
    long limit() {
        return limit;
    }
}
