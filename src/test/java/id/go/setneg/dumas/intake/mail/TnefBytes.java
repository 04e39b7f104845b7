package id.go.setneg.dumas.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a winmail.dat (MS-OXTNEF). */
final class TnefBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TnefBytes() {
        bytes.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
        attribute(1, 0x00089006, new byte[] {0, 0, 1, 0});
    }

    TnefBytes body(String text) {
        return attribute(1, 0x0002800C, (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** An attribute with so many letters of body. */
    static byte[] body(int letters) {
        var whole = new TnefBytes();
        int start = whole.bytes.size();
        byte[] all = whole.body("k".repeat(letters)).bytes();
        return Arrays.copyOfRange(all, start, all.length);
    }

    TnefBytes file(String title, String longName, byte[] content) {
        attribute(2, 0x00069002, new byte[14]);
        attribute(2, 0x00018010, (title + "\0").getBytes(StandardCharsets.UTF_8));
        attribute(2, 0x0006800F, content);
        return longName == null ? this : attribute(2, 0x00069005, property(0x3707, longName));
    }

    /** An attribute that says a length of its own. */
    TnefBytes lie(int id, int length, byte[] content) {
        bytes.write(2);
        bytes.writeBytes(little(8).putInt(id).putInt(length).array());
        bytes.writeBytes(content);
        return this;
    }

    TnefBytes attribute(int level, int id, byte[] content) {
        int sum = 0;
        for (byte octet : content) {
            sum += octet & 0xFF;
        }
        bytes.write(level);
        bytes.writeBytes(little(8).putInt(id).putInt(content.length).array());
        bytes.writeBytes(content);
        bytes.writeBytes(little(2).putShort((short) sum).array());
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** One MAPI property of 8-bit text. */
    private static byte[] property(int id, String value) {
        byte[] text = (value + "\0").getBytes(StandardCharsets.ISO_8859_1);
        int padded = (text.length + 3) / 4 * 4;
        return little(16 + padded)
                .putInt(1)
                .putShort((short) 0x001E)
                .putShort((short) id)
                .putInt(1)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
