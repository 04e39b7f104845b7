package id.go.setneg.dumas.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * How a text file is written: UTF-16 or UTF-8 by its byte order mark, UTF-16 by its empty bytes, UTF-8 when all of it is,
 * else Windows-1252, which Indonesian Excel writes.
 */
final class Encoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encoding() {}

    /** The text without its byte order mark. */
    static Reader reader(Content content) throws IOException {
        Charset charset;
        try (InputStream bytes = content.open()) {
            charset = of(bytes);
        }
        var text = new PushbackReader(new InputStreamReader(content.open(), charset), 1);
        int first = text.read();
        if (first >= 0 && first != '\uFEFF') {
            text.unread(first);
        }
        return text;
    }

    private static Charset of(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(8192);
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int[] empty = new int[2];
        for (int at = 0; at < head.length; at++) {
            empty[at % 2] += head[at] == 0 ? 1 : 0;
        }
        if (empty[0] + empty[1] == 0) {
            return isUtf8(head, bytes) ? StandardCharsets.UTF_8 : WINDOWS;
        }
        if (Math.max(empty[0], empty[1]) < head.length / 4) {
            throw new NotATable("neither a text nor a workbook");
        }
        return empty[1] > empty[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean starts(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean isUtf8(byte[] head, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer letters = CharBuffer.allocate(1 << 16);
        ByteBuffer piece = ByteBuffer.allocate(1 << 15);
        piece.put(head).flip();
        boolean isLast = false;
        while (true) {
            CoderResult result = decoder.decode(piece, letters.clear(), isLast);
            if (result.isError()) {
                return false;
            }
            if (isLast) {
                return true;
            }
            piece.compact();
            int read = rest.read(piece.array(), piece.position(), piece.remaining());
            isLast = read < 0;
            piece.position(piece.position() + Math.max(read, 0)).flip();
        }
    }
}
