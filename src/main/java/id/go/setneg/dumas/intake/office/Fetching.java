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
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of one page, one after the other; a file that fails in passing is asked for three times, then its
 * record goes on without it, saying what is missing and why.
 */
public final class Fetching {

    private static final int ATTEMPTS = 3;
    private static final int NOT_MODIFIED = 304;

    private final RemoteFiles files;
    private final List<SourceRecord> page;
    private final List<RemoteFiles.Wanted> wanted;
    private int at;
    private int attempts;

    Fetching(RemoteFiles files, List<SourceRecord> page, List<RemoteFiles.Wanted> wanted) {
        this.files = files;
        this.page = page;
        this.wanted = wanted;
    }

    /** Whether a file is still to be fetched. */
    public boolean hasNext() {
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
                failed(one, "no answer", true);
            } else if (status == NOT_MODIFIED && known != null) {
                done(one, known.etag(), known.scan());
            } else if (status == 200 && body != null) {
                store(one, etag, body);
            } else {
                failed(one, "HTTP " + status, status != 404 && status != 410);
            }
        } finally {
            close(body);
        }
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
            failed(one, "more than " + files.most() + " bytes", false);
            return;
        } catch (IOException e) {
            if (!reading.isBroken()) {
                throw e;
            }
            failed(one, "the answer broke off", true);
            return;
        }
        if (one.sha256().isEmpty() || one.sha256().toLowerCase(Locale.ROOT).equals(reading.digest())) {
            done(one, etag, scan);
        } else {
            failed(one, "other bytes than its sha256 says", true);
        }
    }

    private void done(RemoteFiles.Wanted one, @Nullable String etag, Scan scan) {
        files.remember(one.id(), new RemoteFiles.Known(one.mark(), etag, scan));
        scan.into(one.file());
        next();
    }

    private void failed(RemoteFiles.Wanted one, String reason, boolean isPassing) {
        if (!isPassing || ++attempts >= ATTEMPTS) {
            one.file().put("missing", reason);
            next();
        }
    }

    private void next() {
        at++;
        attempts = 0;
    }

    /** The page with what was fetched: {@code berkas[] {…, mediaType, size, content, textLayer, text | missing}}. */
    public List<SourceRecord> page() {
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
