package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.go.setneg.dumas.DumasHub;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SettingsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Name as in application.yaml → the record's component that reads it. */
    private final Map<String, RecordComponent> known = new TreeMap<>();

    /** The names in application.yaml, whether they have a value or not. */
    private final TreeSet<String> written = new TreeSet<>();

    SettingsTest() throws IOException {
        for (Class<?> settings : records()) {
            String prefix = AnnotatedElementUtils.findMergedAnnotation(settings, ConfigurationProperties.class)
                    .prefix();
            for (RecordComponent component : settings.getRecordComponents()) {
                known.put(prefix + "." + dashed(component.getName()), component);
            }
        }
        JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(new File("src/main/resources/application.yaml"));
        collect("hub", yaml.path("hub"));
    }

    private void collect(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(name + "." + child.getKey(), child.getValue()));
        } else {
            written.add(name);
        }
    }

    private static List<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> records = new ArrayList<>();
        scanner.findCandidateComponents(DumasHub.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(type -> Files.exists(file(type)))
                .forEach(records::add);
        assertThat(records).hasSizeGreaterThan(8).allMatch(Class::isRecord, "settings are records");
        return records;
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Class<?> settings : records()) {
            describe(settings, problems);
            Arrays.stream(settings.getDeclaredClasses())
                    .filter(Class::isRecord)
                    .forEach(nested -> describe(nested, problems));
        }
        assertThat(problems).isEmpty();
    }

    private static void describe(Class<?> settings, List<String> problems) {
        String source = source(settings);
        int record = source.indexOf("record " + settings.getSimpleName() + "(");
        String before = source.substring(0, record);
        String comment = before.substring(Math.max(0, before.lastIndexOf("/**")));
        for (RecordComponent component : settings.getRecordComponents()) {
            if (!comment.matches("(?s).*@param " + component.getName() + " \\S.*")) {
                problems.add(settings.getSimpleName() + ": say what " + component.getName()
                        + " is, as @param in the record's javadoc");
            }
        }
    }

    private static Path file(Class<?> type) {
        return SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
    }

    private static String source(Class<?> settings) {
        try {
            return Files.readString(file(settings));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everythingInTheFileIsReadByARecord() {
        assertThat(written).hasSizeGreaterThan(30);
        written.removeAll(known.keySet());
        assertThat(written)
                .as("names in application.yaml that no settings record reads: remove them")
                .isEmpty();
    }

    @Test
    void theFileAsksForNoVirtualThreads() throws IOException {
        assertThat(Path.of("src/main/resources/application.yaml"))
                .as("decision 0023 says why")
                .content()
                .doesNotContain("threads.virtual");
    }

    @Test
    void everySettingStandsInTheFileOrCanBeLeftOut() {
        List<String> problems = new ArrayList<>();
        known.forEach((name, component) -> {
            boolean canBeLeftOut = component.getAccessor().isAnnotationPresent(DefaultValue.class)
                    || hasDefault(component)
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType() == boolean.class
                    || Map.class.isAssignableFrom(component.getType())
                    || Collection.class.isAssignableFrom(component.getType());
            if (!written.contains(name) && !canBeLeftOut) {
                problems.add(name + ": write it into application.yaml, or give its record a @DefaultValue");
            }
        });
        assertThat(problems).isEmpty();
    }

    /** The annotation is for parameters: it is found at the canonical constructor. */
    private static boolean hasDefault(RecordComponent component) {
        Class<?> settings = component.getDeclaringRecord();
        int index = Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(component.getName());
        return Arrays.stream(settings.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == settings.getRecordComponents().length)
                .anyMatch(constructor -> constructor.getParameters()[index].isAnnotationPresent(DefaultValue.class));
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
