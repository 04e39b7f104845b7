package id.go.setneg.dumas.complaint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint may be found by: personal data, so it is kept only as keyed hashes.
 *
 * @param strong who complains, by what one person alone has: {@code nik:…}, {@code email:…}, {@code phone:…}
 * @param weak by what several may share: {@code kk:…} (family card), {@code name:…} (name and regency)
 * @param wording the words of the text
 */
public record MatchKeys(Set<String> strong, Set<String> weak, Wording wording) {

    private static final Pattern FAMILY_CARD =
            Pattern.compile("(?i)\\b(?:kk|kartu keluarga)\\b[^0-9\\n]{0,20}([0-9]{16})(?![0-9])");
    private static final Set<String> TITLES = Set.of(
            "h", "hj", "haji", "hajjah", "dr", "drs", "dra", "ir", "sh", "se", "st", "mm", "mh", "spd", "bapak", "ibu",
            "sdr", "sdri", "saudara");

    public MatchKeys {
        strong = Set.copyOf(strong);
        weak = Set.copyOf(weak);
    }

    /** The keys of a complaint. */
    public static MatchKeys of(Complaint complaint) {
        Complaint.Complainant who = complaint.complainant();
        Set<String> strong = new LinkedHashSet<>();
        add(strong, "nik:", number(who.nik()));
        add(strong, "email:", address(who.email()));
        add(strong, "phone:", phone(who.phone()));
        Set<String> weak = new LinkedHashSet<>();
        Matcher card = FAMILY_CARD.matcher(complaint.matter().text());
        add(weak, "kk:", card.find() ? number(card.group(1)) : null);
        add(weak, "name:", nameAndRegency(who.name(), who.regency()));
        return new MatchKeys(strong, weak, Wording.of(complaint.matter().text()));
    }

    /** One person's very words: whoever brings the same brings the same matter. None when the text is too short to tell. */
    public List<String> words() {
        return wording.isTelling()
                ? strong.stream()
                        .sorted()
                        .map(who -> who + "\n" + wording.text())
                        .toList()
                : List.of();
    }

    /** Everything that may be shared with another complaint on the same matter, one text each. */
    public List<String> all() {
        List<String> all = new ArrayList<>(new TreeSet<>(strong));
        all.addAll(new TreeSet<>(weak));
        wording.bands().forEach(band -> all.add("band:" + band));
        return all;
    }

    private static void add(Set<String> keys, String kind, @Nullable String value) {
        if (value != null) {
            keys.add(kind + value);
        }
    }

    /** A NIK or KK: 16 digits, and not one digit again and again. */
    private static @Nullable String number(@Nullable String text) {
        String digits = digits(text);
        return digits.length() == 16 && digits.chars().distinct().count() > 2 ? digits : null;
    }

    private static @Nullable String address(@Nullable String text) {
        return text == null || text.indexOf('@') < 1 ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    /** An Indonesian number as it is dialled from anywhere, without the plus (E.164). */
    private static @Nullable String phone(@Nullable String text) {
        String digits = digits(text).replaceFirst("^00", "");
        String whole = digits.startsWith("0")
                ? "62" + digits.substring(1)
                : digits.startsWith("8") ? "62" + digits : digits.replaceFirst("^620", "62");
        return whole.length() < 10 || whole.length() > 15 ? null : whole;
    }

    private static @Nullable String nameAndRegency(@Nullable String name, @Nullable String regency) {
        if (name == null || regency == null) {
            return null;
        }
        Set<String> words = new TreeSet<>(List.of(letters(name).split(" ", -1)));
        words.removeAll(TITLES);
        words.remove("");
        String place = letters(regency).replaceFirst("^(kabupaten|kab|kota|kotamadya) ", "");
        return words.isEmpty() || place.isEmpty() ? null : String.join(" ", words) + "@" + place;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    @Override
    public String toString() {
        return "MatchKeys[]";
    }
}
