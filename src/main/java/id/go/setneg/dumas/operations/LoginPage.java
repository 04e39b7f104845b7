package id.go.setneg.dumas.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where people log in and out. */
@RestController
class LoginPage {

    private static final String TEXT_HTML_UTF8 = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    @GetMapping(path = "/masuk", produces = TEXT_HTML_UTF8)
    String login(HttpServletRequest request, CsrfToken token) throws IOException {
        String page = new ClassPathResource("console/masuk.html").getContentAsString(StandardCharsets.UTF_8);
        return page.replace("{{csrf.name}}", token.getParameterName())
                .replace("{{csrf.token}}", token.getToken())
                .replace("{{message}}", message(request));
    }

    /** The console's own way out; the cookie is SameSite=Strict, so no other site can lead people here. */
    @GetMapping("/hawtio/auth/logout")
    void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        new SecurityContextLogoutHandler().logout(request, response, who);
        response.sendRedirect("/masuk?keluar");
    }

    private static String message(HttpServletRequest request) {
        if (request.getParameter("salah") != null) {
            return "<p id=\"pesan\" class=\"salah\" role=\"alert\">Nama pengguna atau kata sandi tidak benar.</p>";
        }
        if (request.getParameter("keluar") != null) {
            return "<p id=\"pesan\" role=\"status\">Anda telah keluar.</p>";
        }
        return "";
    }
}
