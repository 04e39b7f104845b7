package id.go.setneg.dumas.mapping;

import java.util.List;

/** The cells of one line of a CSV file. */
record TableLine(int number, List<String> cells) {}
