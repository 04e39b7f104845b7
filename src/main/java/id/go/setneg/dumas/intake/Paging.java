package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How one source lists what changed: page after page of JSON, from a point in time a little before where the last walk
 * ended, so that what was listed late is seen again (what is known already changes nothing). A connector fills in where
 * in the answers things stand (JSON pointers, RFC 6901) and how the source writes times: {@code ISO}, or a pattern of
 * {@link DateTimeFormatter} in the source's zone.
 */
public final class Paging {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST_WALK = Duration.ofDays(30);
    private static final int LONGEST_WALK = 10_000;

    private final Feeds feeds;
    private String feed = "";
    private ZoneId zone = ZoneOffset.UTC;
    private String records = "";
    private String next = "";
    private String changed = "";
    private String changedPattern = "ISO";
    private String sincePattern = "ISO";
    private Duration overlap = Duration.ZERO;

    public Paging(Feeds feeds) {
        this.feeds = feeds;
    }

    /** The feed's name. */
    public void setFeed(String feed) {
        this.feed = feed;
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

    /** How a record writes that. */
    public void setChangedPattern(String changedPattern) {
        this.changedPattern = changedPattern;
    }

    /** How the source wants to be asked. */
    public void setSincePattern(String sincePattern) {
        this.sincePattern = sincePattern;
    }

    /** How far before the end of the last walk to begin, such as {@code 5m}. */
    public void setOverlap(String overlap) {
        this.overlap = DurationStyle.detectAndParse(overlap);
    }

    /** Begins a little before where the last walk ended; the first walk of all begins thirty days back. */
    public Walk begin() {
        OffsetDateTime from = feeds.position(feed)
                .map(OffsetDateTime::parse)
                .orElseGet(() -> feeds.now().minus(FIRST_WALK));
        return new Walk(from.minus(overlap), from, this::write);
    }

    /** Begins where a backfill does; the feed's position has no part in it. */
    public RangeWalk walk(Backfill backfill) {
        return new RangeWalk(backfill, this, new Walk(backfill.from(), backfill.from(), this::write));
    }

    /**
     * Reads one page and moves on.
     *
     * @throws NotAPage when the answer is none; the walk ends, and the next begins where this one began
     */
    public List<SourceRecord> read(Walk walk, byte[] answer) {
        JsonNode page = page(answer);
        JsonNode list = page.at(records);
        if (!list.isArray()) {
            throw new NotAPage("no list at " + records);
        }
        List<SourceRecord> read = new ArrayList<>();
        List<@Nullable OffsetDateTime> changes = new ArrayList<>();
        for (JsonNode record : list) {
            ObjectNode content = record instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode().set("value", record);
            changes.add(changedAt(content));
            read.add(SourceRecord.ofJson(feed, content, zone));
        }
        JsonNode nextPage = page.at(next);
        walk.turnPage(changes, nextPage.isNull() || nextPage.asText("").isEmpty());
        if (walk.asked() > LONGEST_WALK) {
            throw new NotAPage("a walk without end");
        }
        return read;
    }

    /** Every page is stored: the next walk begins here. */
    public void finish(Walk walk) {
        feeds.succeeded(feed, walk.newest().toString());
    }

    private static JsonNode page(byte[] answer) {
        try {
            JsonNode page = JSON.readTree(answer);
            if (page == null || !page.isObject()) {
                throw new NotAPage("no JSON object");
            }
            return page;
        } catch (IOException e) {
            throw new NotAPage("no JSON");
        }
    }

    /**
     * None when the record does not say: such a record never moves the position, and is taken like every other. A time in
     * the future is no time: it would hide everything until then.
     */
    private @Nullable OffsetDateTime changedAt(ObjectNode record) {
        String text = record.at(changed).asText("");
        try {
            OffsetDateTime at = changedPattern.equals("ISO")
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text, pattern(changedPattern))
                            .atZone(zone)
                            .toOffsetDateTime();
            return at.isAfter(feeds.now()) ? null : at;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String write(OffsetDateTime time) {
        OffsetDateTime there = time.atZoneSameInstant(zone).toOffsetDateTime().withNano(0);
        return sincePattern.equals("ISO")
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there)
                : pattern(sincePattern).format(there);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
