package id.go.setneg.dumas.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * A ZIP of which every byte is determined by the names and contents: sorted, not compressed, no times, no comments, no
 * extra fields. What any tool unpacks, and where no changed byte can hide.
 */
final class StrictZip {

    private static final int MOST = 1 << 30;

    private StrictZip() {}

    /** @throws IllegalStateException when there are more than 65,534 entries or a GiB of contents */
    static byte[] of(SortedMap<String, byte[]> contents) {
        long size =
                contents.values().stream().mapToLong(content -> content.length).sum();
        if (size > MOST || contents.size() > 0xfffe) {
            throw new IllegalStateException("too large for an evidence pack: " + contents.size() + " entries");
        }
        var zip = new ByteArrayOutputStream((int) size + 200 * contents.size());
        var directory = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            byte[] common = common(name, entry.getValue());
            directory.writeBytes(record(46)
                    .putInt(0x02014b50)
                    .putShort((short) 20)
                    .put(common)
                    .putShort((short) 0) // comment
                    .putShort((short) 0) // disk
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(zip.size())
                    .array());
            directory.writeBytes(name);
            zip.writeBytes(record(30).putInt(0x04034b50).put(common).array());
            zip.writeBytes(name);
            zip.writeBytes(entry.getValue());
        }
        int start = zip.size();
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(record(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) contents.size())
                .putShort((short) contents.size())
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return zip.toByteArray();
    }

    /** What stands in both headers of an entry. */
    private static byte[] common(byte[] name, byte[] content) {
        return record(26)
                .putShort((short) 20) // version
                .putShort((short) 0x0800) // names are UTF-8
                .putShort((short) 0) // stored
                .putInt(0x00210000) // 1980-01-01
                .putInt(checksum(content))
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0)
                .array();
    }

    static int checksum(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static ByteBuffer record(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
