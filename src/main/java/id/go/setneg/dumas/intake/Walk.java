package id.go.setneg.dumas.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a source's list to its end. Records that change during the walk shift the pages behind them, so a page
 * number may skip one. Where a page is in the order of change, the walk therefore goes on from the newest time on it, page
 * 1 again; only where the time does not move, or the order is another, it asks for the next page.
 */
public final class Walk {

    private final Function<OffsetDateTime, String> writing;
    private OffsetDateTime from;
    private OffsetDateTime newest;
    private int page = 1;
    private int asked;
    private boolean isOver;

    /**
     * @param from when the walk begins
     * @param newest how far the last walk came
     * @param writing how the source writes times
     */
    Walk(OffsetDateTime from, OffsetDateTime newest, Function<OffsetDateTime, String> writing) {
        this.from = from;
        this.newest = newest;
        this.writing = writing;
    }

    /** From when on to list, as the source writes times and a query carries them (RFC 3986). */
    public String since() {
        return URLEncoder.encode(writing.apply(from), StandardCharsets.UTF_8);
    }

    /** The page to ask for, from 1. */
    public int page() {
        return page;
    }

    public boolean hasNext() {
        return !isOver;
    }

    /** How far the walk came: the newest change that it saw. */
    OffsetDateTime newest() {
        return newest;
    }

    /** How many pages were read. */
    int asked() {
        return asked;
    }

    /**
     * Moves on behind a page.
     *
     * @param changes when each record on it changed, null where a record does not say
     */
    void turnPage(List<@Nullable OffsetDateTime> changes, boolean isLast) {
        asked++;
        isOver = isLast;
        OffsetDateTime latest = changes.stream()
                .filter(Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElse(from);
        if (latest.isAfter(newest)) {
            newest = latest;
        }
        if (isInOrder(changes) && writing.apply(latest).compareTo(writing.apply(from)) != 0 && latest.isAfter(from)) {
            from = latest;
            page = 1;
        } else {
            page++;
        }
    }

    private static boolean isInOrder(List<@Nullable OffsetDateTime> changes) {
        OffsetDateTime before = null;
        for (OffsetDateTime change : changes) {
            if (change == null || (before != null && change.isBefore(before))) {
                return false;
            }
            before = change;
        }
        return true;
    }
}
