package id.go.setneg.dumas.intake.sheet;

/**
 * How much of a file is read.
 *
 * @param size most bytes of the file
 * @param expanded most bytes that a packed file (XLSX) may unfold to
 * @param rows most rows of letters
 */
public record Limits(long size, long expanded, int rows) {}
