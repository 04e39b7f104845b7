package id.go.setneg.dumas.intake;

/**
 * A report that its source no longer has.
 *
 * @param source as complaints name it, such as {@code lapor}
 * @param reference the source's own
 */
public record Vanished(String source, String reference) {}
