package id.go.setneg.dumas.intake.office;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is called once it was taken: {@code <stamp>-PRES-2026-4512+PRES-2026-4513--<name>}, with the agenda keys of the
 * letters that it was taken for, or {@code <stamp>-<name>}.
 *
 * @param stamp seventeen digits, when
 * @param keys for which it was taken; a name that itself begins with a key is of that key
 * @param name as it was before
 */
record TakenName(String stamp, Set<String> keys, String name) {

    private static final int LONGEST = 254 - "uuuuMMddHHmmssSSS-".length();
    private static final String PART = "[\\p{L}\\p{N}]+";
    private static final Map<Integer, Pattern> PREFIXED = new ConcurrentHashMap<>();
    private static final Pattern STAMPED = Pattern.compile("(\\d{17})-(.+)", Pattern.DOTALL);

    /** The keys before a name, as many as a file's name bears; a key of other signs than letters and digits is left out. */
    static String prefix(Collection<String> keys, String name) {
        var prefix = new StringBuilder();
        int room = LONGEST - name.getBytes(StandardCharsets.UTF_8).length;
        for (String key : keys) {
            String token = key.replace('/', '-').toUpperCase(Locale.ROOT);
            room -= token.getBytes(StandardCharsets.UTF_8).length + 1;
            if (room >= 0 && key.matches(PART + "(/" + PART + ")*")) {
                prefix.append(prefix.isEmpty() ? "" : "+").append(token);
            }
        }
        return prefix.isEmpty() ? "" : prefix.append("--").toString();
    }

    /** Reads a name; one without stamp has an empty one. */
    static TakenName of(String file, int parts) {
        Matcher stamped = STAMPED.matcher(file);
        String stamp = stamped.matches() ? stamped.group(1) : "";
        String name = stamp.isEmpty() ? file : stamped.group(2);
        Set<String> keys = new LinkedHashSet<>();
        Matcher prefixed = PREFIXED.computeIfAbsent(parts, TakenName::prefixed).matcher(name);
        if (prefixed.matches()) {
            for (String key : prefixed.group(1).split("\\+", -1)) {
                keys.add(AgendaKey.inName(key, parts));
            }
            name = prefixed.group(2);
        }
        return new TakenName(stamp, keys, name);
    }

    private static Pattern prefixed(int parts) {
        String token = PART + ("-" + PART).repeat(Math.max(0, parts - 1));
        return Pattern.compile("(" + token + "(?:\\+" + token + ")*)--(.+)", Pattern.DOTALL);
    }
}
