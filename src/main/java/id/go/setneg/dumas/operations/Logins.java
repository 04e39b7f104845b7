package id.go.setneg.dumas.operations;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Everyone with a password: operators and officers by name, agencies by code. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperatorSettings.class, HomeSettings.class})
class Logins {

    private static final String ENCODED = "{bcrypt}";
    private static final String PLAIN = "{noop}";

    /** A plain password stands in the settings anyway: a light hash keeps it out of a heap dump and an agency's calls fast. */
    private static final PasswordEncoder LIGHT = new BCryptPasswordEncoder(5);

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    }

    @Bean
    UserDetailsService everybody(OperatorSettings people, ObjectProvider<AgencyLogins> agencies) {
        var logins = new InMemoryUserDetailsManager();
        people.operators()
                .forEach((name, person) ->
                        add(logins, name, person.password(), person.role().name()));
        agencies.orderedStream()
                .flatMap(some -> some.passwords().entrySet().stream())
                .forEach(agency -> add(logins, agency.getKey(), agency.getValue(), "AGENCY"));
        return logins;
    }

    private static void add(InMemoryUserDetailsManager logins, String name, String password, String role) {
        if (logins.userExists(name)) {
            throw new IllegalStateException("two logins have the name " + name + ": rename the operator");
        }
        UserDetails login =
                User.withUsername(name).password(encoded(password)).roles(role).build();
        logins.createUser(login);
    }

    private static String encoded(String password) {
        if (password.startsWith(ENCODED)) {
            return password;
        }
        String plain = password.startsWith(PLAIN) ? password.substring(PLAIN.length()) : password;
        return ENCODED + LIGHT.encode(plain);
    }
}
