package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Attachments.Stored;
import java.io.IOException;
import java.io.InputStream;

/** How much may still come out of what a mail has packed. */
final class Expansion {

    private final int mostFiles;
    private final long most;
    private long left;
    private int opened;
    private int stored;

    Expansion(MailLimits limits) {
        this.most = limits.expansion().toBytes();
        this.left = most;
        this.mostFiles = limits.parts();
    }

    /**
     * Counts one more that is opened.
     *
     * @throws Unreadable when there are more than a mail may have parts
     */
    void open() {
        if (++opened > mostFiles) {
            throw new Unreadable("more than " + mostFiles + " mails and archives within");
        }
    }

    /**
     * @throws Unreadable when more comes out than may
     */
    Stored store(Attachments attachments, InputStream content) throws IOException {
        if (++stored > mostFiles) {
            throw new Unreadable("more than " + mostFiles + " files come out of what is packed");
        }
        try {
            Stored file = attachments.store(content, left);
            left -= file.size();
            return file;
        } catch (Attachments.TooLarge e) {
            throw new Unreadable("more than " + most + " bytes come out of what is packed", e);
        }
    }
}
