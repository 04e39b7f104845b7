package id.go.setneg.dumas.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * People of the office by their role, as {@code alarms.csv} and {@code reminders.csv} name it.
 *
 * @param roles by role, such as {@code officer}, {@code head} or {@code deputy}
 */
@Validated
@ConfigurationProperties("hub")
record RoleSettings(@DefaultValue Map<String, @Valid Role> roles) {

    /** What the office's roles are called. */
    static final Set<String> NAMES = Set.of("officer", "head", "deputy");

    RoleSettings {
        roles = Map.copyOf(roles);
    }

    /**
     * One role.
     *
     * @param email where it is told of alarms and reminded; absent, both are only shown
     */
    record Role(@Email @Nullable String email) {

        @Override
        public String toString() {
            return "Role";
        }
    }

    Optional<String> address(String role) {
        return Optional.ofNullable(roles.get(role)).map(Role::email).filter(email -> !email.isBlank());
    }
}
