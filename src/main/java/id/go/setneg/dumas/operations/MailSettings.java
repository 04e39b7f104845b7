package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.mailbox.MailAccess;
import id.go.setneg.dumas.mailbox.TokenSource;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The three mailboxes and outgoing mail; their routes read these as placeholders.
 *
 * @param enabled whether the hub reads and sends mail
 * @param imapScheme {@code imap} demands STARTTLS unless the server is on the same machine
 * @param imapHost server of the mailboxes
 * @param imapPort its port
 * @param smtpHost server that takes outgoing mail
 * @param smtpPort its port
 * @param smtpUser user there, absent where it asks for none
 * @param smtpPassword that user's password
 * @param from sender of outgoing mail
 * @param dumasUser mailbox of the public
 * @param dumasPassword its password
 * @param persuratanUser mailbox of the correspondence office
 * @param persuratanPassword its password
 * @param asdepUser mailbox of the agencies' answers
 * @param asdepPassword its password
 * @param auth how every user proves itself
 * @param tokenFile holds an access token that somebody else renews
 * @param tokenUrl token endpoint of the authorization server (RFC 6749)
 * @param clientId the hub's name there
 * @param clientSecret its secret
 * @param scope what the token is to be good for
 * @param caFile PEM file of the authorities that are believed instead of the usual ones
 * @param period the longest time between two polls
 * @param push whether the server's word leads to a poll at once (IDLE)
 * @param processedFolder where mails go that were understood; {@code /} separates levels
 * @param unclearFolder where mails go that are stored and parked
 */
@ConfigurationProperties("hub.mail")
@RequiredWhen(
        field = "enabled",
        is = "true",
        then = {"imapHost", "smtpHost", "from", "dumasUser", "persuratanUser", "asdepUser"})
@RequiredWhen(
        field = "byPassword",
        is = "true",
        then = {"dumasPassword", "persuratanPassword", "asdepPassword"})
@RequiredWhen(
        field = "byTokenEndpoint",
        is = "true",
        then = {"tokenUrl", "clientId", "clientSecret"})
record MailSettings(
        boolean enabled,
        @NotNull @DefaultValue("imaps") Scheme imapScheme,
        @Nullable String imapHost,
        @Min(1) @Max(65535) @DefaultValue("993") int imapPort,
        @Nullable String smtpHost,
        @Min(1) @Max(65535) @DefaultValue("587") int smtpPort,
        @Nullable String smtpUser,
        @Nullable String smtpPassword,
        @Nullable @Email String from,
        @Nullable String dumasUser,
        @Nullable String dumasPassword,
        @Nullable String persuratanUser,
        @Nullable String persuratanPassword,
        @Nullable String asdepUser,
        @Nullable String asdepPassword,
        @NotNull @DefaultValue("password") Auth auth,
        @Nullable Path tokenFile,
        @Nullable URI tokenUrl,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String scope,
        @Nullable Path caFile,
        @NotNull @DefaultValue("30s") Duration period,
        @DefaultValue("true") boolean push,
        @NotBlank @DefaultValue("Diproses") String processedFolder,
        @NotBlank @DefaultValue("Perlu dilihat") String unclearFolder) {

    /** With or without TLS from the first byte. */
    enum Scheme {
        IMAP,
        IMAPS
    }

    /** By a password of each user, or by access tokens. */
    enum Auth {
        PASSWORD,
        XOAUTH2
    }

    boolean byPassword() {
        return enabled && auth == Auth.PASSWORD;
    }

    boolean byTokenEndpoint() {
        return enabled && auth == Auth.XOAUTH2 && tokenFile == null;
    }

    /** How mail servers are spoken to. */
    MailAccess access(Clock clock) {
        if (auth == Auth.PASSWORD) {
            Map<String, String> passwords = new HashMap<>();
            put(passwords, dumasUser, dumasPassword);
            put(passwords, persuratanUser, persuratanPassword);
            put(passwords, asdepUser, asdepPassword);
            put(passwords, smtpUser, smtpPassword);
            return MailAccess.byPassword(passwords, caFile);
        }
        return MailAccess.byToken(tokens(), caFile, clock);
    }

    private TokenSource tokens() {
        if (tokenFile != null) {
            return new TokenSource.File(tokenFile);
        }
        return new TokenSource.Endpoint(
                Objects.requireNonNull(tokenUrl),
                Objects.requireNonNull(clientId),
                Objects.requireNonNull(clientSecret),
                Objects.requireNonNullElse(scope, ""));
    }

    private static void put(Map<String, String> passwords, @Nullable String user, @Nullable String password) {
        if (user != null && password != null) {
            passwords.put(user, password);
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + enabled + "]";
    }
}
