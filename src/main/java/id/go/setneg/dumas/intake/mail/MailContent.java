package id.go.setneg.dumas.intake.mail;

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
    private static final String BEYOND = "a text beyond the limit, whole in a file";

    private final MailStore store;
    private final int depth;
    private final MailTexts texts = new MailTexts();
    private final List<String> forwarded = new ArrayList<>();
    private final List<MailFile> files = new ArrayList<>();
    private final Set<String> defects = new LinkedHashSet<>();
    private final MailFacts facts = new MailFacts();
    private Header header = new Header();
    private int calendarGroup;
    private @Nullable String unreadable;

    private MailContent(MailStore store, int depth) {
        this.store = store;
        this.depth = depth;
    }

    /**
     * All of a mail.
     *
     * @throws IOException when a disk fails; nothing that a mail says makes this throw
     */
    static MailContent of(InputStream raw, MailStore store) throws IOException {
        var content = new MailContent(store, 0);
        content.attempt(() -> content.read(raw));
        content.checkFormlessness();
        return content;
    }

    /**
     * Its header only.
     *
     * @param why the rest is not read
     */
    static MailContent headingOf(InputStream raw, MailStore store, String why) throws IOException {
        var content = new MailContent(store, 0);
        content.unreadable(why);
        content.attempt(() -> MimeWalk.heading(Guarded.disk(raw), store.limits(), content));
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
        MimeWalk.through(Guarded.disk(raw), store.limits(), this);
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
            text(new TextPart(part.value("content-type"), read.isMarkup()), Guarded.content(content), group(around));
            return;
        }
        String type = read.mediaType();
        MailFile file = keep(read.name(), type, Guarded.content(content));
        boolean isItself = read.isItself(around);
        if (isItself && type.equals("text/calendar")) {
            calendarGroup = group(around);
        }
        if (facts.part(part, type, isItself)) {
            try (InputStream stored = store.read(file)) {
                facts.content(type, stored, store.limits());
            } catch (Unreadable e) {
                defect(String.valueOf(e.getMessage())); // of the mail that is reported on
            }
        }
    }

    @Override
    public void defect(String what) {
        if (defects.size() < MOST_DEFECTS || what.equals(BEYOND)) {
            defects.add(what);
        }
    }

    @Override
    public void unreadable(String why) {
        unreadable = unreadable == null ? why : unreadable;
    }

    private void text(TextPart part, InputStream content, int group) throws IOException {
        int most = store.budget().left();
        byte[] start = content.readNBytes(most + 1);
        boolean fits = start.length <= most;
        int length = Math.min(start.length, most);
        store.budget().spend(length);
        if (!fits) {
            defect(BEYOND);
            keep(part.name(), part.mediaType(), new SequenceInputStream(new ByteArrayInputStream(start), content));
        }
        String characters = part.characters(start, length, fits);
        String read = seen(part, characters);
        facts.text(read);
        texts.add(group, part.markup(), read);
    }

    /** What a person sees of a text; the text itself where it is a page that cannot be read. */
    private String seen(TextPart part, String characters) {
        try {
            return part.seen(characters);
        } catch (RuntimeException e) {
            defect("HTML that cannot be read");
            return characters;
        }
    }

    private static int group(Deque<MimeWalk.Container> around) {
        return around.stream()
                .filter(container -> container.type().equals("multipart/alternative"))
                .findFirst()
                .map(MimeWalk.Container::number)
                .orElse(-1);
    }

    private MailFile keep(@Nullable String name, String type, InputStream content) throws IOException {
        return keep(name, type, depth == 0 ? store.keep(content) : store.expand(content));
    }

    private MailFile keep(@Nullable String name, String type, Stored stored) {
        String ending = type.equals("message/rfc822") ? ".eml" : "";
        var file = new MailFile(store.names().unique(name, ending), type, stored);
        files.add(file);
        return file;
    }

    /** Takes out what is in a winmail.dat; it stays a file itself only where something is left in it. */
    private void unpack(MailFile packed) throws IOException {
        try (InputStream stored = store.read(packed)) {
            store.expansion().open();
            int most = store.budget().left();
            WinmailDat opened = WinmailDat.open(Guarded.disk(stored), store::expand, most);
            boolean silent = texts.text().isEmpty();
            for (WinmailDat.Packed file : opened.files()) {
                keep(file.name(), MailPart.mediaType(file.name()), file.stored());
            }
            String text = silent ? opened.text() : "";
            if (!text.isEmpty()) {
                store.budget().spend(text.length());
                texts.add(-1, false, text);
            } else if (silent && !opened.rich().isEmpty()) {
                keep("isi-surel.rtf", "application/rtf", store.expand(stream(opened.rich())));
            }
            if (opened.isCut()) {
                defect(BEYOND);
            }
            if (opened.isWhole()) {
                files.remove(packed);
            }
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The text inside a signature is the writer's own; what is signed stays a file too, to be proved. */
    private void unwrap(MailFile signed) throws IOException {
        MailContent inner = inner();
        try (InputStream stored = store.read(signed)) {
            inner.attempt(() -> inner.read(SignedContent.in(Guarded.disk(stored))));
        }
        facts.signedBySmime();
        texts.add(-1, inner.texts.fromMarkup(), inner.texts.text());
        add(inner);
    }

    private MailContent inner() {
        store.expansion().open();
        if (depth >= store.limits().nesting()) {
            throw new Unreadable("mails nested more than " + store.limits().nesting() + " deep");
        }
        return new MailContent(store, depth + 1);
    }

    private void add(MailContent inner) {
        forwarded.addAll(inner.forwarded);
        files.addAll(inner.files);
        inner.defects.forEach(this::defect);
        if (inner.unreadable != null) {
            unreadable("a mail within: " + inner.unreadable);
        }
    }

    /** A mail that only carries another one: that one's text and files count. */
    private void forward(MailFile mail) throws IOException {
        MailContent inner = inner();
        try (InputStream stored = store.read(mail)) {
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

    /** The method, such as {@code REQUEST}, where the mail is an invitation or an answer to one and says nothing else. */
    @Nullable
    String calendar() {
        return texts.areAllOf(calendarGroup) ? facts.calendar() : null;
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
