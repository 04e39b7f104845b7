package id.go.setneg.dumas.operations;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start the hub with wrong settings and names all that is wrong at once, before any bean exists. It finds
 * every record that is annotated with {@code @ConfigurationProperties} under {@code hub}: nothing needs to be registered.
 * An application other than the hub (a test's, the sandbox's own) is left alone.
 */
final class SettingsCheck implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String HUB = ClassUtils.getPackageName(SettingsCheck.class.getPackageName());

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        if (event.getSpringApplication().getAllSources().stream().anyMatch(SettingsCheck::isHub)) {
            List<String> problems =
                    new SettingsProblems(event.getApplicationContext().getEnvironment(), records()).find();
            if (!problems.isEmpty()) {
                throw new WrongSettings(problems);
            }
        }
    }

    /** All settings records of the hub, of every package. */
    static Collection<Class<? extends Record>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(HUB).stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), SettingsCheck.class.getClassLoader()))
                .filter(type -> type.isRecord() && (prefix(type) + ".").startsWith("hub."))
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the settings of a record begin, such as {@code hub.lapor}. */
    static String prefix(Class<?> type) {
        var annotation = AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type + " is not annotated with @ConfigurationProperties");
        }
        return annotation.prefix();
    }

    private static boolean isHub(Object source) {
        return source instanceof Class<?> type
                && type.getPackageName().equals(HUB)
                && AnnotatedElementUtils.hasAnnotation(type, SpringBootApplication.class);
    }
}
