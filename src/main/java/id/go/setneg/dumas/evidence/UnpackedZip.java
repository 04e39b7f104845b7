package id.go.setneg.dumas.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contents of a {@link StrictZip}, and whether each of its other bytes is what they determine. */
final class UnpackedZip {

    private static final int END = 22;
    private static final int DIRECTORY = 46;
    private static final int HEAD = 30;

    private final byte[] zip;
    private final ByteBuffer bytes;
    private final SortedMap<String, byte[]> contents = new TreeMap<>();

    /** @throws Broken when the entries cannot be told apart */
    UnpackedZip(byte[] zip) {
        this.zip = zip;
        this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        Broken.unless(end >= 0, "akhir ZIP", "paket terpotong");
        int directory = bytes.getInt(end + 16);
        Broken.unless(directory >= 0 && directory <= end, "akhir ZIP", "direktori di luar paket");
        int at = directory;
        int position = 0;
        for (int i = 1; at < end; i++) {
            String where = "direktori ZIP, berkas ke-" + i;
            Broken.unless(at + DIRECTORY <= end, where, "terpotong");
            int length = bytes.getShort(at + 28) & 0xffff;
            int size = bytes.getInt(at + 20);
            int next = at + DIRECTORY + length;
            Broken.unless(next <= end && bytes.getInt(at + 42) == position, where, "ukuran atau letak berubah");
            Broken.unless(size >= 0 && size <= directory - position - HEAD - length, where, "ukuran berubah");
            String name = new String(zip, at + DIRECTORY, length, UTF_8);
            compare(at, position, length, i);
            Broken.unless(!contents.containsKey(name), where, "nama dipakai dua kali");
            int start = position + HEAD + length;
            contents.put(name, Arrays.copyOfRange(zip, start, start + size));
            position = start + size;
            at = next;
        }
        Broken.unless(position == directory, "akhir ZIP", "ada bita yang bukan milik berkas mana pun");
    }

    /** What the directory and the head of an entry say must be the same. */
    private void compare(int directory, int head, int nameLength, int entry) {
        for (int i = 0; i < 26; i++) {
            same(directory + 6 + i, head + 4 + i, entry);
        }
        for (int i = 0; i < nameLength; i++) {
            same(directory + DIRECTORY + i, head + HEAD + i, entry);
        }
    }

    private void same(int directory, int head, int entry) {
        Broken.unless(
                zip[directory] == zip[head],
                "kepala berkas ke-" + entry + " (bita " + head + ") atau direktori ZIP (bita " + directory + ")",
                "berubah");
    }

    SortedMap<String, byte[]> contents() {
        return contents;
    }

    /** Every byte that is no content, too, must be the only one that is possible. */
    void checkTheRest() {
        byte[] only = StrictZip.of(contents);
        int first = Arrays.mismatch(zip, only);
        Broken.unless(first < 0, "susunan ZIP, bita " + first, "berubah");
    }

    /** Whether an entry is as its checksum in the ZIP says. */
    boolean isIntact(String name) {
        int at = bytes.getInt(zip.length - END + 16);
        byte[] content = contents.get(name);
        for (String entry : contents.keySet()) {
            if (entry.equals(name) && content != null) {
                return bytes.getInt(at + 16) == StrictZip.checksum(content);
            }
            at += DIRECTORY + entry.getBytes(UTF_8).length;
        }
        return false;
    }
}
