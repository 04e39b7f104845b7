package id.go.setneg.dumas.mapping;

/** A mapping, schema or table is missing or has errors; the text names file, line and problem, all problems at once. */
public final class MappingBroken extends RuntimeException {

    public MappingBroken(String problems) {
        super(problems);
    }
}
