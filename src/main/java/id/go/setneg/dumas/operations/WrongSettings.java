package id.go.setneg.dumas.operations;

import java.util.List;

/** The settings do not let the hub start. The problems name properties and files, never values. */
final class WrongSettings extends RuntimeException {

    private final List<String> problems;

    WrongSettings(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
