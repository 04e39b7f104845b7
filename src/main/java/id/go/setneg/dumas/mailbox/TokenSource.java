package id.go.setneg.dumas.mailbox;

import java.net.URI;
import java.nio.file.Path;

/** Where access tokens for the mail server come from. */
public sealed interface TokenSource {

    /**
     * An authorization server that gives a token for the hub's own credentials (RFC 6749, section 4.4).
     *
     * @param url its token endpoint
     * @param scope what the token is good for; may be empty
     */
    record Endpoint(URI url, String clientId, String clientSecret, String scope) implements TokenSource {

        @Override
        public String toString() {
            return "Endpoint[" + url.getHost() + "]";
        }
    }

    /**
     * A file that holds nothing but a token, and that somebody else renews.
     *
     * @param path read anew for each login
     */
    record File(Path path) implements TokenSource {}
}
