package id.go.setneg.dumas.intake;

import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * What a walk keeps to.
 *
 * @param writing how the source writes times
 * @param query what to ask, with {@code {since}}, {@code {after}} and {@code {page}} to be filled in
 * @param isSorted whether the source lists in the order of change
 * @param isWhole whether everything is listed, whenever it changed: then once, by page numbers
 * @param longest pages after which a list is taken to have no end
 */
record WalkTerms(
        Function<OffsetDateTime, String> writing, String query, boolean isSorted, boolean isWhole, int longest) {}
