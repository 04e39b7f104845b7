package id.go.setneg.dumas.complaint;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of an Indonesian text as far as they tell texts apart: without case, accents, punctuation and the small words
 * that stand in any letter, abbreviations written out. Two texts are as alike as the pairs of neighbouring words that they
 * share (Jaccard); MinHash with bands (Broder 1997) finds alike texts without comparing all.
 */
public final class Wording {

    /** A text of fewer words is like too many others to tell anything. */
    static final int TELLING = 15;

    private static final int BANDS = 8;
    private static final int ROWS = 4;
    private static final int MOST_WORDS = 4_000;
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("sertipikat", "sertifikat"),
            Map.entry("tdk", "tidak"),
            Map.entry("tgl", "tanggal"),
            Map.entry("jl", "jalan"),
            Map.entry("jln", "jalan"),
            Map.entry("kab", "kabupaten"),
            Map.entry("kec", "kecamatan"),
            Map.entry("kel", "kelurahan"),
            Map.entry("prov", "provinsi"),
            Map.entry("propinsi", "provinsi"),
            Map.entry("ds", "desa"),
            Map.entry("no", "nomor"),
            Map.entry("rp", "rupiah"),
            Map.entry("sy", "saya"),
            Map.entry("blm", "belum"),
            Map.entry("sdh", "sudah"),
            Map.entry("krn", "karena"));
    private static final Set<String> SMALL = Set.of(
            "yang", "yg", "dan", "di", "ke", "dari", "dengan", "dgn", "untuk", "utk", "pada", "pd", "dalam", "dlm",
            "ini", "itu", "kepada", "yth", "bapak", "bpk", "ibu", "hormat", "terima", "kasih", "oleh", "adalah", "juga",
            "atas");
    private static final long[] SEEDS = seeds();

    private final List<String> words;
    private final Set<Long> pairs;

    private Wording(List<String> words) {
        this.words = words;
        pairs = HashSet.newHashSet(words.size());
        for (int i = 1; i < words.size(); i++) {
            pairs.add(mixed(
                    31L * words.get(i - 1).hashCode() ^ ((long) words.get(i).hashCode() << 32)));
        }
    }

    /** The wording of a text; of a very long one, of its first 4,000 words. */
    public static Wording of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int at = 0; at <= plain.length() && words.size() < MOST_WORDS; at++) {
            char letter = at < plain.length() ? plain.charAt(at) : ' ';
            if (Character.isLetterOrDigit(letter)) {
                word.append(letter);
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                add(word.toString(), words);
                word.setLength(0);
            }
        }
        return new Wording(words);
    }

    private static void add(String word, List<String> words) {
        if (!SMALL.contains(word)) {
            words.add(WRITTEN_OUT.getOrDefault(word, word));
        }
    }

    /** Whether it is long enough to be compared. */
    public boolean isTelling() {
        return words.size() >= TELLING;
    }

    /** Its words, one blank between two. */
    public String text() {
        return String.join(" ", words);
    }

    /** How alike both texts are, 0 to 100; 0 when one of them is too short to tell, 100 only when they say the same. */
    public int similarity(Wording other) {
        if (!isTelling() || !other.isTelling()) {
            return 0;
        }
        if (words.equals(other.words)) {
            return 100;
        }
        Set<Long> both = new HashSet<>(pairs);
        both.retainAll(other.pairs);
        int all = pairs.size() + other.pairs.size() - both.size();
        return Math.min(99, 100 * both.size() / all);
    }

    /**
     * Eight texts, of which two wordings share more the more alike they are: one at least with a chance of 98 % when they
     * are alike to 80 %, of 40 % at 50 %, of 1 % at 20 %. None when the text is too short to tell.
     */
    public List<String> bands() {
        if (!isTelling()) {
            return List.of();
        }
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long pair : pairs) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(pair ^ SEEDS[i]));
            }
        }
        List<String> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            bands.add(band + ":" + Arrays.toString(Arrays.copyOfRange(least, band * ROWS, (band + 1) * ROWS)));
        }
        return bands;
    }

    private static long[] seeds() {
        long[] seeds = new long[BANDS * ROWS];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = mixed(0x9E3779B97F4A7C15L * (i + 1));
        }
        return seeds;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every bit. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public String toString() {
        return "Wording[" + words.size() + " words]";
    }
}
