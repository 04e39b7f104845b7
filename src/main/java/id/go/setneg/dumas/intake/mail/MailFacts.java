package id.go.setneg.dumas.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What parts of a mail say of its kind: reports (RFC 6522) on delivery (RFC 3464) and on reading (RFC 8098), invitations
 * (RFC 5546, RFC 6047), signatures (RFC 1847, RFC 8551, RFC 3156).
 */
final class MailFacts {

    private static final int ENOUGH = 64 * 1024;
    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED =
            Set.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");

    private static final Set<String> METHODS =
            Set.of("REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,39}(?![\\w-])");
    private static final Pattern STATUS_CODE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\w.])");

    private @Nullable String report;
    private @Nullable String signed;
    private @Nullable String calendar;
    private @Nullable String action;
    private @Nullable String status;
    private @Nullable String returned;
    private boolean bounce;
    private boolean receipt;
    private boolean encrypted;

    /** The mail's own type. */
    void heading(Header header) {
        HeaderValue type = header.value("content-type");
        String said = type.parameter("report-type");
        if (type.value().equals("multipart/report")) {
            String kind = said == null ? null : word(said);
            report = kind == null ? "unknown" : kind;
            receipt = report.equals("disposition-notification");
        }
    }

    /**
     * Takes note of a part; says whether its content tells more.
     *
     * @param isItself whether the mail says this, and not a file that hangs on it
     */
    boolean part(Header part, String type, boolean isItself) {
        switch (type) {
            case "application/pkcs7-signature", "application/x-pkcs7-signature" -> signed = "smime";
            case "application/pgp-signature" -> signed = "pgp";
            case "application/pgp-encrypted" -> encrypted = true;
            case "message/disposition-notification" -> receipt |= report != null;
            default -> {}
        }
        bounce |= STATUS.contains(type) && report != null;
        boolean invites = type.equals("text/calendar") && isItself;
        if (invites) {
            method(part.value("content-type").parameter("method"));
        }
        return invites || (report != null && (STATUS.contains(type) || RETURNED.contains(type)));
    }

    /** Of RFC 5546; others, such as PUBLISH, ask nobody for an answer and are none. */
    private void method(@Nullable String said) {
        String method = said == null ? "" : said.strip().toUpperCase(Locale.ROOT);
        calendar = calendar == null && METHODS.contains(method) ? method : calendar;
    }

    /** The text was inside its signature. */
    void signedBySmime() {
        signed = "smime";
    }

    /** Signatures and secrets of PGP may also stand in the text itself. */
    void text(String text) {
        if (text.startsWith("-----BEGIN PGP SIGNED MESSAGE-----")) {
            signed = "pgp";
        } else if (text.startsWith("-----BEGIN PGP MESSAGE-----")) {
            encrypted = true;
        }
    }

    /** Reads on in a part that was stored. */
    void content(String type, InputStream content, MailLimits limits) throws IOException {
        if (RETURNED.contains(type)) {
            MimeWalk.heading(Guarded.disk(content), limits, new Returned());
            return;
        }
        String[] lines = Charsets.decode(content.readNBytes(ENOUGH), null).split("\n", -1);
        for (String line : lines) {
            int colon = line.indexOf(':');
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            switch (colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "action" -> action = action == null ? word(value) : action;
                case "status" -> status = status == null ? status(value) : status;
                case "method" -> method(type.equals("text/calendar") ? value : null);
                default -> {}
            }
        }
    }

    /** The word that a value begins with, in small letters, such as {@code failed}; none where it begins with anything else. */
    private static @Nullable String word(String value) {
        Matcher word = WORD.matcher(value.strip());
        return word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : null;
    }

    /** The code (RFC 3463, section 2) that a line begins with; none where it begins with anything else. */
    private static @Nullable String status(String value) {
        Matcher code = STATUS_CODE.matcher(value);
        return code.lookingAt() ? code.group() : null;
    }

    /** Listens for the id of the mail that a report is about. */
    private final class Returned implements MimeWalk.Visitor {

        @Override
        public void heading(Header header) {
            returned = header.first("message-id");
        }

        @Override
        public void part(Header header, String type, InputStream content, Deque<MimeWalk.Container> around) {
            throw new IllegalStateException("only the header is read");
        }

        @Override
        public void defect(String what) {
            // of no interest: it is another mail's
        }

        @Override
        public void unreadable(String why) {
            // of no interest: it is another mail's
        }
    }

    /** The kind of report, such as {@code delivery-status}; none when it is no report. */
    @Nullable
    String report() {
        return report;
    }

    boolean isBounce() {
        return bounce;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    boolean isReceipt() {
        return receipt;
    }

    @Nullable
    String action() {
        return action;
    }

    @Nullable
    String status() {
        return status;
    }

    @Nullable
    String returned() {
        return returned;
    }

    /** {@code smime} or {@code pgp}. */
    @Nullable
    String signed() {
        return signed;
    }

    /** The method by which the mail's calendar invites or answers, such as {@code REQUEST}. */
    @Nullable
    String calendar() {
        return calendar;
    }
}
