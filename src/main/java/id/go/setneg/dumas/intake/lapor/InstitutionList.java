package id.go.setneg.dumas.intake.lapor;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.intake.FeedFailed;
import id.go.setneg.dumas.intake.FeedFault;
import id.go.setneg.dumas.intake.FeedHealth;
import id.go.setneg.dumas.intake.JsonAnswer;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.mapping.RecordId;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads LAPOR!'s institutions once a day. The list can be cut without a word, so whatever it says of a next page, the one
 * after is asked for until a page shows nothing new.
 */
public final class InstitutionList {

    private static final Logger LOG = LoggerFactory.getLogger(InstitutionList.class);
    private static final int MOST_PAGES = 100;
    private static final int LONGEST_NAME = 400;

    private final Feeds feeds;
    private final FeedHealth health;
    private final Institutions institutions;
    private String feed = "";
    private LocalTime at = LocalTime.MIDNIGHT;
    private ZoneId zone = ZoneId.of("Asia/Jakarta");

    /** One reading of the list. */
    public static final class Reading {
        private final Map<String, String> names = new LinkedHashMap<>();
        private @Nullable String problem;
        private int page = 1;
        private boolean isOver;

        public boolean hasNext() {
            return !isOver;
        }

        /** The page to ask for, from 1. */
        public int page() {
            return page;
        }
    }

    public InstitutionList(Feeds feeds, FeedHealth health, Institutions institutions) {
        this.feeds = feeds;
        this.health = health;
        this.institutions = institutions;
    }

    /** The feed's name. */
    public void setFeed(String feed) {
        this.feed = feed;
    }

    /** When it is read, such as {@code 02:30}. */
    public void setAt(String at) {
        this.at = LocalTime.parse(at);
    }

    /** Where that clock stands. */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** Whether it is time to read it. */
    public boolean isDue() {
        return health.admits(feed) && daily().isDue();
    }

    public Reading begin() {
        return new Reading();
    }

    /** Reads a page and moves on. */
    public void read(Reading reading, byte @Nullable [] answer) {
        JsonNode results = results(answer);
        int before = reading.names.size();
        results.path("data").forEach(one -> note(reading, one));
        boolean isNew = reading.names.size() > before;
        String next = results.path("next_page_url").asText("");
        reading.isOver = !isNew || reading.page >= MOST_PAGES;
        if (reading.isOver && !next.isEmpty() && !next.equals("null") && !next.equals("false")) {
            reading.problem = "the list is cut: it says that there is more, and shows no more";
        }
        reading.page++;
    }

    private static void note(Reading reading, JsonNode one) {
        String id = RecordId.of(one.path("id"));
        String name = one.path("name").asText("").strip();
        if (id.isEmpty() || name.isEmpty() || id.length() > 40) {
            return; // nobody can name it
        }
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String other = reading.names.putIfAbsent(id, cut);
        if (other != null && !other.equals(cut)) {
            reading.problem = "institution " + id + " has two names";
        }
    }

    /** The list is complete: it becomes the present one, or is refused. */
    public void finish(Reading reading) {
        Optional<String> refusal = institutions.offer(reading.names, reading.problem);
        if (refusal.isPresent()) {
            LOG.warn("The new list of institutions is refused, the present one stays: {}", refusal.get());
            daily().doneBadly("REFUSED " + refusal.get());
        } else {
            daily().done();
            health.succeeded(feed);
        }
    }

    private Daily daily() {
        return new Daily(feeds, feed, at, zone);
    }

    private JsonNode results(byte @Nullable [] answer) {
        try {
            JsonAnswer all = JsonAnswer.read(answer == null ? new byte[0] : answer);
            JsonNode results = all.content().path("results");
            if (!results.path("data").isContainerNode()) {
                throw new FeedFailed(
                        new FeedFault(FeedFault.Kind.NO_PAGE, "not a page: no list at /results/data", null));
            }
            if (all.isMended()) {
                health.mended(feed);
            }
            return results;
        } catch (IOException e) {
            throw new FeedFailed(new FeedFault(FeedFault.Kind.NOT_JSON, "not a page: no JSON", null));
        }
    }
}
