package id.go.setneg.dumas.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How agencies are reached and how they identify themselves.
 *
 * @param agencies by agency code
 */
@ConfigurationProperties("hub")
public record AgencySettings(@DefaultValue Map<String, @Valid Way> agencies) {

    /**
     * The way to one agency.
     *
     * @param way {@code http} or {@code queue}
     * @param url where referrals are posted; only for {@code http}
     * @param secrets {@code whsec_} and base64 (Standard Webhooks), several while one is changed; only for {@code http}
     * @param publicKey a JWK with an EC key on P-256, as JSON text; only for {@code queue}
     * @param password with the agency code as user: HTTP Basic at our API, and at our broker
     */
    public record Way(
            @NotNull Kind way,
            @Nullable String url,
            @DefaultValue List<String> secrets,
            @Nullable String publicKey,
            @NotBlank String password) {

        @AssertTrue(message = "way http needs url (http or https)")
        boolean isUrlWhereNeeded() {
            return way != Kind.HTTP || (url != null && url.matches("https?://[^\\s]+"));
        }

        @AssertTrue(message = "way http needs secrets, each whsec_ and base64")
        boolean isSignedWhereNeeded() {
            return way != Kind.HTTP
                    || (!secrets.isEmpty()
                            && secrets.stream().allMatch(s -> s.matches("whsec_[A-Za-z0-9+/]{20,}={0,2}")));
        }

        @AssertTrue(message = "way queue needs public-key, a JWK")
        boolean isSealedWhereNeeded() {
            return way != Kind.QUEUE || (publicKey != null && publicKey.startsWith("{"));
        }

        @Override
        public String toString() {
            return "Way[" + way + "]";
        }
    }

    /** What connects us. */
    public enum Kind {
        HTTP,
        QUEUE
    }
}
