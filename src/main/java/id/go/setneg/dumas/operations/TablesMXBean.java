package id.go.setneg.dumas.operations;

import java.util.List;

/** The decision tables over JMX: {@code id.go.setneg.dumas:type=Tables}. */
public interface TablesMXBean {

    /** The object name. */
    String NAME = "id.go.setneg.dumas:type=Tables";

    /** The tables in use, each as {@code name version}. */
    List<String> getTables();

    /** What was wrong at the last reload: file, line, problem; empty when it succeeded. */
    List<String> getProblems();

    /**
     * Reads all tables again.
     *
     * @return what was wrong; when there is anything, every table stays as it was
     */
    List<String> reload();
}
