package id.go.setneg.dumas.intake.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.scan.Scan;
import id.go.setneg.dumas.intake.scan.Scans;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * The files behind the records of an API (decision 0012): {@code berkas[] {id, nama, tipe, ukuran, sha256 | etag}}, each
 * fetched by its id. What is known is not fetched again: by its {@code sha256} or {@code etag}, by the record's
 * {@code diubahPada} where it says neither, and by the server's 304 when that moved on. What fails in passing is waited
 * for, so long as it has not failed for longer than the patience.
 */
public final class RemoteFiles {

    private static final int REMEMBERED = 10_000;

    private final Scans scans;
    private final Clock clock;
    private long most = Long.MAX_VALUE;
    private Duration patience = Duration.ZERO;
    private final Map<String, Known> known = new Lately<>();
    private final Map<String, Instant> failing = new Lately<>();

    /** What was used lately. */
    private static final class Lately<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1;

        Lately() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * A file fetched before.
     *
     * @param mark what the record said of this version
     * @param etag what the server said
     */
    record Known(String mark, @Nullable String etag, Scan scan) {}

    public RemoteFiles(Scans scans, Clock clock) {
        this.scans = scans;
        this.clock = clock;
    }

    /** Largest file, such as {@code 50MB}. */
    public void setMost(String most) {
        this.most = DataSize.parse(most).toBytes();
    }

    /** How long a file that fails in passing holds its page back, such as {@code 1h}. */
    public void setPatience(String patience) {
        this.patience = DurationStyle.detectAndParse(patience);
    }

    /** Begins fetching what a page needs. */
    public Fetching begin(List<SourceRecord> page) {
        List<SourceRecord> records = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (SourceRecord record : page) {
            if (!record.content().path("berkas").isArray()
                    || record.content().path("berkas").isEmpty()) {
                records.add(record);
                continue;
            }
            ObjectNode content = record.content().deepCopy();
            String changed = content.path("diubahPada").asText("");
            for (JsonNode each : content.path("berkas")) {
                if (each instanceof ObjectNode file) {
                    file.remove(List.of("mediaType", "size", "content", "textLayer", "text", "missing"));
                    want(file, changed, wanted);
                }
            }
            records.add(new SourceRecord(record.feed(), content, record.raw(), record.zone()));
        }
        return new Fetching(this, records, wanted);
    }

    /**
     * Takes the answer for the file that a page waits for out of an exchange: nobody can read its body again.
     *
     * @throws IllegalStateException when our own disk refuses; without its cause, for a broken connection is one, too
     */
    public void keep(Fetching fetching, Exchange exchange) {
        Message answer = exchange.getMessage();
        InputStream body = answer.getBody(InputStream.class);
        answer.setBody(null);
        try {
            fetching.answered(
                    answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                    answer.getHeader("ETag", String.class),
                    body);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "a file cannot be stored: " + e.getClass().getSimpleName());
        }
    }

    /** The other side gave no answer for the file that a page waits for. */
    public void unanswered(Fetching fetching) {
        fetching.unanswered();
    }

    /**
     * The page with its files.
     *
     * @throws IOException when one of them cannot be had for now; what was fetched is remembered
     */
    public List<SourceRecord> page(Fetching fetching) throws IOException {
        return fetching.page();
    }

    private void want(ObjectNode file, String changed, List<Wanted> wanted) {
        String id = file.path("id").asText("");
        if (!id.matches("[\\w.~-]{1,200}") || id.startsWith(".")) {
            file.put("missing", id.isEmpty() ? "no id" : "an id that is no name");
            return;
        }
        String digest = file.path("sha256").asText("");
        String version = digest + file.path("etag").asText("");
        boolean isStated = !version.isEmpty();
        var one = new Wanted(file, id, isStated ? version : changed + "/" + file.path("ukuran"), isStated, digest);
        if (!isKnown(one)) {
            wanted.add(one);
        }
    }

    /** Whether this version of a file was fetched before; then its record has it. */
    boolean isKnown(Wanted one) {
        Known before = known(one.id());
        if (before == null || !before.mark().equals(one.mark())) {
            return false;
        }
        before.scan().into(one.file());
        return true;
    }

    /** Whether a file that failed now has not failed for too long; it is failing until it is had. */
    synchronized boolean isWaitedFor(Wanted one) {
        Instant now = clock.instant();
        Instant since = failing.computeIfAbsent(one.id() + " " + one.mark(), none -> now);
        return now.isBefore(since.plus(patience));
    }

    /**
     * A file still to be fetched.
     *
     * @param file its place in the record
     * @param mark what the record says of this version
     * @param isStated whether that is more than a guess from the letter's own time of change
     * @param sha256 what its bytes must have, in hexadecimal; empty when the record does not say
     */
    record Wanted(ObjectNode file, String id, String mark, boolean isStated, String sha256) {}

    synchronized @Nullable Known known(String id) {
        return known.get(id);
    }

    synchronized void remember(Wanted one, Known now) {
        known.put(one.id(), now);
        failing.remove(one.id() + " " + one.mark());
    }

    Scans scans() {
        return scans;
    }

    long most() {
        return most;
    }
}
