package id.go.setneg.dumas.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What a signature of S/MIME encloses (RFC 5652, 5; RFC 8551, 3.5.2), as a stream: the octets of the signed content, in
 * one piece (DER) or in many (BER). The signature itself is not checked.
 */
final class SignedContent extends InputStream {

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int ENCLOSED = 0xA0;
    private static final int NAME = 0x06;
    private static final int NUMBER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int PIECES = 0x24;
    private static final int UNTIL_END = -1;
    private static final int SMALL = 64 * 1024;

    private final InputStream in;
    private int length;
    private int left;
    private boolean more;

    private SignedContent(InputStream in) {
        this.in = in;
    }

    /**
     * @throws Unreadable when it is encrypted, or nothing that can be read
     */
    static InputStream in(InputStream message) throws IOException {
        var content = new SignedContent(message);
        content.open();
        return content;
    }

    private void open() throws IOException {
        expect(SEQUENCE);
        expect(NAME);
        if (!Arrays.equals(small(), SIGNED_DATA)) {
            throw new Unreadable("an encrypted mail");
        }
        expect(ENCLOSED);
        expect(SEQUENCE);
        expect(NUMBER);
        small();
        expect(SET);
        small();
        expect(SEQUENCE);
        expect(NAME);
        small();
        expect(ENCLOSED);
        int kind = tag();
        require(kind == OCTETS || kind == PIECES);
        left = kind == OCTETS ? length : 0;
        more = kind == PIECES;
        require(left >= 0);
    }

    private void expect(int tag) throws IOException {
        require(tag() == tag);
    }

    /** Reads a tag and the length behind it. */
    private int tag() throws IOException {
        int tag = in.read();
        int first = in.read();
        require(first >= 0);
        length = first;
        if (first == 0x80) {
            length = UNTIL_END;
        } else if (first > 0x80) {
            require(first <= 0x84);
            long value = 0;
            for (int i = 0x80; i < first; i++) {
                value = value << 8 | (in.read() & 0xFF);
            }
            require(value <= Integer.MAX_VALUE);
            length = (int) value;
        }
        return tag;
    }

    private byte[] small() throws IOException {
        require(length >= 0 && length <= SMALL);
        return in.readNBytes(length);
    }

    private static void require(boolean asExpected) {
        if (!asExpected) {
            throw new Unreadable("an S/MIME mail that cannot be opened");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        while (left == 0 && more) {
            more = tag() == OCTETS;
            left = more ? length : 0;
            require(left >= 0);
        }
        int count = left == 0 ? -1 : in.read(bytes, from, Math.min(most, left));
        require(count >= 0 || left == 0);
        left -= Math.max(count, 0);
        return count;
    }
}
