package id.go.setneg.dumas.mapping;

/** Looks at each record before it is mapped; it changes nothing and throws nothing. */
@FunctionalInterface
public interface RecordWatch {

    /**
     * A source brought a record.
     *
     * @param mapping the mapping that is about to be applied, such as {@code spde/record-to-complaint}
     */
    void saw(String mapping, SourceRecord record);
}
