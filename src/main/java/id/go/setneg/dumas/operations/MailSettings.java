package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The three mailboxes and outgoing mail; their routes read these as placeholders.
 *
 * @param enabled whether the hub reads and sends mail
 * @param imapScheme {@code imap} only where the server is on the same machine
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
 * @param period time between two polls
 */
@ConfigurationProperties("hub.mail")
@RequiredWhen(
        field = "enabled",
        is = "true",
        then = {
            "imapHost",
            "smtpHost",
            "from",
            "dumasUser",
            "dumasPassword",
            "persuratanUser",
            "persuratanPassword",
            "asdepUser",
            "asdepPassword"
        })
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
        @NotNull @DefaultValue("30s") Duration period) {

    /** With or without TLS from the first byte. */
    enum Scheme {
        IMAP,
        IMAPS
    }

    @Override
    public String toString() {
        return "MailSettings[" + enabled + "]";
    }
}
