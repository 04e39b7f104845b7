package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;

/**
 * A file that a mail brings, stored.
 *
 * @param name unique within the mail
 * @param mediaType in small letters
 */
record MailFile(String name, String mediaType, Attachments.Stored stored) {

    boolean isMail() {
        return mediaType.equals("message/rfc822") || mediaType.equals("message/global");
    }

    boolean isSigned() {
        return mediaType.equals("application/pkcs7-mime") || mediaType.equals("application/x-pkcs7-mime");
    }

    boolean isWinmailDat() {
        return mediaType.equals("application/ms-tnef")
                || mediaType.equals("application/vnd.ms-tnef")
                || name.equalsIgnoreCase("winmail.dat");
    }

    @Override
    public String toString() {
        return "MailFile[" + mediaType + "]";
    }
}
