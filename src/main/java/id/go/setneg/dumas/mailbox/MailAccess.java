package id.go.setneg.dumas.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How the hub proves to mail servers who it is, and which servers it believes. TLS is demanded of every server that is not
 * on this machine, and its name is checked against its certificate (RFC 8314, RFC 2595).
 */
public final class MailAccess {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int CHUNK = 1 << 20;

    private final Map<String, String> passwords;
    private final @Nullable AccessTokens tokens;
    private final @Nullable SSLSocketFactory sockets;

    private MailAccess(Map<String, String> passwords, @Nullable AccessTokens tokens, @Nullable Path certificates) {
        this.passwords = Map.copyOf(passwords);
        this.tokens = tokens;
        this.sockets = certificates == null ? null : trusting(certificates);
    }

    /**
     * By passwords.
     *
     * @param passwords by user
     * @param certificates PEM file of the authorities that are believed; the usual ones when absent
     * @throws IllegalArgumentException when no certificate can be read from there
     */
    public static MailAccess byPassword(Map<String, String> passwords, @Nullable Path certificates) {
        return new MailAccess(passwords, null, certificates);
    }

    /**
     * By access tokens (XOAUTH2), for IMAP and SMTP alike.
     *
     * @param certificates as above; a token endpoint is not meant by it
     */
    public static MailAccess byToken(TokenSource source, @Nullable Path certificates, Clock clock) {
        return new MailAccess(Map.of(), new AccessTokens(source, clock), certificates);
    }

    /**
     * Settings of the mail library for a mailbox.
     *
     * @param scheme {@code imaps}, or {@code imap}, which off this machine means STARTTLS
     */
    public Properties imap(String scheme, String host) {
        Properties all = common(scheme);
        String prefix = "mail." + scheme + ".";
        all.setProperty(prefix + "peek", "true"); // reading does not mark as seen
        all.setProperty(prefix + "partialfetch", "true");
        all.setProperty(prefix + "fetchsize", String.valueOf(CHUNK));
        if (scheme.equals("imap") && !isHere(host)) {
            all.setProperty(prefix + "starttls.enable", "true");
            all.setProperty(prefix + "starttls.required", "true");
        }
        return all;
    }

    /**
     * Settings of the mail library for sending.
     *
     * @param user whoever sends; absent where the server asks nobody
     */
    public Properties smtp(String host, @Nullable String user) {
        Properties all = common("smtp");
        all.setProperty("mail.smtp.auth", String.valueOf(user != null && !user.isBlank()));
        if (!isHere(host)) {
            all.setProperty("mail.smtp.starttls.enable", "true");
            all.setProperty("mail.smtp.starttls.required", "true");
        }
        return all;
    }

    private Properties common(String scheme) {
        var all = new Properties();
        String prefix = "mail." + scheme + ".";
        all.setProperty(prefix + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
        all.setProperty(prefix + "timeout", String.valueOf(ANSWER.toMillis()));
        all.setProperty(prefix + "writetimeout", String.valueOf(ANSWER.toMillis()));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (tokens != null) {
            all.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (sockets != null) {
            all.put(prefix + "ssl.socketFactory", sockets);
        }
        return all;
    }

    /** What a user proves itself with. */
    String secret(String user) {
        return tokens == null ? passwords.getOrDefault(user, "") : tokens.token();
    }

    /** Whether another secret may be had after this one was refused. */
    boolean renew(String refused) {
        if (tokens == null) {
            return false;
        }
        tokens.forget(refused);
        return true;
    }

    /** By its name alone: asking the name service would let it decide whether passwords travel in the clear. */
    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }

    private static SSLSocketFactory trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IllegalArgumentException(file + " holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificate can be read from " + file, e);
        }
    }
}
