package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Attachments.Stored;
import java.io.IOException;
import java.io.InputStream;

/** What a mail shares with the mails within it: where its files go, their names, and what is left of each limit. */
record MailStore(Attachments attachments, MailLimits limits, Expansion expansion, TextBudget budget, Names names) {

    MailStore(Attachments attachments, MailLimits limits) {
        this(attachments, limits, new Expansion(limits), new TextBudget(limits.text()), new Names());
    }

    /** A part of the mail itself. */
    Stored keep(InputStream content) throws IOException {
        return attachments.store(content, Long.MAX_VALUE);
    }

    /**
     * What comes out of a file of the mail.
     *
     * @throws Unreadable when more comes out than may
     */
    Stored expand(InputStream content) throws IOException {
        return expansion.store(attachments, content);
    }

    InputStream read(MailFile file) throws IOException {
        return attachments.read(file.stored().ticket());
    }
}
