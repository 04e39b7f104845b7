package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Complaint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what says who complains, as far as the submissions of the case know it: names, whole and each part of
 * them, addresses, mail addresses, and the digits of NIK and telephone however they are grouped. What people say of
 * themselves in other words stays.
 */
final class Masking {

    static final String MASK = "[disamarkan]";

    private static final int FEWEST_DIGITS = 5;
    private static final String WORD = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?:nya|lah|kah|ku)?(?![\\p{L}\\p{N}])";
    private static final int ANY_CASE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Parts of names that are titles, or words of the names of groups, and say of nobody who it is. */
    static final Set<String> TELL_NOBODY = Set.of(
            "bin",
            "binti",
            "haji",
            "hj",
            "dr",
            "drs",
            "dra",
            "ir",
            "prof",
            "kh",
            "sh",
            "mh",
            "se",
            "st",
            "sp",
            "pd",
            "si",
            "mm",
            "alias",
            "dan",
            "dkk",
            "di",
            "dari",
            "para",
            "warga",
            "masyarakat",
            "kelompok",
            "forum",
            "aliansi",
            "serikat",
            "paguyuban",
            "yayasan",
            "lembaga",
            "lsm",
            "koperasi",
            "perkumpulan",
            "persatuan",
            "ikatan",
            "tani",
            "buruh",
            "pekerja",
            "pt",
            "cv",
            "ud",
            "desa",
            "kelurahan",
            "kecamatan",
            "kabupaten",
            "kota",
            "provinsi",
            "jalan",
            "rt",
            "rw",
            "indonesia",
            "hamba",
            "allah",
            "nn",
            "anonim",
            "tanpa",
            "nama");

    private final List<Pattern> known;

    /**
     * @param said the submissions of a case: who complains in one of them is masked in all
     */
    Masking(List<Complaint> said) {
        Set<String> patterns = new LinkedHashSet<>();
        for (Complaint complaint : said) {
            Complaint.Complainant person = complaint.complainant();
            Stream.of(person.email(), person.address(), person.name()).forEach(value -> addPhrase(patterns, value));
            Stream.of(person.nik(), person.phone()).forEach(value -> addDigits(patterns, value));
        }
        for (Complaint complaint : said) {
            addParts(patterns, complaint.complainant().name()); // behind all that is longer
        }
        known = patterns.stream()
                .map(pattern -> Pattern.compile(pattern, ANY_CASE))
                .toList();
    }

    String mask(String text) {
        String masked = text;
        for (Pattern each : known) {
            masked = each.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    private static void addPhrase(Set<String> patterns, @Nullable String value) {
        if (value != null && value.strip().length() > 1) {
            List<String> words = Stream.of(value.strip().split("\\s+", -1))
                    .map(Pattern::quote)
                    .toList();
            patterns.add(WORD + String.join("[\\s_-]+", words) + END);
        }
    }

    private static void addParts(Set<String> patterns, @Nullable String name) {
        if (name != null) {
            Stream.of(name.split("[^\\p{L}\\p{N}\\p{M}']+", -1))
                    .filter(part -> part.length() > 1 && !TELL_NOBODY.contains(part.toLowerCase(Locale.ROOT)))
                    .forEach(part -> patterns.add(WORD + Pattern.quote(part) + END));
        }
    }

    /** A telephone is the same with 0 or +62 in front. */
    private static void addDigits(Set<String> patterns, @Nullable String value) {
        String digits = value == null ? "" : value.replaceAll("[^0-9]", "").replaceFirst("^(62|0)", "");
        if (digits.length() >= FEWEST_DIGITS) {
            patterns.add("(\\+?62|0)?[ .-]?" + digits.replaceAll("(?<=.)(?=.)", "[ .-]?"));
        }
    }
}
