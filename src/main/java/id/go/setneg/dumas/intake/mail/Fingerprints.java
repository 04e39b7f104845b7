package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells a mail that was sent again from another one. Keyed: it says nothing to who has not the key. Case, blanks,
 * punctuation and line breaks do not matter, nor the marks of answers and our case number in the subject. What hangs on a
 * mail counts as much as its writer's words: whoever passes on ten people's mails with the same words sends ten matters.
 *
 * @param content of sender, subject, text, history and the mails within, without a signature of a few lines. None where the text
 *     is too short to tell and there is no file. A short text is told by its files too
 * @param copy of the same, the signature and all files
 */
record Fingerprints(@Nullable String content, String copy) {

    private static final int TELLING = 40;
    private static final int LONGEST_MARK = 40;
    private static final Set<String> ANSWERS = Set.of("re", "fw", "fwd", "bls", "balas", "trs", "ter", "aw");

    static Fingerprints of(
            Attachments attachments, String sender, String subject, Conversation conversation, List<MailFile> files) {
        String quoted = conversation.quoted() == null ? "" : conversation.quoted();
        String text = letters(conversation.withoutSignature() + quoted);
        List<String> said = new ArrayList<>(List.of(sender.toLowerCase(Locale.ROOT), letters(matter(subject)), text));
        List<String> all = new ArrayList<>(said);
        all.set(2, letters(conversation.own() + quoted));
        addresses(files.stream()).forEach(all::add);
        addresses(files.stream().filter(MailFile::isMail)).forEach(said::add);
        String copy = fingerprint(attachments, "copy", all);
        String content = text.length() >= TELLING
                ? fingerprint(attachments, "content", said)
                : files.isEmpty() ? null : fingerprint(attachments, "content", all);
        return new Fingerprints(content, copy);
    }

    private static Stream<String> addresses(Stream<MailFile> files) {
        return files.map(file -> file.stored().address()).sorted();
    }

    private static String fingerprint(Attachments attachments, String kind, List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        all.addFirst(kind);
        return attachments.fingerprint(all.toArray(String[]::new));
    }

    /** Without {@code Re:}, {@code [DUMAS-…]} and the like before it, however often. */
    static String matter(String subject) {
        int from = 0;
        for (int end = mark(subject, from); end > from; end = mark(subject, from)) {
            from = end;
        }
        return subject.substring(from).strip();
    }

    /** Behind the mark that begins there, or the blanks before the subject's own words; never looks far ahead. */
    private static int mark(String subject, int from) {
        int at = from;
        while (at < subject.length() && Character.isWhitespace(subject.charAt(at))) {
            at++;
        }
        String near = subject.substring(at, Math.min(subject.length(), at + LONGEST_MARK));
        int bracket = near.startsWith("[DUMAS-") ? near.indexOf(']') : -1;
        int colon = near.indexOf(':');
        boolean isAnswer = colon > 0
                && colon < 8
                && ANSWERS.contains(near.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        return bracket > 0 ? at + bracket + 1 : isAnswer ? at + colon + 1 : at;
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
