package id.go.setneg.dumas.agency;

import id.go.setneg.dumas.complaint.AgencyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which government a region has, by the region's name as people write it or by its code (Kemendagri, {@code 32.01} or
 * {@code 3201}). A name that a regency and a city share counts only with its {@code Kabupaten} or {@code Kota}.
 */
final class Regions {

    private static final Map<Agency.Kind, String> WORDS = Map.of(
            Agency.Kind.PROVINCE, "provinsi",
            Agency.Kind.REGENCY, "kabupaten",
            Agency.Kind.CITY, "kota");
    private static final Map<String, String> SHORT = Map.of(
            "prov", "provinsi",
            "propinsi", "provinsi",
            "kab", "kabupaten",
            "kodya", "kota",
            "kotamadya", "kota");

    private final Map<String, AgencyCode> governments = new HashMap<>();

    Regions(List<Agency> agencies) {
        for (Agency agency : agencies) {
            String word = WORDS.get(agency.kind());
            if (word != null) {
                String code = agency.crosswalk().get("region");
                if (code != null) {
                    governments.put(word + " " + code.replace(".", ""), agency.code());
                }
                agency.names().stream()
                        .flatMap(name -> Stream.concat(Stream.of(name.name()), name.aliases().stream()))
                        .forEach(name -> governments.put(word + " " + bare(name), agency.code()));
            }
        }
    }

    /** The government of a province. */
    Optional<AgencyCode> province(@Nullable String name) {
        return Optional.ofNullable(name).map(Regions::words).flatMap(words -> find(words, "provinsi"));
    }

    /** The government of a regency or city. */
    Optional<AgencyCode> regency(@Nullable String name) {
        return Optional.ofNullable(name)
                .map(Regions::words)
                .flatMap(words -> isCode(words)
                        ? find(words, "kabupaten").or(() -> find(words, "kota"))
                        : Optional.ofNullable(governments.get(words)));
    }

    private Optional<AgencyCode> find(String words, String word) {
        String bare = isCode(words) ? words.replace(" ", "") : words;
        return Optional.ofNullable(governments.get(bare.startsWith(word + " ") ? bare : word + " " + bare));
    }

    private static boolean isCode(String words) {
        return words.chars().allMatch(letter -> letter == ' ' || Character.isDigit(letter));
    }

    /** {@code Pemprov DKI Jakarta} and {@code Pemerintah Provinsi DKI Jakarta} are of {@code dki jakarta}. */
    private static String bare(String government) {
        return words(government)
                .replaceFirst("^(pemerintah |pemprov |pemkab |pemkot )", "")
                .replaceFirst("^(provinsi |kabupaten |kota )", "");
    }

    /** Words in lower case with one blank between them, the first one in full. */
    private static String words(String text) {
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        int end = words.indexOf(' ');
        String first = end < 0 ? words : words.substring(0, end);
        return SHORT.containsKey(first) ? SHORT.get(first) + words.substring(first.length()) : words;
    }
}
