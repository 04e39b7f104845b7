package id.go.setneg.dumas.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail's text in two: what its writer says, and the earlier mails that hang on it. Not a word is dropped: every line is
 * in one of the two, and where nothing would be left to the writer all of it is the writer's.
 *
 * @param own the writer's words, with greeting and signature
 * @param quoted the history
 */
record Conversation(String own, @Nullable String quoted) {

    private static final int BLOCK = 8;
    private static final int SIGNATURE = 300; // characters
    private static final Set<String> FROM = Set.of("from", "dari");
    private static final Set<String> SENT = Set.of("sent", "date", "dikirim", "tanggal", "terkirim");
    private static final Set<String> TO = Set.of("to", "kepada", "ke");
    private static final Set<String> MATTER = Set.of("subject", "perihal", "subjek");
    private static final List<String> DIVIDERS = List.of(
            "original message",
            "pesan asli",
            "forwarded message",
            "pesan diteruskan",
            "pesan terusan",
            "reply message");

    /** Divides a text at the marks of the usual mail programs, Indonesian and English. */
    static Conversation of(String text) {
        List<String> lines = text.lines().toList();
        List<String> own = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            int attribution = attribution(lines, at);
            if (isDivider(lines, at) || (attribution > 0 && !isQuote(lines, at + attribution))) {
                quoted.addAll(lines.subList(at, lines.size()));
                break;
            } else if (attribution > 0) {
                quoted.addAll(lines.subList(at, at + attribution));
                at += attribution - 1;
            } else {
                (lines.get(at).startsWith(">") ? quoted : own).add(lines.get(at));
            }
        }
        String left = joined(own);
        return left.isEmpty() || quoted.isEmpty()
                ? new Conversation(text.strip(), null)
                : new Conversation(left, joined(quoted));
    }

    /** The writer's words without the signature below {@code -- } (RFC 3676, section 4.3); what is longer than one is none. */
    String withoutSignature() {
        int at = ("\n" + own).indexOf("\n-- \n");
        int other = at < 0 ? ("\n" + own).indexOf("\n--\n") : at;
        return other <= 0 || own.length() - other > SIGNATURE ? own : own.substring(0, other);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    /** Whether {@code >} follows, after blank lines. */
    private static boolean isQuote(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at < lines.size() && lines.get(at).startsWith(">");
    }

    /** How many lines "On … wrote:" takes here, broken as it may be; 0 when it is none. */
    private static int attribution(List<String> lines, int at) {
        String first = lines.get(at).strip();
        if (!first.startsWith("On ") && !first.startsWith("Pada ")) {
            return 0;
        }
        boolean dated = false;
        for (int count = 0; count < 4 && at + count < lines.size(); count++) {
            String line = lines.get(at + count).strip();
            dated |= line.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
            if (dated && (line.endsWith("wrote:") || line.endsWith("menulis:"))) {
                return count + 1;
            }
            if (line.isEmpty() || line.length() > 300) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isDivider(List<String> lines, int at) {
        String line = lines.get(at).strip();
        return (line.startsWith("--") && line.length() < 100 && dividing(line.toLowerCase(Locale.ROOT)))
                || line.equals("Begin forwarded message:")
                || (FROM.contains(label(line)) && isBlock(lines, at));
    }

    private static boolean dividing(String line) {
        return line.endsWith("--") && DIVIDERS.stream().anyMatch(line::contains);
    }

    /** Outlook's block of labels: from, sent, to, subject. A letter's own heading has no mail address. */
    private static boolean isBlock(List<String> lines, int at) {
        boolean sent = false;
        boolean to = false;
        boolean matter = false;
        boolean address = false;
        for (String line : lines.subList(at, Math.min(lines.size(), at + BLOCK))) {
            String label = label(line);
            sent |= SENT.contains(label);
            to |= TO.contains(label);
            matter |= MATTER.contains(label);
            address |= line.indexOf('@') > 0;
        }
        return sent && to && matter && address;
    }

    private static String label(String line) {
        int colon = line.indexOf(':');
        return colon < 1 || colon > 20
                ? ""
                : line.substring(0, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    }
}
