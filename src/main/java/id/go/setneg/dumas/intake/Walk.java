package id.go.setneg.dumas.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One reading of a source's list, page after page, to its end. */
public final class Walk {

    private final String feed;
    private final String since;
    private OffsetDateTime newest;
    private int page = 1;
    private boolean isOver;

    Walk(String feed, String since, OffsetDateTime newest) {
        this.feed = feed;
        this.since = since;
        this.newest = newest;
    }

    public String feed() {
        return feed;
    }

    /** From when on to list, as the source writes times and a query carries them (RFC 3986). */
    public String since() {
        return URLEncoder.encode(since, StandardCharsets.UTF_8);
    }

    /** The page to ask for, from 1. */
    public int page() {
        return page;
    }

    public boolean hasNext() {
        return !isOver;
    }

    OffsetDateTime newest() {
        return newest;
    }

    void sawChange(@Nullable OffsetDateTime changed) {
        if (changed != null && changed.isAfter(newest)) {
            newest = changed;
        }
    }

    void turnPage(boolean isLast) {
        page++;
        isOver = isLast;
    }
}
