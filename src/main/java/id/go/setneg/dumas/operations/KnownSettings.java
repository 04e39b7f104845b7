package id.go.setneg.dumas.operations;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;

/** The names that settings records can read; {@code *} stands for a name that the installer chooses. */
final class KnownSettings {

    private final Set<String> names = new LinkedHashSet<>();

    KnownSettings(Collection<Class<? extends Record>> records) {
        records.forEach(type -> add(SettingsCheck.prefix(type), type));
    }

    /** Whether some record reads this name; dashes and capitals do not matter. */
    boolean knows(ConfigurationPropertyName name) {
        return names.stream().anyMatch(known -> plain(fill(known, name)).equals(plain(withoutIndexes(name))));
    }

    /** The known name that looks most like this one, if any does. */
    Optional<String> nearest(ConfigurationPropertyName name) {
        String text = withoutIndexes(name);
        return names.stream()
                .map(known -> fill(known, name))
                .filter(known ->
                        distance(known, text) <= Math.max(2, lastPart(text).length() / 2))
                .min(Comparator.comparingInt(known -> distance(known, text)));
    }

    /** {@code imapHost} as settings spell it: {@code imap-host}. */
    static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private void add(String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            add(
                    prefix + "." + dashed(component.getName()),
                    ResolvableType.forMethodReturnType(component.getAccessor()));
        }
    }

    private void add(String name, ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        if (raw.isRecord()) {
            add(name, raw);
        } else if (Map.class.isAssignableFrom(raw)) {
            add(name + ".*", type.asMap().getGeneric(1));
        } else if (Collection.class.isAssignableFrom(raw)) {
            add(name, type.asCollection().getGeneric(0));
        } else {
            names.add(name);
        }
    }

    /** A known name with the installer's own names at the places where it has a star. */
    private static String fill(String known, ConfigurationPropertyName name) {
        String[] parts = known.split("\\.", -1);
        String[] given = withoutIndexes(name).split("\\.", -1);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> parts[i].equals("*") && i < given.length ? given[i] : parts[i])
                .collect(Collectors.joining("."));
    }

    private static String withoutIndexes(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .filter(i -> !name.isNumericIndex(i))
                .mapToObj(i -> name.getElement(i, Form.ORIGINAL))
                .collect(Collectors.joining("."));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Levenshtein: how many letters must be added, taken away or changed. */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
