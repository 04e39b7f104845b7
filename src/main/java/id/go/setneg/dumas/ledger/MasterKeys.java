package id.go.setneg.dumas.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that wrap data keys, and the secret of keyed hashes. The file is JSON: {@code primary} names the key that
 * wraps, {@code keys} holds every key that may still unwrap (32 bytes, base64), {@code search} the secret of the hashes.
 */
public final class MasterKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String USE = "data key";

    private final String primary;
    private final Map<String, DataKey> keys = new HashMap<>();
    private final SecretKeySpec search;

    private record Content(String primary, Map<String, byte[]> keys, byte[] search) {}

    /** A data key and the form in which it is stored. */
    record Wrapped(DataKey key, String master, byte[] sealed) {}

    private MasterKeys(Content content) {
        primary = content.primary();
        content.keys().forEach((name, key) -> keys.put(name, new DataKey(key)));
        search = new SecretKeySpec(content.search(), "HmacSHA256");
        if (!keys.containsKey(primary)) {
            throw new IllegalArgumentException("keys has no key named " + primary);
        }
    }

    /**
     * Reads the file, or makes it where the settings allow that.
     *
     * @throws IllegalStateException when there is no usable file; the message names the file and what to do
     */
    public static MasterKeys of(LedgerSettings settings) {
        Path file = settings.masterKeyFile();
        try {
            if (Files.notExists(file) && settings.createMasterKey()) {
                create(file);
            }
            return new MasterKeys(new ObjectMapper().readValue(file.toFile(), Content.class));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "hub.ledger.master-key-file: no usable keys in " + file
                            + "; restore it from its backup, or for a first start set hub.ledger.create-master-key=true",
                    e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var content = new Content("k1", Map.of("k1", random()), random());
        Path draft = Files.createTempFile(
                folder,
                "master",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, new ObjectMapper().writeValueAsBytes(content), StandardOpenOption.SYNC);
        Files.move(draft, file);
    }

    static byte[] random() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    Wrapped newDataKey() {
        byte[] key = random();
        return new Wrapped(new DataKey(key), primary, master(primary).seal(USE, key));
    }

    DataKey unwrap(String master, byte[] sealed) {
        return new DataKey(unwrapped(master, sealed));
    }

    byte[] unwrapped(String master, byte[] sealed) {
        return master(master).open(USE, sealed);
    }

    private DataKey master(String name) {
        DataKey key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("hub.ledger.master-key-file lacks the key " + name);
        }
        return key;
    }

    /** HMAC-SHA-256 over the parts, each with its length, so that no two lists of parts are alike. */
    byte[] hash(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return hash(bytes);
    }

    byte[] hash(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(search);
            for (byte[] part : parts) {
                mac.update(ByteBuffer.allocate(4).putInt(0, part.length));
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
