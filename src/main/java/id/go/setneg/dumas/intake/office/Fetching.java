package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.scan.Scan;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of one page, one after the other. A file that fails in passing holds the page back, so that the walk
 * comes again; only when it has failed for too long, or for good, its record goes on without it, saying what is missing
 * and why. After three such failures in a row nobody is asked further.
 */
public final class Fetching {

    private static final int ATTEMPTS = 3;
    private static final int NOT_MODIFIED = 304;

    /** Statuses below 500 that may pass: our credentials (decision 0003), too slow, too early, too often. */
    private static final Set<Integer> PASSING = Set.of(NOT_MODIFIED, 401, 408, 425, 429);

    private final RemoteFiles files;
    private final List<SourceRecord> page;
    private final List<RemoteFiles.Wanted> wanted;
    private int at;
    private int attempts;
    private int failures;
    private @Nullable String outstanding;

    Fetching(RemoteFiles files, List<SourceRecord> page, List<RemoteFiles.Wanted> wanted) {
        this.files = files;
        this.page = page;
        this.wanted = wanted;
    }

    /** Whether a file is still to be fetched. */
    public boolean hasNext() {
        while (at < wanted.size() && files.isKnown(wanted.get(at))) {
            next(); // another record of this page had it, too
        }
        return at < wanted.size();
    }

    /** The file's id. */
    public String id() {
        return wanted.get(at).id();
    }

    /** For {@code If-None-Match}, where the file was fetched before. */
    public @Nullable String etag() {
        RemoteFiles.Known known = files.known(id());
        return known == null ? null : known.etag();
    }

    /**
     * Takes the answer, whatever it is.
     *
     * @param status HTTP status; none when there was no answer
     * @throws IOException when our own disk refuses
     */
    public void answered(@Nullable Integer status, @Nullable String etag, @Nullable InputStream body)
            throws IOException {
        RemoteFiles.Wanted one = wanted.get(at);
        RemoteFiles.Known known = files.known(one.id());
        try {
            if (status == null) {
                failed(one, "no answer");
            } else if (status == NOT_MODIFIED && known != null) {
                done(one, known.etag(), known.scan());
            } else if (status == 200 && body != null) {
                store(one, etag, body);
            } else if (status >= 500 || PASSING.contains(status)) {
                failed(one, "HTTP " + status);
            } else {
                missing(one, "HTTP " + status);
            }
        } finally {
            close(body);
        }
    }

    /** There was no answer. */
    void unanswered() {
        failed(wanted.get(at), "no answer");
    }

    private static void close(@Nullable InputStream body) {
        try {
            if (body != null) {
                body.close();
            }
        } catch (IOException e) {
            // the rest of a broken answer, which is not wanted
        }
    }

    private void store(RemoteFiles.Wanted one, @Nullable String etag, InputStream content) throws IOException {
        var reading = new Reading(content);
        Scan scan;
        try {
            scan = files.scans().store(reading, files.most());
        } catch (Attachments.TooLarge e) {
            missing(one, "more than " + files.most() + " bytes");
            return;
        } catch (IOException e) {
            if (!reading.isBroken()) {
                throw e;
            }
            failed(one, "the answer broke off");
            return;
        }
        if (one.sha256().isEmpty() || one.sha256().toLowerCase(Locale.ROOT).equals(reading.digest())) {
            done(one, etag, scan);
        } else if (++attempts >= ATTEMPTS) {
            missing(one, "other bytes than its sha256 says");
        }
    }

    private void done(RemoteFiles.Wanted one, @Nullable String etag, Scan scan) {
        failures = 0;
        files.remember(one, new RemoteFiles.Known(one.mark(), etag, scan));
        scan.into(one.file());
        next();
    }

    private void missing(RemoteFiles.Wanted one, String reason) {
        failures = 0;
        one.file().put("missing", reason);
        next();
    }

    private void failed(RemoteFiles.Wanted one, String reason) {
        RemoteFiles.Known known = files.known(one.id());
        if (files.isWaitedFor(one)) {
            outstanding = reason;
            next();
            if (++failures >= ATTEMPTS) {
                wanted.subList(at, wanted.size()).forEach(files::isWaitedFor);
                at = wanted.size();
            }
        } else if (known != null && !one.isStated() && isAsLarge(one, known)) {
            known.scan().into(one.file()); // the letter changed, and nothing says that its file did
            next();
        } else {
            one.file().put("missing", reason);
            next();
        }
    }

    private static boolean isAsLarge(RemoteFiles.Wanted one, RemoteFiles.Known known) {
        return one.file().path("ukuran").asLong(known.scan().size())
                == known.scan().size();
    }

    private void next() {
        at++;
        attempts = 0;
    }

    /**
     * The page with what was fetched: {@code berkas[] {…, mediaType, size, content, textLayer, text | missing}}.
     *
     * @throws IOException when a file of it cannot be had for now
     */
    List<SourceRecord> page() throws IOException {
        if (outstanding != null) {
            throw new IOException("a file of this page cannot be had for now: " + outstanding);
        }
        return page;
    }

    /** Tells a source that breaks off from a disk that refuses. */
    private static final class Reading extends DigestInputStream {

        private boolean isBroken;

        Reading(InputStream content) {
            super(content, sha256());
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                isBroken = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (IOException e) {
                isBroken = true;
                throw e;
            }
        }

        boolean isBroken() {
            return isBroken;
        }

        String digest() {
            return HexFormat.of().formatHex(getMessageDigest().digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
