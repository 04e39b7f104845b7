package id.go.setneg.dumas.operations;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/**
 * Binds and validates settings records and collects what is wrong, as {@code hub.lapor.url: must not be empty
 * (application.yaml:12)}. Values are never repeated: they may be secrets. Names that no record knows are problems too,
 * except in the system environment, where other programs may own names that begin with {@code HUB_}.
 */
final class SettingsProblems {

    private static final ConfigurationPropertyName HUB = ConfigurationPropertyName.of("hub");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)");

    private final ConfigurableEnvironment environment;
    private final Collection<Class<? extends Record>> records;
    private final TreeMap<String, String> found = new TreeMap<>();

    SettingsProblems(ConfigurableEnvironment environment, Collection<Class<? extends Record>> records) {
        this.environment = environment;
        this.records = records;
    }

    /** One sentence a problem, sorted by property; empty when all is well. */
    List<String> find() {
        MessageInterpolator messages =
                Validation.byDefaultProvider().configure().getDefaultMessageInterpolator();
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new English(messages))
                .buildValidatorFactory()) {
            Binder binder = Binder.get(environment);
            records.forEach(type -> check(type, binder, factory.getValidator()));
        }
        findUnknown();
        return found.entrySet().stream()
                .map(problem -> problem.getKey() + ": " + problem.getValue() + " (" + origin(problem.getKey()) + ")")
                .toList();
    }

    private <T extends Record> void check(Class<T> type, Binder binder, Validator validator) {
        String prefix = SettingsCheck.prefix(type);
        T settings;
        try {
            settings = binder.bindOrCreate(prefix, Bindable.of(type), new Collector());
        } catch (RuntimeException e) {
            problem(prefix, refusal(e));
            return;
        }
        if (settings != null) {
            validator.validate(settings).forEach(violation -> problem(name(prefix, violation), violation.getMessage()));
        }
    }

    private void problem(String name, String what) {
        boolean partKnown =
                found.keySet().stream().anyMatch(other -> other.startsWith(name + ".") || other.startsWith(name + "["));
        if (!partKnown) {
            found.putIfAbsent(name, what);
        }
    }

    private void findUnknown() {
        var known = new KnownSettings(records);
        ConfigurationPropertySources.get(environment).forEach(source -> {
            boolean others = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
            if (!others && source instanceof IterableConfigurationPropertySource names) {
                names.stream()
                        .filter(HUB::isAncestorOf)
                        .filter(name -> !known.knows(name))
                        .forEach(name -> found.put(
                                name.toString(),
                                "is unknown"
                                        + known.nearest(name)
                                                .map(near -> "; did you mean " + near + "?")
                                                .orElse("")));
            }
        });
    }

    private String origin(String name) {
        if (!ConfigurationPropertyName.isValid(name)) {
            return "not set";
        }
        ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(property))
                .filter(Objects::nonNull)
                .findFirst()
                .map(SettingsProblems::origin)
                .orElse("not set");
    }

    private static String origin(ConfigurationProperty property) {
        Origin origin = property.getOrigin() instanceof PropertySourceOrigin source && source.getOrigin() != null
                ? source.getOrigin()
                : property.getOrigin();
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            return file(text.getResource()) + ":" + (text.getLocation().getLine() + 1);
        }
        return origin == null ? "set" : origin.toString();
    }

    private static String file(@Nullable Resource resource) {
        return resource == null ? "unknown file" : String.valueOf(resource.getFilename());
    }

    /** A violation's path in the spelling of settings: {@code operators[budi].password} is {@code hub.operators.budi.password}. */
    private static String name(String prefix, ConstraintViolation<?> violation) {
        var name = new StringBuilder(prefix);
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                name.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                name.append('.').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                name.append('.').append(KnownSettings.dashed(node.getName()));
            }
        }
        return name.toString();
    }

    /** What a type wants, without the value that it did not get. */
    private static String wish(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> KnownSettings.dashed(
                                    constant.toString().toLowerCase(Locale.ROOT).replace('_', '-')))
                            .collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "must be a duration such as 30s, 5m or PT30S";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "must be a whole number";
        }
        return "cannot be read as " + type.getSimpleName();
    }

    /** The words of a record that refused its values, if it is a record of ours; a library's words may hold the value. */
    private static String refusal(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("id.go.setneg.dumas.");
        return ours && root.getMessage() != null ? root.getMessage() : "cannot be read";
    }

    /** Notes every failure and lets the binding go on. */
    private final class Collector implements BindHandler {

        @Override
        public Object onSuccess(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
            if (result instanceof CharSequence text) {
                Matcher matcher = PLACEHOLDER.matcher(text);
                if (matcher.find()) {
                    problem(name.toString(), "names " + matcher.group(1) + ", which is not set");
                }
            }
            return result;
        }

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            Class<?> type = target.getType().resolve();
            boolean leaf = type == null || !type.isRecord();
            problem(name.toString(), leaf ? wish(type) : refusal(error));
            return type != null && type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
        }
    }

    /** Messages do not depend on the language of the machine. */
    private record English(MessageInterpolator messages) implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            String message = messages.interpolate(template, context, Locale.ENGLISH);
            return message.equals("must not be null") ? "must not be empty" : message; // nobody writes null in a file
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }
}
