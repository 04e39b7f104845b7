package id.go.setneg.dumas.deadline;

import java.util.List;

/** A calendar cannot be used; the text names every line and what is wrong with it. */
public final class CalendarBroken extends RuntimeException {

    private final transient List<String> problems;

    public CalendarBroken(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with its line. */
    public List<String> problems() {
        return problems;
    }
}
