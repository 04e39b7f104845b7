package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Attachments.Stored;
import java.io.IOException;
import java.io.InputStream;

/** How much may still come out of what a mail has packed. */
final class Expansion {

    private final int mostOpened;
    private final long most;
    private long left;
    private int opened;

    Expansion(MailLimits limits) {
        this.most = limits.expansion().toBytes();
        this.left = most;
        this.mostOpened = limits.parts();
    }

    /**
     * Counts one more that is opened.
     *
     * @throws Unreadable when there are more than a mail may have parts
     */
    void open() {
        if (++opened > mostOpened) {
            throw new Unreadable("more than " + mostOpened + " mails and archives within");
        }
    }

    /**
     * @throws Unreadable when more comes out than may
     */
    Stored store(Attachments attachments, InputStream content) throws IOException {
        try {
            Stored stored = attachments.store(content, left);
            left -= stored.size();
            return stored;
        } catch (Attachments.TooLarge e) {
            throw new Unreadable("more than " + most + " bytes come out of what is packed", e);
        }
    }
}
