package id.go.setneg.dumas.intake.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a call of the WhatsApp webhook is known to be Meta's.
 *
 * @param enabled whether the hub answers by WhatsApp
 * @param phoneNumberId our number's id at Meta; what was sent to another number is not for us
 * @param appSecret signs what Meta posts
 * @param verifyToken what Meta repeats when the webhook is set up
 */
@ConfigurationProperties("hub.whatsapp")
record WebhookSettings(
        boolean enabled,
        @Nullable String phoneNumberId,
        @Nullable String appSecret,
        @Nullable String verifyToken) {

    private static final String SCHEME = "sha256=";

    /** Whether the token is the one that was agreed. */
    boolean isAgreed(String token) {
        return verifyToken != null && isEqual(utf8(verifyToken), utf8(token));
    }

    /**
     * Whether a body bears our application's signature.
     *
     * @param signature the header X-Hub-Signature-256: {@code sha256=} and the HMAC-SHA-256 of the body, hexadecimal
     */
    boolean isSigned(byte[] body, String signature) {
        if (appSecret == null || appSecret.isBlank() || !signature.startsWith(SCHEME)) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(appSecret), "HmacSHA256"));
            return isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature.substring(SCHEME.length())));
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isEqual(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + enabled + "]";
    }
}
