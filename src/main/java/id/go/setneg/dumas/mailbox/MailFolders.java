package id.go.setneg.dumas.mailbox;

/**
 * Where mails go once they are stored. A {@code /} in a name separates levels, whatever the server separates them with; the
 * names are taken below the prefix of the server's personal namespace (RFC 2342).
 *
 * @param processed for mails that were understood
 * @param unclear for mails that are stored and parked
 */
public record MailFolders(String processed, String unclear) {

    /**
     * Where a mail goes.
     *
     * @param parked how many records of the mail could not be taken in
     */
    public String after(int parked) {
        return parked > 0 ? unclear : processed;
    }
}
