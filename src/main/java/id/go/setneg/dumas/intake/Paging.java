package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.FeedFault.Kind;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.mapping.RecordId;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How one source lists what changed: page after page of JSON, from a point in time a little before where the last walk
 * ended, so that what was listed late is seen again (what is known already changes nothing). A connector fills in where
 * in the answers things stand (JSON pointers, RFC 6901) and how the source writes times (see {@link SourceTime}). A walk
 * that a fault broke off goes on where it was; after a restart it begins where all is known to be handed in.
 */
public final class Paging {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST_WALK = Duration.ofDays(30);
    private static final int MOST_RESUMES = 3;

    private final Feeds feeds;
    private final @Nullable FeedHealth health;
    private String feed = "";
    private String source = "";
    private ZoneId zone = ZoneOffset.UTC;
    private String records = "";
    private String next = "";
    private String changed = "";
    private String id = "";
    private String changedPattern = SourceTime.ISO;
    private String sincePattern = SourceTime.ISO;
    private String query = "";
    private String base = "";
    private Duration overlap = Duration.ZERO;
    private int longest = 10_000;
    private boolean isSorted;
    private boolean isWhole;
    private @Nullable Walk open;
    private int resumed;

    /** For a feed that is read at each poll, however the last one went. */
    public Paging(Feeds feeds) {
        this.feeds = feeds;
        health = null;
    }

    /** For a feed that is kept back after a failure. */
    public Paging(Feeds feeds, FeedHealth health) {
        this.feeds = feeds;
        this.health = health;
    }

    /** The feed's name. */
    public void setFeed(String feed) {
        this.feed = feed;
    }

    /** The feed whose records these are, where this one only reads them again: so that none is parked twice. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the source's clock stands. */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** Where the list of records stands in an answer. */
    public void setRecords(String records) {
        this.records = records;
    }

    /** Where an answer says that there is a next page: null, empty or absent at the end. */
    public void setNext(String next) {
        this.next = next;
    }

    /** Where a record says when it changed. */
    public void setChanged(String changed) {
        this.changed = changed;
    }

    /** Where a record says which it is. */
    public void setId(String id) {
        this.id = id;
    }

    /** How a record writes when it changed; several ways, the likeliest first, with {@code |} between. */
    public void setChangedPattern(String changedPattern) {
        this.changedPattern = changedPattern;
    }

    /** How the source wants to be asked. */
    public void setSincePattern(String sincePattern) {
        this.sincePattern = sincePattern;
    }

    /** What to ask, where the walk is to say it: with {@code {since}}, {@code {after}} and {@code {page}}. */
    public void setQuery(String query) {
        this.query = query;
    }

    /** The list's address: a next page with a query of the source's own making is followed only there. */
    public void setBase(String base) {
        this.base = base;
    }

    /** How far before the end of the last walk to begin, such as {@code 5m}. */
    public void setOverlap(String overlap) {
        this.overlap = DurationStyle.detectAndParse(overlap);
    }

    /** Pages after which a list is taken to have no end. */
    public void setLongest(int longest) {
        this.longest = longest;
    }

    /** Whether the source is known to list in the order of change, the oldest first. */
    public void setSorted(boolean sorted) {
        isSorted = sorted;
    }

    /** Whether everything is listed, whenever it changed. */
    public void setWhole(boolean whole) {
        isWhole = whole;
    }

    /** Begins where a backfill does; the feed's position has no part in it. */
    public RangeWalk walk(Backfill backfill) {
        var since = new SourceTime(sincePattern, zone);
        var terms = new WalkTerms(since::write, query, isSorted, false, longest);
        var start = new Position(backfill.from(), "");
        return new RangeWalk(backfill, this, new Walk(start.at(), start, feeds.now(), terms));
    }

    /**
     * Begins a little before where the last walk ended, or goes on with it; the first walk of all begins thirty days back.
     * While the feed is kept back, the walk is over at once.
     */
    public Walk begin() {
        if (health != null && !health.admits(feed)) {
            return Walk.none();
        }
        Walk last = open;
        if (health != null && last != null && !last.isBroken() && resumed < MOST_RESUMES) {
            resumed++;
            last.forget();
            return last;
        }
        Position start = isWhole
                ? new Position(feeds.now(), "")
                : feeds.position(feed)
                        .map(Position::parse)
                        .orElseGet(() -> new Position(feeds.now().minus(FIRST_WALK), ""));
        open = new Walk(start.at().minus(overlap), start, feeds.now(), terms());
        resumed = 0;
        return open;
    }

    private WalkTerms terms() {
        var since = new SourceTime(sincePattern, zone);
        return new WalkTerms(since::write, query, isSorted && !isWhole, isWhole, longest);
    }

    /**
     * Reads one page. What was read before it is stored by now, and the position moves as far as that is certain.
     *
     * @param answer null when the source knows no such list
     * @throws FeedFailed when the answer is no page; the walk ends, and the next goes on from there
     */
    public List<SourceRecord> read(Walk walk, byte @Nullable [] answer) {
        keep(walk);
        JsonNode page = page(answer);
        List<SourceRecord> read = new ArrayList<>();
        List<Page.Entry> entries = new ArrayList<>();
        var times = new SourceTime(changedPattern, zone);
        for (JsonNode record : list(page.at(records))) {
            ObjectNode content = record instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode().set("value", record);
            entries.add(entry(content, times));
            read.add(SourceRecord.ofJson(source.isEmpty() ? feed : source, content, zone));
        }
        var links = new NextPage(base, query);
        walk.read(new Page(entries, links.read(page.at(next))), feeds.now());
        resumed = 0;
        return read;
    }

    /** Every page is stored: the next walk begins here. A walk that was over at once leaves everything as it is. */
    public void finish(Walk walk) {
        if (health != null && walk != open) {
            return;
        }
        Position end = walk.end();
        open = null;
        feeds.succeeded(feed, isWhole ? null : end.toString());
        if (health != null) {
            health.succeeded(feed);
        }
    }

    private void keep(Walk walk) {
        boolean hasMore = walk.hasNext();
        if (hasMore && walk.asked() > 0 && health != null) {
            health.advanced(feed);
            if (!isWhole) {
                feeds.moved(feed, walk.safe().toString());
            }
        }
    }

    private JsonNode page(byte @Nullable [] answer) {
        try {
            JsonAnswer page = JsonAnswer.read(answer == null ? new byte[0] : answer);
            if (!page.content().isObject()) {
                throw new FeedFailed(Kind.NO_PAGE, "not a page: no JSON object");
            }
            if (page.isMended() && health != null) {
                health.mended(feed);
            }
            return page.content();
        } catch (AnswerCut cut) {
            throw new FeedFailed(Kind.NOT_JSON, "not a page: JSON that was cut");
        } catch (IOException e) {
            throw new FeedFailed(Kind.NOT_JSON, "not a page: no JSON");
        }
    }

    /** A list, or what PHP makes of one with gaps: an object whose names are numbers. */
    private Iterable<JsonNode> list(JsonNode list) {
        boolean hasGaps = list.isObject()
                && !list.isEmpty()
                && StreamSupport.stream(((Iterable<String>) list::fieldNames).spliterator(), false)
                        .allMatch(name -> name.chars().allMatch(Character::isDigit));
        if (!list.isArray() && !hasGaps) {
            throw new FeedFailed(Kind.NO_PAGE, "not a page: no list at " + records);
        }
        return list;
    }

    /**
     * The time is none when the record does not say: such a record never moves the position, and is taken like every
     * other. A time in the future is no time: it would hide everything until then.
     */
    private Page.Entry entry(ObjectNode record, SourceTime times) {
        String written = record.at(changed).asText("");
        String name = id.isEmpty() ? "" : RecordId.of(record.at(id));
        OffsetDateTime at = times.read(written).orElse(null);
        String state = name.isEmpty() ? record.toString() : name + "@" + written;
        return new Page.Entry(at == null || at.isAfter(feeds.now()) ? null : at, name, key(state));
    }

    /** 64 bits: two records of a walk that share one are not to be expected. */
    private static long key(String state) {
        long hash = 1125899906842597L;
        for (int i = 0; i < state.length(); i++) {
            hash = 31 * hash + state.charAt(i);
        }
        return hash;
    }
}
