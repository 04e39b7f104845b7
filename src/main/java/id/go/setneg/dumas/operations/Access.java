package id.go.setneg.dumas.operations;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/**
 * Who may do what. Agencies use the API and nothing else, with their code as the name; operators and officers use the
 * console, where {@link OfficersView} keeps officers from steering the hub. Passwords come by form (people) or HTTP Basic (machines).
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The API for machines: no session, no cookie, no login page; every refusal is a problem (RFC 9457). */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(Access::rules)
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, refusal) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Dumas Hub\", charset=\"UTF-8\"");
                    Problem.of(HttpStatus.UNAUTHORIZED).write(response);
                }))
                .exceptionHandling(refused -> refused.accessDeniedHandler(Access::forbid))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** The same API for the console's page: who has logged in there is known by the session, and the page proves that it asks. */
    @Bean
    @Order(1)
    SecurityFilterChain consoleApi(HttpSecurity http) {
        return http.securityMatcher(Access::comesFromConsole)
                .authorizeHttpRequests(Access::rules)
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, refusal) ->
                                Problem.of(HttpStatus.UNAUTHORIZED).write(response))
                        .accessDeniedHandler(Access::forbid))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.spa())
                .build();
    }

    /** The console and the rest. */
    @Bean
    @Order(3)
    SecurityFilterChain consoleAccess(HttpSecurity http) {
        var basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("Dumas Hub");
        basic.afterPropertiesSet();
        var page = new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        page.setUseEquals(true);
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/", "/masuk", "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/hawtio/auth/logout")
                        .authenticated()
                        .requestMatchers("/hawtio", "/hawtio/**")
                        .hasAnyRole("OPERATOR", "OFFICER")
                        .requestMatchers("/actuator/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/masuk")
                        .defaultSuccessUrl("/hawtio/", true)
                        .failureUrl("/masuk?salah"))
                .logout(logout -> logout.logoutUrl("/keluar").logoutSuccessUrl("/masuk?keluar"))
                .httpBasic(machine -> {})
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/masuk"), page)
                        // a challenge would make a browser open its own password box over the console
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Access::comesFromBrowserScript)
                        .defaultAuthenticationEntryPointFor(basic, request -> true))
                // the console sends the cookie's token back as a header; a request with its own password needs none
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers(Access::bringsPassword))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/api/v1/keys", "/api/v1/whatsapp", "/api/*.yaml", "/api/*.schema.json", "/api/schemas/*")
                .permitAll()
                .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/referrals",
                        "/api/v1/referrals/*/explanation",
                        "/api/v1/referrals/waiting")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers("/api/v1/dry-runs/**")
                .hasRole("OPERATOR")
                .requestMatchers("/api/v1/keys/evidence")
                .permitAll()
                .requestMatchers("/api/v1/cases/*/evidence")
                .hasRole("OFFICER")
                .requestMatchers(HttpMethod.POST, "/api/v1/tables/**")
                .hasRole("OPERATOR")
                .requestMatchers("/api/v1/tables/**", "/api/v1/reports/**", "/api/v1/alarms")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers("/api/v1/referrals/**")
                .hasRole("AGENCY")
                .requestMatchers("/api/v1/parked/*/content", "/api/v1/cases/**")
                .hasRole("OFFICER")
                .requestMatchers(HttpMethod.GET, "/api/v1/matches", "/api/v1/mass-letters")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers("/api/v1/matches/**")
                .hasRole("OFFICER")
                .requestMatchers("/api/v1/parked/**", "/api/v1/drift/**")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers(HttpMethod.POST, "/api/v1/deadlines/calendar")
                .hasRole("OPERATOR")
                .requestMatchers("/api/v1/deadlines/**")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers(HttpMethod.GET, "/api/v1/backfills/**")
                .hasAnyRole("OPERATOR", "OFFICER")
                .requestMatchers("/api/v1/backfills/**")
                .hasRole("OPERATOR")
                .anyRequest()
                .authenticated();
    }

    private static void forbid(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        Problem.of(HttpStatus.FORBIDDEN).write(response);
    }

    private static boolean comesFromConsole(HttpServletRequest request) {
        boolean isPage = comesFromBrowserScript(request) && !isNavigation(request);
        return request.getRequestURI().startsWith("/api/")
                && !bringsPassword(request)
                && (isPage || request.isRequestedSessionIdValid());
    }

    /** A person who opens an address without having logged in may give a password in the browser's own box. */
    private static boolean isNavigation(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean comesFromBrowserScript(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null;
    }

    private static boolean bringsPassword(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null && credentials.toLowerCase(Locale.ROOT).startsWith("basic ");
    }
}
