package id.go.setneg.dumas.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords and tokens made of the seed, so that a hub started again still knows them. They protect nothing real. */
record Secrets(long seed) {

    /** 32 hexadecimal digits for a name. */
    String word(String name) {
        return HexFormat.of().formatHex(bytes(name), 0, 16);
    }

    /** A secret in the form of Standard Webhooks. */
    String webhook(String name) {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(name));
    }

    private byte[] bytes(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("sandbox " + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
