package id.go.setneg.dumas.ledger;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key of one case (or of one parked record): AES-256-GCM, nonce in front, bound to what it seals. */
public final class DataKey {

    private final AesGcmJce cipher;

    DataKey(byte[] key) {
        try {
            cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a data key has 32 bytes", e);
        }
    }

    /**
     * Seals bytes for one use; what was sealed for another cannot be opened.
     *
     * @param use table and column
     */
    public byte[] seal(String use, byte[] content) {
        try {
            return cipher.encrypt(content, use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + use, e);
        }
    }

    /**
     * Opens sealed bytes.
     *
     * @throws BrokenSeal when they were changed, or sealed for another use or with another key
     */
    public byte[] open(String use, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal(use, e);
        }
    }
}
