package id.go.setneg.dumas.intake;

/**
 * A record that its source no longer has.
 *
 * @param reference the source's own stable name of the record
 */
public record Vanished(String source, String reference) {

    @Override
    public String toString() {
        return "Vanished[" + source + "]";
    }
}
