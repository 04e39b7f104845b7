package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFMAPIAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook packs into winmail.dat (MS-OXTNEF): files stream to the store, whatever their size; small attributes are
 * read by POI.
 */
final class WinmailDat {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int RENDERING = 0x9002;
    private static final int TITLE = 0x8010;
    private static final int DATA = 0x800F;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int BODY = 0x800C;
    private static final int HEAD = 8;
    private static final int SMALL = 900_000;

    private final InputStream in;
    private final int mostText;
    private final Keep keep;
    private final List<Packed> files = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private String markup = "";
    private String rich = "";
    private @Nullable String title;
    private @Nullable String longName;
    private @Nullable Stored data;
    private boolean whole = true;

    /** A file in it. */
    record Packed(@Nullable String name, Stored stored) {}

    /** Stores a file. */
    interface Keep {
        Stored keep(InputStream content) throws IOException;
    }

    private WinmailDat(InputStream in, int mostText, Keep keep) {
        this.in = in;
        this.mostText = mostText;
        this.keep = keep;
    }

    /**
     * @param mostText how many characters of text are taken out; what is longer is not whole
     * @throws Unreadable when it is none
     * @throws IOException when it cannot be read from or stored to the disk
     */
    static WinmailDat open(InputStream in, int mostText, Keep keep) throws IOException {
        var opened = new WinmailDat(in, mostText, keep);
        ByteBuffer start = opened.take(6);
        if (start == null || start.getInt() != SIGNATURE) {
            throw new Unreadable("a winmail.dat that is none");
        }
        opened.attributes();
        return opened;
    }

    List<Packed> files() {
        return files;
    }

    /** Whether all of it could be taken out. */
    boolean isWhole() {
        return whole;
    }

    /** The message's text; empty when there is none. */
    String text() {
        return plain.toString().isBlank()
                ? MarkupText.of(markup)
                : plain.toString().strip();
    }

    /** The message as Rich Text; empty when there is none. */
    String rich() {
        return rich;
    }

    private void attributes() throws IOException {
        for (int level = in.read(); level >= 0; level = in.read()) {
            ByteBuffer head = take(HEAD);
            if (head == null || level > 2) {
                whole = false;
                break;
            }
            int id = Short.toUnsignedInt(head.getShort(0));
            long length = Integer.toUnsignedLong(head.getInt(4));
            if (id == RENDERING) {
                finish();
            }
            if (id == DATA) {
                var part = new Part(in, length);
                data = keep.keep(part);
                whole &= part.left() == 0;
            } else if (length <= SMALL) {
                small(id, head, (int) length);
            } else {
                whole = false;
                new Part(in, length).transferTo(OutputStream.nullOutputStream());
            }
            in.readNBytes(2); // a checksum that not all programs compute
        }
        finish();
    }

    private void small(int id, ByteBuffer head, int length) throws IOException {
        byte[] value = in.readNBytes(length);
        whole &= value.length == length;
        if (id == TITLE) {
            title = text(value);
        } else if (id == BODY) {
            say(text(value));
        } else if (id == ATTACHMENT_PROPERTIES || id == MESSAGE_PROPERTIES) {
            byte[] attribute = ByteBuffer.allocate(HEAD + length + 2)
                    .put(head.duplicate().rewind())
                    .put(value)
                    .array();
            try {
                properties(attribute);
            } catch (RuntimeException | IOException e) {
                whole = false;
            }
        }
    }

    private void properties(byte[] attribute) throws IOException {
        if (TNEFAttribute.create(new ByteArrayInputStream(attribute)) instanceof TNEFMAPIAttribute mapi) {
            mapi.getMAPIAttributes().forEach(this::property);
        }
    }

    private void property(MAPIAttribute attribute) {
        MAPIProperty property = attribute.getProperty();
        if (attribute instanceof MAPIRtfAttribute text) {
            rich = text.getDataString();
        } else if (MAPIProperty.ATTACH_LONG_FILENAME.equals(property)
                && attribute instanceof MAPIStringAttribute name) {
            longName = name.getDataString();
        } else if (MAPIProperty.BODY.equals(property) && attribute instanceof MAPIStringAttribute text) {
            say(text.getDataString());
        } else if (MAPIProperty.BODY_HTML.equals(property)) {
            String page = Charsets.decode(attribute.getData(), MarkupText.charset(attribute.getData()));
            whole &= page.length() <= mostText;
            markup = page.length() <= mostText ? page : "";
        } else if (MAPIProperty.ATTACH_DATA.equals(property) && data == null) {
            whole = false; // a mail or an object within
        }
    }

    private void say(String words) {
        boolean fits = plain.length() + words.length() <= mostText;
        whole &= fits;
        plain.append(fits ? words : words.substring(0, mostText - plain.length()));
    }

    private void finish() {
        if (data != null) {
            files.add(new Packed(longName == null || longName.isBlank() ? title : longName, data));
        }
        data = null;
        title = null;
        longName = null;
    }

    private @Nullable ByteBuffer take(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        return bytes.length < length ? null : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) {
            end++;
        }
        return Charsets.decode(value, end, StandardCharsets.UTF_8.name(), true);
    }

    /** So many bytes of the stream. */
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        private Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        long left() {
            return left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = left == 0 ? -1 : in.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
