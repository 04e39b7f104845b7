package id.go.setneg.dumas.operations;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Some components of a settings record must not be empty when another one has a certain value. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RequiredWhen.All.class)
@Constraint(validatedBy = RequiredWhen.Check.class)
public @interface RequiredWhen {

    /** The component that decides. */
    String field();

    /** Its value, as text in lower case. */
    String is();

    /** The components that must then be given; {@code a|b} is one of the two. */
    String[] then();

    /** What is said about each that is not. */
    String message() default "must not be empty";

    /** Bean Validation's. */
    Class<?>[] groups() default {};

    /** Bean Validation's. */
    Class<? extends Payload>[] payload() default {};

    /** Several on one record. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** Each of them. */
        RequiredWhen[] value();
    }

    /** Reads the record's components by name. */
    final class Check implements ConstraintValidator<RequiredWhen, Record> {

        private String field = "";
        private String is = "";
        private List<String> then = List.of();

        @Override
        public void initialize(RequiredWhen rule) {
            field = rule.field();
            is = rule.is();
            then = List.of(rule.then());
        }

        @Override
        public boolean isValid(Record settings, ConstraintValidatorContext context) {
            if (!String.valueOf(component(settings, field))
                    .toLowerCase(Locale.ROOT)
                    .equals(is)) {
                return true;
            }
            List<String> empty = then.stream()
                    .filter(names ->
                            Arrays.stream(names.split("\\|", -1)).allMatch(name -> isEmpty(component(settings, name))))
                    .map(names -> names.replaceFirst("\\|.*", ""))
                    .toList();
            context.disableDefaultConstraintViolation();
            String message = context.getDefaultConstraintMessageTemplate();
            empty.forEach(name -> context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(name)
                    .addConstraintViolation());
            return empty.isEmpty();
        }

        private static boolean isEmpty(@Nullable Object value) {
            return value == null || value.toString().isBlank() || value.equals(List.of());
        }

        private static @Nullable Object component(Record settings, String name) {
            try {
                Method accessor = settings.getClass().getDeclaredMethod(name);
                accessor.setAccessible(true);
                return accessor.invoke(settings);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(settings.getClass() + " has no component " + name, e);
            }
        }
    }
}
