package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.ledger.Threads;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.SourceRecord;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what each mail is: by its headers first, then by who writes on which case, then by its words; the table
 * {@code mail/kinds} says how. The record then holds {@code kind}, {@code because} (table, version, line, reason) and, where
 * the writer may, {@code case}; {@code noAnswer} says that nobody is to be answered, whatever the kind is.
 */
public final class Sorting {

    static final String KIND = "kind";

    /** What the table may ask and say. */
    static final Tables.Check CHECK = TableChecks.all(
            TableChecks.columns(
                    List.of(
                            "report",
                            "automatic",
                            "calendar",
                            "list",
                            "sender",
                            "mailbox",
                            "thread",
                            "brief",
                            "label",
                            "words"),
                    List.of(KIND)),
            TableChecks.of(KIND, CorrespondenceKind.class),
            TableChecks.asks("report", Set.of("unreadable", "bounce", "receipt", "none")),
            TableChecks.asks("automatic", Set.of("yes", "no")),
            TableChecks.asks("calendar", Set.of("yes", "no")),
            TableChecks.asks("list", Set.of("yes", "no")),
            TableChecks.asks("brief", Set.of("yes", "no")),
            TableChecks.asks("sender", Set.of("none", "registered", "office", "agency", "stranger", "unknown")),
            TableChecks.asks("thread", Set.of("delivery", "message", "number", "none")));

    static final String CASE = "case";
    static final String DELIVERY = "delivery";
    static final String NO_ANSWER = "noAnswer";
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    private static final Set<String> SILENT = Set.of("all", "autoreply", "oof");
    private static final String OFFICE = "@setneg.go.id";
    private static final int BRIEF = 600; // characters of a question; a complaint is longer
    private static final int FEW = 5; // lines
    private static final int LABEL = 200; // characters of a subject, to look for its label in
    private static final int WORDS = 5_000; // of a text, to look for words in

    private final DecisionTable kinds;
    private final Threads threads;
    private final Desk desk;

    Sorting(DecisionTable kinds, Threads threads, Desk desk) {
        this.kinds = kinds;
        this.threads = threads;
        this.desk = desk;
    }

    /** Tells what each of these mails is. */
    public List<SourceRecord> sort(List<SourceRecord> mails) {
        return mails.stream().map(this::sorted).toList();
    }

    /** A failure that nobody foresaw would come again with the same mail: a person looks at it. */
    private SourceRecord sorted(SourceRecord mail) {
        try {
            return sort(mail);
        } catch (RuntimeException | StackOverflowError e) {
            if (Intake.isTheDatabase(e)) {
                throw e;
            }
            LOG.error("A mail of {} cannot be sorted and is parked: {}", mail.feed(), Fault.of(e));
            ObjectNode unclear = mail.content().deepCopy();
            unclear.put(NO_ANSWER, true)
                    .put(KIND, CorrespondenceKind.UNCLEAR.name())
                    .put(SourceRecord.BECAUSE, "sorting: " + Fault.of(e));
            return SourceRecord.ofJson(mail.feed(), unclear, mail.zone());
        }
    }

    /** Whether the mails (of one poll) are complaints or more on a case. */
    public boolean areSubmissions(List<SourceRecord> mails) {
        return mails.stream().allMatch(mail -> kind(mail).isSubmission());
    }

    static CorrespondenceKind kind(SourceRecord mail) {
        return CorrespondenceKind.valueOf(mail.content().path(KIND).asText());
    }

    private SourceRecord sort(SourceRecord mail) {
        JsonNode content = mail.content();
        String sender = text(content.at("/from/address"));
        Optional<CaseNumber> named = CaseNumber.in(content.path("subject").asText());
        Optional<Threads.Found> thread = threads.find(answered(content), named, sender);
        boolean isOnCase = thread.isPresent() || named.isPresent(); // nobody learns which numbers there are
        Decision decision = kinds.decide(Map.of(
                "report", report(content),
                "automatic", yes(isAutomatic(content)),
                "calendar", yes(text(content.path("calendar")) != null),
                "list", yes(isList(content)),
                "sender", sender(sender, thread, isOnCase),
                "mailbox", content.path("mailbox").asText(),
                "thread",
                        thread.map(found -> found.via().name().toLowerCase(Locale.ROOT))
                                .orElse(isOnCase ? "number" : "none"),
                "brief", yes(isBrief(content, isOnCase)),
                "label", label(content.path("subject").asText()),
                "words", words(content)));
        ObjectNode sorted = mail.content().deepCopy();
        sorted.put(NO_ANSWER, !isAnswerable(content, sender))
                .put(KIND, decision.output("kind"))
                .put(
                        SourceRecord.BECAUSE,
                        "mail/" + decision.table() + " " + decision.version() + " line " + decision.line() + ": "
                                + decision.because());
        boolean isOurLetterBack = decision.output("kind").equals(CorrespondenceKind.BOUNCE.name());
        thread.filter(found -> isOurLetterBack
                        ? found.delivery() != null
                        : !sender(sender, thread, true).equals("stranger"))
                .ifPresent(found -> sorted.put(CASE, found.number().toString()));
        thread.map(Threads.Found::delivery).ifPresent(delivery -> sorted.put(DELIVERY, delivery.toString()));
        return SourceRecord.ofJson(mail.feed(), sorted, mail.zone());
    }

    private String sender(@Nullable String sender, Optional<Threads.Found> thread, boolean isOnCase) {
        if (sender == null) {
            return "none";
        }
        if (thread.filter(Threads.Found::isRegistered).isPresent()) {
            return "registered";
        }
        if (sender.toLowerCase(Locale.ROOT).endsWith(OFFICE)) {
            return "office";
        }
        if (desk.agencyOf(sender).isPresent()) {
            return "agency";
        }
        return isOnCase ? "stranger" : "unknown";
    }

    /** The messages that a mail answers, the nearest first; of a bounce, the one that came back. */
    private static List<String> answered(JsonNode mail) {
        List<String> answered = new ArrayList<>();
        add(answered, text(mail.at("/bounce/originalMessageId")));
        add(answered, text(mail.path("inReplyTo")));
        JsonNode references = mail.path("references");
        for (int i = references.size() - 1; i >= 0; i--) {
            add(answered, text(references.path(i)));
        }
        return answered;
    }

    private static void add(List<String> all, @Nullable String one) {
        if (one != null && all.size() < 50 && one.length() < 1_000) {
            all.add(one.strip());
        }
    }

    private static String report(JsonNode mail) {
        if (mail.hasNonNull("unreadable")) {
            return "unreadable";
        }
        if (mail.path("bounce").isObject()) {
            return "bounce";
        }
        return mail.path("receipt").asBoolean() ? "receipt" : "none";
    }

    private static boolean isAutomatic(JsonNode mail) {
        String said = text(mail.path("autoSubmitted"));
        String precedence = text(mail.path("precedence"));
        return (said != null && !firstWord(said).equalsIgnoreCase("no"))
                || "auto_reply".equalsIgnoreCase(precedence)
                || mail.path("nullReturnPath").asBoolean();
    }

    /** Of a field with parameters or comments behind it (RFC 3834, section 5.2); the mapping reads it the same way. */
    private static String firstWord(String field) {
        return field.strip().split("[\\s;(]", 2)[0];
    }

    /**
     * Whether an answer may go to the sender: no list (RFC 3834, section 2), none who wishes for no machine's answer
     * (MS-OXCMAIL, X-Auto-Response-Suppress), no address that is not surely one.
     */
    private static boolean isAnswerable(JsonNode mail, @Nullable String sender) {
        String suppressed = text(mail.path("autoResponseSuppress"));
        boolean isSilent = suppressed != null
                && Stream.of(suppressed.split("[\\s,;]+"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(SILENT::contains);
        return !isSilent && !isList(mail) && sender != null && AddrSpec.isStrict(sender);
    }

    private static boolean isList(JsonNode mail) {
        String precedence = text(mail.path("precedence"));
        return text(mail.path("listId")) != null
                || mail.path("listUnsubscribe").asBoolean()
                || "bulk".equalsIgnoreCase(precedence)
                || "list".equalsIgnoreCase(precedence)
                || "junk".equalsIgnoreCase(precedence);
    }

    /** Without a thread, what hangs on a mail is no letter of ours but what the writer passes on. */
    private static boolean isBrief(JsonNode mail, boolean hasThread) {
        String quoted = mail.path("quoted").asText("");
        boolean passesOn =
                !hasThread && (quoted.length() > BRIEF || quoted.lines().count() > FEW);
        return mail.path("text").asText().length() <= BRIEF
                && mail.path("attachments").isEmpty()
                && !passesOn;
    }

    /** What a subject begins with, up to its first colon, after marks of gateways such as {@code [EXTERNAL]}. */
    private static String label(String subject) {
        String left = subject.substring(0, Math.min(LABEL, subject.length())).strip();
        while (left.startsWith("[") && left.indexOf(']') > 0) {
            left = left.substring(left.indexOf(']') + 1).strip();
        }
        int colon = left.indexOf(':');
        return (colon < 0 ? left : left.substring(0, colon)).strip();
    }

    private static String words(JsonNode mail) {
        String text = mail.path("text").asText();
        return mail.path("subject").asText() + "\n" + text.substring(0, Math.min(WORDS, text.length()));
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }
}
