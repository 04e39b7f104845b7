package id.go.setneg.dumas.intake.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * Counts what the streams of a PDF unfold to (ISO 32000-2, 7.4) before its reader unfolds them in memory. Pictures are not
 * unfolded for a text, and so not counted.
 */
final class Unfolding {

    private static final long MOST_OF_A_STREAM = 64L << 20;
    private static final long MOST = 512L << 20;
    private static final int MOST_OF_OTHERS = 64 * 1024; // LZW makes up to some thousand times as much of it
    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);
    private static final Set<COSName> LZW = Set.of(COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION);

    private Unfolding() {}

    /**
     * @throws IOException when they unfold to more than can be borne
     */
    static void check(COSDocument document) throws IOException {
        long all = 0;
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && !COSName.IMAGE.equals(stream.getItem(COSName.SUBTYPE))) {
                all += size(stream);
                if (all > MOST) {
                    throw new IOException("unfolds to more than " + MOST + " bytes");
                }
            }
        }
    }

    private static long size(COSStream stream) throws IOException {
        List<? extends COSBase> filters = filters(stream.getFilters());
        if (filters.stream().anyMatch(LZW::contains) && stream.getLength() > MOST_OF_OTHERS) {
            throw new IOException("unfolds to nobody knows how much");
        }
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream unfolded = raw;
            for (COSBase filter : filters) {
                if (!FLATE.contains(filter)) {
                    break;
                }
                unfolded = new InflaterInputStream(unfolded);
            }
            return count(unfolded);
        }
    }

    private static List<? extends COSBase> filters(COSBase said) {
        return said instanceof COSArray array ? array.toList() : said == null ? List.of() : List.of(said);
    }

    private static long count(InputStream unfolded) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long size = 0;
        try {
            for (int some = unfolded.read(piece); some >= 0; some = unfolded.read(piece)) {
                size += some;
                if (size > MOST_OF_A_STREAM) {
                    throw new TooMuch();
                }
            }
        } catch (TooMuch e) {
            throw e;
        } catch (IOException broken) {
            return size; // its reader will find out
        }
        return size;
    }

    /** A stream that unfolds to more than can be borne. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super("a stream unfolds to more than " + MOST_OF_A_STREAM + " bytes");
        }
    }
}
