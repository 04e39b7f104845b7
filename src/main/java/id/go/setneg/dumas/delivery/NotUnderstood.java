package id.go.setneg.dumas.delivery;

/** The other side answered something that it never should: whether it took the message is not known. */
public final class NotUnderstood extends RuntimeException {

    private final String answer;

    /**
     * @param answer what kind of answer it was, such as {@code ANSWER html}; without its content
     */
    public NotUnderstood(String answer) {
        super(answer);
        this.answer = answer;
    }

    String answer() {
        return answer;
    }
}
