package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a source's list to its end. Records that change during the walk shift the pages behind them, so a page
 * number may skip one. Where the source is known to list in the order of change, the walk goes on from the newest time on
 * each page, page 1 again. Elsewhere it goes by page numbers, and once more from page 1 until that shows nothing new. A
 * page counts as handed in once the walk is asked anything again.
 */
public final class Walk {

    /** After so many passes what changed since the pass began no longer counts as new. */
    private static final int STRICT_PASSES = 3;

    private static final int MOST_PASSES = 10;

    private final Position start;
    private final OffsetDateTime first;
    private final WalkTerms terms;
    private final Set<Long> seen = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();

    private boolean isOrdered;
    private OffsetDateTime from;
    private OffsetDateTime lowest;
    private OffsetDateTime passBegan;
    private Position newest;
    private @Nullable String cursor;
    private @Nullable Page pending;
    private @Nullable Runnable stepBack;
    private int page = 1;
    private int pass = 1;
    private int asked;
    private int unseen;
    private int unseenOld;
    private int content;
    private boolean byNumbers;
    private boolean isOver;
    private boolean isBroken;

    /**
     * @param from when the walk begins
     * @param start how far the last walk came
     * @param now the present
     */
    Walk(OffsetDateTime from, Position start, OffsetDateTime now, WalkTerms terms) {
        this.from = from;
        this.start = start;
        this.terms = terms;
        first = from;
        lowest = from.truncatedTo(ChronoUnit.SECONDS);
        newest = start;
        passBegan = now;
        isOrdered = terms.isSorted();
    }

    /** A walk that is over: it is not the time to read. */
    static Walk none() {
        OffsetDateTime never = OffsetDateTime.MIN;
        Walk none =
                new Walk(never, new Position(never, ""), never, new WalkTerms(Object::toString, "", false, true, 0));
        none.isOver = true;
        return none;
    }

    /** From when on to list, as the source writes times and a query carries them (RFC 3986). */
    public String since() {
        ask();
        return encode(terms.writing().apply(from));
    }

    /** The id of the newest record so far, for a source that lists what comes after a time and an id; may be empty. */
    public String after() {
        ask();
        return encode(newest.id());
    }

    /** The page to ask for, from 1. */
    public int page() {
        ask();
        return page;
    }

    /** The whole query for the next page. */
    public String query() {
        ask();
        return cursor != null
                ? cursor
                : terms.query()
                        .replace("{since}", since())
                        .replace("{after}", after())
                        .replace("{page}", page() + "");
    }

    public boolean hasNext() {
        settle();
        return !isOver;
    }

    /** How far everything is handed in, whatever comes next. */
    Position safe() {
        return isOrdered && from.isAfter(start.at()) ? new Position(from, "") : start;
    }

    /** Where the next walk may begin, this one being over. */
    Position end() {
        settle();
        if (!isOver || pass > MOST_PASSES) {
            return safe();
        }
        if (byNumbers && newest.at().isAfter(passBegan)) {
            return passBegan.isAfter(start.at()) ? new Position(passBegan, "") : start;
        }
        return newest;
    }

    /** How many pages were read and handed in. */
    int asked() {
        return asked;
    }

    /** Whether its list cannot be read to the end: the next walk begins anew. */
    boolean isBroken() {
        return isBroken;
    }

    /** The next page is asked for: the one before it was handed in. */
    private void ask() {
        settle();
        stepBack = null;
    }

    /** A page was read; it is to be handed in now. */
    void read(Page read, OffsetDateTime now) {
        ask();
        pending = read;
        if (page == 1 && cursor == null) {
            passBegan = now;
        }
    }

    /**
     * The page that was read last was not handed in, unless the next one was asked for: it is asked for again, also when
     * somebody wanted to know whether there is a next one, as a loop of Camel does even after a failure.
     */
    void forget() {
        pending = null;
        if (stepBack != null) {
            stepBack.run();
            stepBack = null;
        }
    }

    /** Moves on behind the page that was read last. */
    private void settle() {
        Page read = pending;
        if (read == null) {
            return;
        }
        pending = null;
        List<Long> news = read.entries().stream()
                .map(Page.Entry::key)
                .filter(key -> !seen.contains(key))
                .toList();
        stepBack = stepBack(news);
        asked++;
        note(read);
        switch (read.next()) {
            case Page.Next.None none -> reachEnd();
            case Page.Next.Cursor next -> follow(next.query());
            case Page.Next.Numbered next -> turn(read, next.number());
        }
        if (!isOver && asked >= terms.longest()) {
            throw endless("a walk without end");
        }
    }

    private Runnable stepBack(List<Long> news) {
        Snapshot before = new Snapshot(
                isOrdered, from, lowest, newest, cursor, page, pass, asked, unseen, unseenOld, content, byNumbers,
                isOver);
        return () -> {
            if (cursor != null && !cursor.equals(before.cursor())) {
                cursors.remove(cursor);
            }
            news.forEach(seen::remove);
            isOrdered = before.isOrdered();
            from = before.from();
            lowest = before.lowest();
            newest = before.newest();
            cursor = before.cursor();
            page = before.page();
            pass = before.pass();
            asked = before.asked();
            unseen = before.unseen();
            unseenOld = before.unseenOld();
            content = before.content();
            byNumbers = before.byNumbers();
            isOver = before.isOver();
        };
    }

    private record Snapshot(
            boolean isOrdered,
            OffsetDateTime from,
            OffsetDateTime lowest,
            Position newest,
            @Nullable String cursor,
            int page,
            int pass,
            int asked,
            int unseen,
            int unseenOld,
            int content,
            boolean byNumbers,
            boolean isOver) {}

    private void note(Page read) {
        for (Page.Entry entry : read.entries()) {
            if (seen.add(entry.key())) {
                unseen++;
                unseenOld += entry.at() == null || !entry.at().isAfter(passBegan) ? 1 : 0;
            }
        }
        read.newest().filter(latest -> latest.compareTo(newest) > 0).ifPresent(latest -> newest = latest);
    }

    private void follow(String next) {
        if (!cursors.add(next)) {
            throw endless("the cursor comes back");
        }
        cursor = next;
        byNumbers = true;
        isOrdered = false;
    }

    private void turn(Page read, int number) {
        if (content == read.content()) {
            throw endless("the same page again");
        }
        if (number > 0 && number <= page) {
            throw endless("the page number does not move");
        }
        content = read.content();
        OffsetDateTime latest = read.newest().map(Position::at).orElse(lowest);
        if (isOrdered && !read.ascendsFrom(lowest)) {
            giveUpOrder();
        } else if (isOrdered && isLater(latest)) {
            leave(latest, page > 1);
        } else {
            byNumbers |= !isOrdered;
            page++;
            lowest = latest;
        }
    }

    private boolean isLater(OffsetDateTime time) {
        return time.isAfter(from)
                && !terms.writing().apply(time).equals(terms.writing().apply(from));
    }

    /** The list is not in the order of change: whoever went on from a time begins anew. */
    private void giveUpOrder() {
        isOrdered = false;
        byNumbers = true;
        if (!from.equals(first)) {
            from = first;
            pass = 1;
            again();
        } else {
            page++;
        }
    }

    /** Goes on from a later time, unless pages before it may have shifted while their numbers were followed. */
    private void leave(OffsetDateTime time, boolean mayHaveShifted) {
        if (mayHaveShifted && isUnsettled()) {
            pass++;
        } else {
            from = time;
            pass = 1;
        }
        again();
    }

    private void reachEnd() {
        if (page > 1 && cursor == null && !terms.isWhole() && isUnsettled() && pass <= MOST_PASSES) {
            pass++;
            byNumbers = true;
            isOver = pass > MOST_PASSES;
            again();
        } else {
            isOver = true;
        }
    }

    private boolean isUnsettled() {
        return pass > STRICT_PASSES ? unseenOld > 0 : unseen > 0;
    }

    private void again() {
        page = 1;
        unseen = 0;
        unseenOld = 0;
        content = 0;
        lowest = from.truncatedTo(ChronoUnit.SECONDS);
    }

    private FeedFailed endless(String what) {
        isBroken = true;
        return new FeedFailed(Kind.LOOP, "not a page: " + what);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
