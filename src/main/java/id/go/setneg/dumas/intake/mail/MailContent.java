package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Attachments.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mail holds, gathered while it streams by: texts in memory up to a limit, files in the store. */
final class MailContent implements MimeWalk.Visitor {

    private static final int MOST_DEFECTS = 20;

    private final Attachments attachments;
    private final MailLimits limits;
    private final Expansion expansion;
    private final TextBudget budget;
    private final int depth;
    private final Names names;
    private final MailTexts texts = new MailTexts();
    private final List<String> forwarded = new ArrayList<>();
    private final List<MailFile> files = new ArrayList<>();
    private final Set<String> defects = new LinkedHashSet<>();
    private final MailFacts facts = new MailFacts();
    private Header header = new Header();
    private @Nullable String unreadable;

    private MailContent(Attachments attachments, MailLimits limits) {
        this.attachments = attachments;
        this.limits = limits;
        this.expansion = new Expansion(limits);
        this.budget = new TextBudget(limits);
        this.depth = 0;
        this.names = new Names();
    }

    /** Of a mail within. */
    private MailContent(MailContent around) {
        this.attachments = around.attachments;
        this.limits = around.limits;
        this.expansion = around.expansion;
        this.budget = around.budget;
        this.depth = around.depth + 1;
        this.names = around.names;
    }

    /**
     * All of a mail.
     *
     * @throws IOException when a disk fails; nothing that a mail says makes this throw
     */
    static MailContent of(InputStream raw, Attachments attachments, MailLimits limits) throws IOException {
        var content = new MailContent(attachments, limits);
        content.attempt(() -> content.read(raw));
        content.checkFormlessness();
        return content;
    }

    /** Its header only, and why the rest is not read. */
    static MailContent headingOf(InputStream raw, Attachments attachments, MailLimits limits, String why)
            throws IOException {
        var content = new MailContent(attachments, limits);
        content.unreadable(why);
        content.attempt(() -> MimeWalk.heading(Guarded.disk(raw), limits, content));
        return content;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Unreadable e) {
            unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            unreadable("not to be understood: " + e.getClass().getSimpleName());
        }
    }

    /** A text that no blank line parts from the header is taken for fields that are none. */
    private void checkFormlessness() {
        if (files.isEmpty() && texts.text().isEmpty() && defects.stream().anyMatch(what -> what.contains("header"))) {
            unreadable("nothing but a header with lines that are no fields");
        }
    }

    private void read(InputStream raw) throws IOException {
        MimeWalk.through(Guarded.disk(raw), limits, this);
        if (facts.isEncrypted()) {
            unreadable("an encrypted mail");
        }
        List<MailFile> own = List.copyOf(files); // what is opened brings files that were looked into already
        for (MailFile file : own) {
            if (file.isWinmailDat()) {
                attempt(() -> unpack(file));
            } else if (file.isSigned()) {
                attempt(() -> unwrap(file));
            }
        }
        if (texts.text().isEmpty() && facts.report() == null) {
            for (MailFile file : own) {
                if (file.isMail()) {
                    attempt(() -> forward(file));
                }
            }
        }
    }

    @Override
    public void heading(Header heading) {
        header = heading;
        facts.heading(heading);
    }

    @Override
    public void part(Header part, String believed, InputStream content, Deque<MimeWalk.Container> around)
            throws IOException {
        var read = new MailPart(part, believed);
        if (read.isText()) {
            text(
                    part.value("content-type"),
                    read.isMarkup(),
                    Guarded.content(content),
                    MimeWalk.Container.alternatives(around));
            return;
        }
        String type = read.mediaType();
        MailFile file = keep(read.name(), type, Guarded.content(content));
        if (facts.part(part, type, around.isEmpty() || MimeWalk.Container.alternatives(around) >= 0)) {
            try (InputStream stored = attachments.read(file.stored().ticket())) {
                facts.content(type, stored, limits);
            } catch (Unreadable e) {
                defect(String.valueOf(e.getMessage())); // of the mail that is reported on
            }
        }
    }

    @Override
    public void defect(String what) {
        if (defects.size() < MOST_DEFECTS) {
            defects.add(what);
        }
    }

    @Override
    public void unreadable(String why) {
        unreadable = unreadable == null ? why : unreadable;
    }

    private void text(HeaderValue type, boolean markup, InputStream content, int group) throws IOException {
        int left = budget.left();
        byte[] start = content.readNBytes(left + 1);
        boolean whole = start.length <= left;
        int length = Math.min(start.length, left);
        String declared = type.parameter("charset");
        String charset = declared == null && markup ? MarkupText.charset(start) : declared;
        String text = Charsets.decode(start, length, charset, whole).replace("\0", "");
        budget.spend(length);
        if (!whole) {
            defect("a text beyond the limit, whole in a file");
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), content);
            keep(markup ? "isi-surel.html" : "isi-surel.txt", markup ? "text/html" : "text/plain", all);
        }
        String read = markup
                ? seen(text)
                : FlowedText.of(type, text).replace("\r\n", "\n").replace('\r', '\n');
        facts.text(read);
        texts.add(group, markup, read);
    }

    /** The text of a page; the page itself where it cannot be read. */
    private String seen(String page) {
        try {
            return MarkupText.of(page);
        } catch (RuntimeException e) {
            defect("HTML that cannot be read");
            return page;
        }
    }

    private MailFile keep(@Nullable String name, String type, InputStream content) throws IOException {
        Stored stored = depth == 0 ? attachments.store(content, Long.MAX_VALUE) : expansion.store(attachments, content);
        return keep(name, type, stored);
    }

    private MailFile keep(@Nullable String name, String type, Stored stored) {
        String ending = type.equals("message/rfc822") ? ".eml" : "";
        var file = new MailFile(names.unique(name, ending), type, stored);
        files.add(file);
        return file;
    }

    /** Takes out what is in a winmail.dat; it stays a file itself only where something is left in it. */
    private void unpack(MailFile packed) throws IOException {
        try (InputStream stored = attachments.read(packed.stored().ticket())) {
            expansion.open();
            WinmailDat opened = WinmailDat.open(
                    Guarded.disk(stored), budget.left(), content -> expansion.store(attachments, content));
            boolean silent = texts.text().isEmpty();
            for (WinmailDat.Packed file : opened.files()) {
                keep(file.name(), MailPart.mediaType(file.name()), file.stored());
            }
            if (silent && !opened.text().isEmpty()) {
                texts.add(-1, false, opened.text());
                budget.spend(opened.text().length());
            } else if (silent && !opened.rich().isEmpty()) {
                byte[] rich = opened.rich().getBytes(StandardCharsets.ISO_8859_1);
                keep("isi-surel.rtf", "application/rtf", expansion.store(attachments, new ByteArrayInputStream(rich)));
            }
            if (opened.isWhole()) {
                files.remove(packed);
            }
        }
    }

    /** The text inside a signature is the writer's own; what is signed stays a file too, to be proved. */
    private void unwrap(MailFile signed) throws IOException {
        MailContent inner = inner();
        try (InputStream stored = attachments.read(signed.stored().ticket())) {
            inner.attempt(() -> inner.read(SignedContent.in(Guarded.disk(stored))));
        }
        facts.signedBySmime();
        texts.add(-1, inner.texts.fromMarkup(), inner.texts.text());
        add(inner);
    }

    private MailContent inner() {
        expansion.open();
        if (depth >= limits.nesting()) {
            throw new Unreadable("mails nested more than " + limits.nesting() + " deep");
        }
        return new MailContent(this);
    }

    private void add(MailContent inner) {
        forwarded.addAll(inner.forwarded);
        files.addAll(inner.files);
        if (inner.unreadable != null) {
            unreadable("a mail within: " + inner.unreadable);
        }
    }

    /** A mail that only carries another one: that one's text and files count. */
    private void forward(MailFile mail) throws IOException {
        MailContent inner = inner();
        try (InputStream stored = attachments.read(mail.stored().ticket())) {
            inner.attempt(() -> inner.read(stored));
        }
        forwarded.add(inner.texts.text());
        add(inner);
    }

    Header header() {
        return header;
    }

    MailFacts facts() {
        return facts;
    }

    List<MailFile> files() {
        return files;
    }

    Set<String> defects() {
        return defects;
    }

    boolean fromMarkup() {
        return texts.fromMarkup();
    }

    @Nullable
    String unreadable() {
        return unreadable;
    }

    /** The writer's words and what hangs on them; the text of forwarded mails counts as history. */
    Conversation conversation() {
        Conversation written = Conversation.of(texts.text());
        String others = String.join("\n\n", forwarded).strip();
        return others.isEmpty() ? written : new Conversation(written.own(), others);
    }
}
