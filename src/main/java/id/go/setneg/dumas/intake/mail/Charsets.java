package id.go.setneg.dumas.intake.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters where the declared charset may be a lie: what it says when the bytes fit, else UTF-8 when they fit
 * that, else Windows-1252. Latin-1 and ASCII fit everything; there UTF-8 is believed first.
 */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Set<String> FITS_ALL =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "ansi_x3.4-1968", "cp1252", "utf-8");

    /** Names that mail programs write, and the superset that they mean. */
    private static final Map<String, String> MEANT = Map.of(
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "ks_c_5601-1987", "x-windows-949",
            "ks_c_5601", "x-windows-949",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j",
            "shift-jis", "windows-31j",
            "utf8", "UTF-8",
            "unicode", "UTF-16",
            "iso-8859-8-i", "ISO-8859-8");

    private static final Set<String> SEVEN = Set.of("utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "utf7");

    private Charsets() {}

    /** Whether the name is one that can be read. */
    static boolean known(String name) {
        return SEVEN.contains(plain(name)) || charset(plain(name)) != null;
    }

    /** All of the bytes. */
    static String decode(byte[] bytes, @Nullable String declared) {
        return decode(bytes, bytes.length, declared, true);
    }

    /**
     * @param whole whether the bytes end where the text ends, not within a character
     */
    static String decode(byte[] bytes, int length, @Nullable String declared, boolean whole) {
        String marked = marked(bytes, length);
        String name = marked == null ? plain(declared == null ? "" : declared) : marked;
        if (SEVEN.contains(name)) {
            return SevenBits.decode(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        }
        String text = null;
        if (!name.isEmpty() && !FITS_ALL.contains(name)) {
            text = strict(bytes, length, name.equals("utf-16") ? order(bytes, length) : charset(name), whole);
        }
        if (text == null) {
            text = strict(bytes, length, StandardCharsets.UTF_8, whole);
        }
        String read = text == null ? new String(bytes, 0, length, WINDOWS) : text;
        return read.startsWith("\ufeff") ? read.substring(1) : read;
    }

    private static String plain(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        int language = plain.indexOf('*');
        return language < 0 ? plain : plain.substring(0, language);
    }

    private static @Nullable String marked(byte[] bytes, int length) {
        if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return "utf-8";
        }
        if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return "utf-16be";
        }
        return length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE ? "utf-16le" : null;
    }

    /** UTF-16 without a mark: Latin letters have their zero first (big-endian) or last. */
    private static Charset order(byte[] bytes, int length) {
        int first = 0;
        int last = 0;
        for (int at = 0; at + 1 < Math.min(length, 2000); at += 2) {
            first += bytes[at] == 0 ? 1 : 0;
            last += bytes[at + 1] == 0 ? 1 : 0;
        }
        return last > first ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(MEANT.getOrDefault(name, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String strict(byte[] bytes, int length, @Nullable Charset charset, boolean whole) {
        if (charset == null) {
            return null;
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) (length * (double) decoder.maxCharsPerByte()) + 16);
        boolean fits =
                !decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, whole).isError()
                        && (!whole || !decoder.flush(text).isError());
        return fits ? text.flip().toString() : null;
    }
}
