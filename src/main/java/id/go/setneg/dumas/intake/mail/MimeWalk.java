package id.go.setneg.dumas.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/** Goes through the parts of a mail while it streams by; mails within the mail are parts, not gone into. */
final class MimeWalk {

    private static final int LONGEST_FIELD = 256 * 1024;
    private static final int MOST_FIELDS = 2000;
    private static final long LARGEST_HEADERS = 4L * 1024 * 1024;
    private static final Set<String> ENCODINGS = Set.of("", "binary", "base64", "quoted-printable", "none");

    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(LONGEST_FIELD)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxContentLen(-1)
            .build();

    private final MailLimits limits;
    private final Visitor visitor;
    private final Deque<Container> open = new ArrayDeque<>();
    private final DecodeMonitor monitor = monitor();
    private Header header = new Header();
    private long headers;
    private int parts;
    private boolean told;

    /** A multipart that is gone through; {@code number} is its own within the mail. */
    static final class Container {
        private final String type;
        private final int number;
        private boolean empty = true;

        private Container(String type, int number) {
            this.type = type;
            this.number = number;
        }

        /** The number of the alternatives that a part is one of; negative when it is none. */
        static int alternatives(Deque<Container> around) {
            return around.stream()
                    .filter(container -> container.type().equals("multipart/alternative"))
                    .findFirst()
                    .map(Container::number)
                    .orElse(-1);
        }

        String type() {
            return type;
        }

        int number() {
            return number;
        }
    }

    /** What is told of a mail, in its order. */
    interface Visitor {

        /** The header of the mail itself. */
        void heading(Header header);

        /**
         * A part that is no multipart.
         *
         * @param type its media type, as far as a reader of mails has to believe it
         * @param content decoded
         * @param around the multiparts that hold it, the innermost first
         */
        void part(Header header, String type, InputStream content, Deque<Container> around) throws IOException;

        /** Something that does not go by the book. */
        void defect(String what);

        /** Something without which the mail is not understood. */
        void unreadable(String why);
    }

    private MimeWalk(MailLimits limits, Visitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * @throws Unreadable when the mail is beyond a limit, or not to be parsed; what was told until then holds
     * @throws IOException when the visitor has a disk that fails
     * @throws UncheckedIOException when the mail's own disk fails
     */
    static void through(InputStream mail, MailLimits limits, Visitor visitor) throws IOException {
        new MimeWalk(limits, visitor).go(mail, false);
    }

    /** Tells of the header only. */
    static void heading(InputStream mail, MailLimits limits, Visitor visitor) throws IOException {
        new MimeWalk(limits, visitor).go(mail, true);
    }

    private void go(InputStream mail, boolean headingOnly) throws IOException {
        try {
            walk(mail, headingOnly);
        } catch (MimeException e) {
            throw new Unreadable("no well-formed mail: " + reason(e), e);
        } finally {
            tell();
        }
    }

    private static String reason(MimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return switch (cause) {
            case MaxHeaderLimitException many -> "more than " + MOST_FIELDS + " header fields";
            case MaxHeaderLengthLimitException tooLong -> "a header field of more than " + LONGEST_FIELD + " bytes";
            case MaxLineLimitException tooLong -> "a header line of more than " + LONGEST_FIELD + " bytes";
            default -> cause.getClass().getSimpleName();
        };
    }

    private void walk(InputStream mail, boolean headingOnly) throws MimeException, IOException {
        var stream = new MimeTokenStream(CONFIG, monitor, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(mail);
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = next(stream)) {
            if (state == EntityState.T_END_HEADER && !told) {
                tell();
                if (headingOnly) {
                    return;
                }
            }
            step(state, stream);
        }
    }

    /** A header that breaks off is told too, as far as it goes. */
    private void tell() {
        if (!told) {
            told = true;
            visitor.heading(header);
        }
    }

    /** The mail's disk speaks unchecked here: what else cannot be read is the mail's fault. */
    private static EntityState next(MimeTokenStream stream) throws MimeException {
        try {
            return stream.next();
        } catch (MimeIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw new Unreadable("content that cannot be decoded", e);
        }
    }

    private void step(EntityState state, MimeTokenStream stream) throws IOException {
        switch (state) {
            case T_START_HEADER -> header = new Header();
            case T_FIELD -> {
                headers += header.add(stream.getField());
                require(headers <= LARGEST_HEADERS, "more than " + LARGEST_HEADERS + " bytes of header");
            }
            case T_START_MULTIPART -> open(stream.getBodyDescriptor().getMimeType());
            case T_END_MULTIPART -> close();
            case T_BODY -> {
                count();
                checkEncoding();
                visitor.part(header, stream.getBodyDescriptor().getMimeType(), content(stream), open);
            }
            default -> {}
        }
    }

    /** Decoded; base64 by ours, because the parser drops what lacks padding, and all that comes behind padding. */
    private InputStream content(MimeTokenStream stream) {
        if (!MimeUtil.isBase64Encoding(stream.getBodyDescriptor().getTransferEncoding())) {
            return stream.getDecodedInputStream();
        }
        return new Base64Stream(stream.getInputStream(), visitor::defect);
    }

    private void open(String type) {
        count();
        require(open.size() < limits.nesting(), "multiparts nested more than " + limits.nesting() + " deep");
        open.push(new Container(type, parts));
    }

    private void close() {
        if (open.pop().empty) {
            visitor.unreadable("a multipart without parts");
        }
    }

    private void count() {
        require(++parts <= limits.parts(), "more than " + limits.parts() + " parts");
        Container around = open.peek();
        if (around != null) {
            around.empty = false;
        }
        if (header.value("content-type").value().startsWith("multipart/")
                && header.value("content-type").parameter("boundary") == null) {
            visitor.unreadable("a multipart without boundary");
        }
    }

    private void checkEncoding() {
        String encoding = header.value("content-transfer-encoding").value();
        boolean bits = !encoding.isEmpty() && Character.isDigit(encoding.charAt(0)); // 8bit, however spelled
        if (!bits && !ENCODINGS.contains(encoding) && !Charsets.known(encoding)) {
            visitor.unreadable("an unknown transfer encoding");
        }
    }

    private static void require(boolean within, String beyond) {
        if (!within) {
            throw new Unreadable(beyond);
        }
    }

    /** Hears what the parser forgives. */
    private DecodeMonitor monitor() {
        return new DecodeMonitor() {
            @Override
            public boolean warn(@Nullable String error, @Nullable String consequence) {
                String heard = String.valueOf(error);
                if (!heard.contains("padding")) {
                    visitor.defect(heard);
                }
                return false;
            }

            @Override
            public boolean isListening() {
                return true;
            }
        };
    }
}
