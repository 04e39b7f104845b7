package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the console asks its server when it starts. */
@RestController
@RequestMapping(path = "/hawtio", produces = "application/json")
class ConsoleQuestions {

    private static final String ALL_PAGES = "\"disabledRoutes\": [";
    private static final String OWN_PAGE = ALL_PAGES + "\"/camel\", \"/jmx\", \"/runtime\", ";

    private final Clock clock;

    ConsoleQuestions(Clock clock) {
        this.clock = clock;
    }

    /** The login name as a JSON string; names that need escaping are not allowed to log in here. */
    @GetMapping("/user")
    String user(Principal user) {
        return '"' + user.getName().replaceAll("[^\\p{L}\\p{N} ._@-]", "?") + '"';
    }

    /** Whom the page serves, as a JSON string: {@code OPERATOR} steers the hub, {@code OFFICER} decides about cases. */
    @GetMapping("/role")
    String role(HttpServletRequest request) {
        return request.isUserInRole("OPERATOR") ? "\"OPERATOR\"" : "\"OFFICER\"";
    }

    /** The console's settings; to an officer it offers none of its own pages. */
    @GetMapping("/hawtconfig.json")
    String settings(HttpServletRequest request) throws IOException {
        String settings = new ClassPathResource("hawtio-plugins/hawtconfig.json").getContentAsString(UTF_8);
        return request.isUserInRole("OPERATOR") ? settings : settings.replace(ALL_PAGES, OWN_PAGE);
    }

    @GetMapping("/plugin")
    List<Map<String, String>> plugins() {
        return List.of(Map.of("url", "/hawtio", "scope", "dumas", "module", "./plugin"));
    }

    @GetMapping({"/auth/config", "/auth/config/login"})
    List<Map<String, String>> loginMethods() {
        return List.of(Map.of("method", "external", "name", "Dumas Hub"));
    }

    /** When the session ends: request time, server time (milliseconds) and seconds of patience. */
    @GetMapping("/auth/config/session-timeout")
    Map<String, Long> sessionTimeout(HttpSession session, @Nullable Long t) {
        long now = clock.millis();
        return Map.of("req", t == null ? now : t, "now", now, "timeout", (long) session.getMaxInactiveInterval());
    }

    @GetMapping("/auth/config/oidc")
    Map<String, String> oidc() {
        return Map.of();
    }

    @GetMapping({"/keycloak/enabled", "/proxy/enabled"})
    boolean absent() {
        return false;
    }
}
