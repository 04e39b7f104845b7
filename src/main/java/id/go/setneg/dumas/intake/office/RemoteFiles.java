package id.go.setneg.dumas.intake.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.scan.Scan;
import id.go.setneg.dumas.intake.scan.Scans;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The files behind the records of an API (decision 0012): {@code berkas[] {id, nama, tipe, ukuran, sha256 | etag}}, each
 * fetched by its id. What is known is not fetched again: by its {@code sha256} or {@code etag}, by the record's
 * {@code diubahPada} where it says neither, and by the server's 304 when that moved on.
 */
public final class RemoteFiles {

    private static final int REMEMBERED = 10_000;

    private final Scans scans;
    private long most = Long.MAX_VALUE;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A file fetched before.
     *
     * @param mark what the record said of this version
     * @param etag what the server said
     */
    record Known(String mark, @Nullable String etag, Scan scan) {}

    public RemoteFiles(Scans scans) {
        this.scans = scans;
    }

    /** Largest file, such as {@code 50MB}. */
    public void setMost(String most) {
        this.most = DataSize.parse(most).toBytes();
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
     * Takes the answer for the file that a page waits for.
     *
     * @param headers the answer's, as Camel gives them; without a status when there was no answer
     * @throws IllegalStateException when our own disk refuses; without its cause, for a broken connection is one, too
     */
    public void keep(Fetching fetching, Map<String, Object> headers, @Nullable InputStream body) {
        Object status = headers.get(Exchange.HTTP_RESPONSE_CODE);
        Object etag = headers.get("ETag");
        try {
            fetching.answered(
                    status instanceof Integer code ? code : null, etag == null ? null : etag.toString(), body);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "a file cannot be stored: " + e.getClass().getSimpleName());
        }
    }

    private void want(ObjectNode file, String changed, List<Wanted> wanted) {
        String id = file.path("id").asText("");
        if (!id.matches("[\\w.~-]{1,200}") || id.startsWith(".")) {
            file.put("missing", id.isEmpty() ? "no id" : "an id that is no name");
            return;
        }
        String digest = file.path("sha256").asText("");
        String version = digest + file.path("etag").asText("");
        var one = new Wanted(file, id, version.isEmpty() ? changed + "/" + file.path("ukuran") : version, digest);
        Known before = known(id);
        if (before != null && before.mark().equals(one.mark()) && !one.mark().isEmpty()) {
            before.scan().into(file);
        } else {
            wanted.add(one);
        }
    }

    /**
     * A file still to be fetched.
     *
     * @param file its place in the record
     * @param mark what the record says of this version
     * @param sha256 what its bytes must have, in hexadecimal; empty when the record does not say
     */
    record Wanted(ObjectNode file, String id, String mark, String sha256) {}

    synchronized @Nullable Known known(String id) {
        return known.get(id);
    }

    synchronized void remember(String id, Known now) {
        known.put(id, now);
    }

    Scans scans() {
        return scans;
    }

    long most() {
        return most;
    }
}
