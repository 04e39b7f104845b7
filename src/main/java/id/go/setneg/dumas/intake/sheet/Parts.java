package id.go.setneg.dumas.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * What is known of a workbook before it is read: that it unfolds to no more than is allowed (all of it is unfolded once
 * and counted, for the sizes that it declares may lie), and which of its cells are merged.
 *
 * @param targets relationship id → part
 * @param merges part → merges
 */
record Parts(Map<String, String> targets, Map<String, Merges> merges) {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_MERGES = 10_000;
    private static final int TAIL = 1 << 18;
    private static final long MOST_STRINGS = 192L << 20;
    private static final Pattern RELATIONSHIP = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern MERGE =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");

    /**
     * Unfolds a package without keeping it.
     *
     * @throws NotATable when it is no workbook, or unfolds to more
     */
    static Parts check(byte[] bytes, long most) throws IOException {
        Map<String, String> targets = new HashMap<>();
        Map<String, Merges> merges = new HashMap<>();
        boolean isWorkbook = false;
        long left = most;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new NotATable("a package of more than " + MOST_PARTS + " parts");
            }
            for (ZipArchiveEntry part : parts) {
                String name = part.getName();
                byte[] tail;
                try (InputStream content = zip.getInputStream(part)) {
                    long allowed = name.endsWith("sharedStrings.xml") ? Math.min(left, MOST_STRINGS) : left;
                    var unfolded = Unfolded.of(content, allowed);
                    left -= unfolded.size();
                    tail = unfolded.tail();
                }
                isWorkbook |= name.equals("xl/workbook.xml");
                if (name.equals("xl/_rels/workbook.xml.rels")) {
                    relationships(text(tail), targets);
                } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                    merges.put(name, merges(text(tail)));
                }
            }
        } catch (NotATable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new NotATable("a broken package (ZIP)");
        }
        if (!isWorkbook) {
            throw new NotATable("a package (ZIP) without a workbook (XLSX)");
        }
        return new Parts(targets, merges);
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Unfolded(long size, byte[] tail) {

        static Unfolded of(InputStream content, long most) throws IOException {
            byte[] before = {};
            long size = 0;
            for (byte[] piece = content.readNBytes(TAIL); piece.length > 0; piece = content.readNBytes(TAIL)) {
                size += piece.length;
                if (size > most) {
                    throw new NotATable("a workbook that unfolds to more than is allowed");
                }
                if (piece.length < TAIL) {
                    byte[] both = new byte[before.length + piece.length];
                    System.arraycopy(before, 0, both, 0, before.length);
                    System.arraycopy(piece, 0, both, before.length, piece.length);
                    piece = both;
                }
                before = piece;
            }
            return new Unfolded(size, before);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void relationships(String xml, Map<String, String> into) {
        RELATIONSHIP.matcher(xml).results().map(found -> found.group()).forEach(one -> {
            String target = attribute(one, "Target");
            into.put(attribute(one, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
    }

    private static String attribute(String element, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
        return found.find() ? found.group(1) : "";
    }

    private static Merges merges(String xml) {
        List<Merges.Merge> merges = new ArrayList<>();
        Matcher found = MERGE.matcher(xml);
        while (found.find() && merges.size() < MOST_MERGES) {
            int from = Integer.parseInt(found.group(2));
            int to = Integer.parseInt(found.group(4));
            if (to > from) {
                merges.add(new Merges.Merge(column(found.group(1)), from, to));
            }
        }
        return new Merges(merges);
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) - 1;
    }

    /** The merges of a sheet, by its relationship id. */
    Merges of(String relationship) {
        return merges.getOrDefault(targets.getOrDefault(relationship, ""), Merges.NONE);
    }
}
