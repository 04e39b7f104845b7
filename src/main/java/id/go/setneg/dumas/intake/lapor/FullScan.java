package id.go.setneg.dumas.intake.lapor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.FeedFailed;
import id.go.setneg.dumas.intake.FeedFault;
import id.go.setneg.dumas.intake.FeedHealth;
import id.go.setneg.dumas.intake.JsonAnswer;
import id.go.setneg.dumas.intake.KnownReports;
import id.go.setneg.dumas.intake.Paging;
import id.go.setneg.dumas.intake.Vanished;
import id.go.setneg.dumas.intake.Walk;
import id.go.setneg.dumas.intake.Works;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.mapping.RecordId;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The net under the walks: once a night the whole inbox is listed, and each report that the ledger works on and the list
 * did not show is asked for by itself. Then it is known whether it is there, is hidden from us, or has been deleted. A scan
 * that a fault broke off goes on where it was.
 */
public final class FullScan {

    private static final Logger LOG = LoggerFactory.getLogger(FullScan.class);
    private static final byte[] NOTHING = {};
    private static final int FEW = 10;
    private static final int A_TENTH = 10;

    private final Feeds feeds;
    private final FeedHealth health;
    private final KnownReports known;
    private final Works works;
    private final Paging paging;
    private String feed = "";
    private String source = "";
    private String list = "";
    private String one = "";
    private LocalTime at = LocalTime.MIDNIGHT;
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private @Nullable Scan open;

    public FullScan(Feeds feeds, FeedHealth health, KnownReports known, Works works) {
        this.feeds = feeds;
        this.health = health;
        this.known = known;
        this.works = works;
        paging = new Paging(feeds, health);
        paging.setWhole(true);
        paging.setZone(zone.getId());
        paging.setRecords("/results/data");
        paging.setNext("/results/next_page_url");
        paging.setId("/id");
        paging.setChanged("/updated_at");
    }

    /** The feed's name. */
    public void setFeed(String feed) {
        this.feed = feed;
        paging.setFeed(feed);
    }

    /** The feed whose records these are: what it has parked is not parked again. */
    public void setSource(String source) {
        this.source = source;
        paging.setSource(source);
    }

    /** When a night's scan begins, such as {@code 01:30}. */
    public void setAt(String at) {
        this.at = LocalTime.parse(at);
    }

    /** Where the source's clock stands. */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
        paging.setZone(zone);
    }

    /** Path of the list. */
    public void setList(String list) {
        this.list = list;
    }

    /** Path of one report, with {@code %s} for its reference. */
    public void setOne(String one) {
        this.one = one;
    }

    /** The list's address. */
    public void setBase(String base) {
        paging.setBase(base);
    }

    /** What to ask the list, with {@code {page}}. */
    public void setQuery(String query) {
        paging.setQuery(query);
    }

    /** Whether it is time to begin, or to go on. */
    public boolean isDue() {
        return health.admits(feed) && (open != null || daily().isDue());
    }

    /** Begins, or goes on. */
    public Scan begin() {
        Scan last = open;
        Walk walk = last == null || !last.isListed() ? paging.begin() : last.walk();
        if (last != null && last.walk() == walk) {
            last.again();
            return last;
        }
        if (last != null) {
            last.work().end("dimulai lagi dari awal");
        }
        var next = new Scan(walk, list, one, this::unlisted, works.begin("Pemindaian penuh LAPOR!"));
        open = next;
        return next;
    }

    /** The records of a page, or the one report that was asked for by itself; none where there is none to hand in. */
    public List<SourceRecord> read(Scan scan, byte @Nullable [] answer) {
        if (scan.isListing()) {
            List<SourceRecord> records = paging.read(scan.walk(), answer);
            records.forEach(record -> scan.listed(RecordId.of(record.content().path("id"))));
            return records;
        }
        JsonNode data = data(answer);
        String reference = scan.reference();
        scan.read(answer == null);
        if (!(data instanceof ObjectNode report) || !(report.hasNonNull("content") || report.hasNonNull("title"))) {
            return List.of(); // gone, hidden from us, or no more than a status
        }
        if (!report.hasNonNull("id")) {
            report.put("id", reference);
        }
        return List.of(SourceRecord.ofJson(source, report, zone));
    }

    /**
     * What was deleted. When a tenth of what is open seems to be, it is rather the source that errs: none.
     */
    public List<Vanished> vanished(Scan scan) {
        return isPlausible(scan) ? scan.vanished() : List.of();
    }

    /** Everything is handed in. */
    public void finish(Scan scan) {
        open = null;
        paging.finish(scan.walk());
        daily().done();
        scan.work().end("selesai, " + scan.vanished().size() + " tidak ada lagi");
        if (!isPlausible(scan)) {
            String reason = scan.vanished().size() + " open reports are said to be deleted: not believed";
            LOG.warn("Feed {}: {}", feed, reason);
            daily().doneBadly(reason);
        }
    }

    private Daily daily() {
        return new Daily(feeds, feed, at, zone);
    }

    private List<String> unlisted(Set<String> listed) {
        try (Stream<String> all = known.open()) {
            return all.filter(reference -> !listed.contains(RecordId.of(reference)))
                    .toList();
        }
    }

    private boolean isPlausible(Scan scan) {
        int gone = scan.vanished().size();
        if (gone == 0) {
            return true;
        }
        if (!scan.showedAny()) {
            return false; // an inbox without any report is rather a source that errs
        }
        if (gone <= FEW) {
            return true;
        }
        try (Stream<String> all = known.open()) {
            return gone <= all.count() / A_TENTH;
        }
    }

    private JsonNode data(byte @Nullable [] answer) {
        try {
            JsonAnswer all = JsonAnswer.read(answer == null ? NOTHING : answer);
            JsonNode data = all.content().path("results").path("data");
            if (!all.content().isEmpty() && !data.isObject()) {
                throw new FeedFailed(new FeedFault(FeedFault.Kind.NO_PAGE, "not a report: no /results/data", null));
            }
            if (all.isMended()) {
                health.mended(source);
            }
            return data;
        } catch (IOException e) {
            throw new FeedFailed(new FeedFault(FeedFault.Kind.NOT_JSON, "not a report: no JSON", null));
        }
    }
}
