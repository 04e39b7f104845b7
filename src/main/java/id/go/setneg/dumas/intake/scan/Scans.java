package id.go.setneg.dumas.intake.scan;

import id.go.setneg.dumas.ledger.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Stores files of submissions and looks at what they are. A file is kept whatever it is; looking never fails for its sake. */
public final class Scans {

    private static final int HEAD = 1024;

    private final Attachments attachments;
    private final ScanSettings settings;

    Scans(Attachments attachments, ScanSettings settings) {
        this.attachments = attachments;
        this.settings = settings;
    }

    /**
     * Stores a file and looks at it.
     *
     * @param most how many bytes it may have
     * @throws Attachments.TooLarge when it has more
     * @throws IOException when the stream breaks or the disk refuses; nothing was stored
     */
    public Scan store(InputStream content, long most) throws IOException {
        Attachments.Stored stored = attachments.store(content, most);
        return look(stored.ticket(), stored.size());
    }

    /**
     * Looks at a stored file.
     *
     * @throws IOException when it cannot be read from the store
     */
    public Scan look(String ticket, long size) throws IOException {
        byte[] head;
        try (InputStream content = attachments.read(ticket)) {
            head = content.readNBytes(HEAD);
        }
        String mediaType = MediaTypes.of(head);
        if (!mediaType.equals(MediaTypes.PDF)) {
            return new Scan(ticket, size, mediaType, null, null);
        }
        if (size > settings.readSize().toBytes()) {
            return new Scan(ticket, size, mediaType, TextLayer.NOT_READ, null);
        }
        byte[] pdf;
        try (InputStream content = attachments.read(ticket)) {
            pdf = content.readNBytes((int) size);
        }
        PdfText read = PdfText.of(pdf, settings);
        String text =
                read.layer() == TextLayer.TEXT ? attachments.store(read.text().getBytes(StandardCharsets.UTF_8)) : null;
        return new Scan(ticket, size, mediaType, read.layer(), text);
    }
}
