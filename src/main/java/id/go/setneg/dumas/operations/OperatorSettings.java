package id.go.setneg.dumas.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People who may log in.
 *
 * @param operators by login name
 */
@ConfigurationProperties("hub")
record OperatorSettings(
        @NotEmpty(message = "must name at least one operator") @DefaultValue
        Map<String, @Valid Operator> operators) {

    OperatorSettings {
        operators = Map.copyOf(operators);
    }

    /** What a person may do. */
    enum Role {
        /** Watch and steer routes in the console and over JMX; see why a record is parked, never what it says. */
        OPERATOR,
        /** Read what a parked record says, have it tried again or discard it; not steer routes. */
        OFFICER
    }

    /**
     * One person.
     *
     * @param password {@code {bcrypt}…}, or plain and then kept encoded in memory; at most 72 bytes, bcrypt's limit
     * @param role what the person may do
     */
    record Operator(
            @NotBlank @Size(max = 72) String password,
            @NotNull Role role) {

        @Override
        public String toString() {
            return "Operator[" + role + "]";
        }
    }
}
