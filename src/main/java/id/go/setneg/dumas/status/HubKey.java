package id.go.setneg.dumas.status;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import id.go.setneg.dumas.mapping.MappingRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The hub's own key pair, to which agencies seal what they send (JWK, RFC 7517; JWE, RFC 7516). */
public final class HubKey {

    private final ECKey key;

    private HubKey(ECKey key) {
        this.key = key;
    }

    /**
     * Reads the key, or makes it where the settings allow that.
     *
     * @throws IllegalStateException when there is no usable key; the message names the file and what to do
     */
    static HubKey of(StatusSettings settings) {
        Path file = settings.keyFile();
        try {
            if (Files.notExists(file) && settings.createKey()) {
                create(file);
            }
            return new HubKey(ECKey.parse(Files.readString(file)));
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "hub.status.key-file: no usable EC key (JWK) in " + file
                            + "; restore it, or for a first start set hub.status.create-key=true",
                    e);
        }
    }

    private static void create(Path file) throws IOException, JOSEException {
        ECKey fresh = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.ENCRYPTION)
                .keyIDFromThumbprint(true)
                .generate();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                "hub",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, fresh.toJSONString(), StandardOpenOption.SYNC);
        Files.move(draft, file);
    }

    /** The public half as a JWK set. */
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /**
     * Opens a compact JWE.
     *
     * @throws MappingRefused when it is none, or not sealed to this key
     */
    byte[] open(String sealed) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            jwe.decrypt(new ECDHDecrypter(key));
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new MappingRefused("cloud event: data is not sealed to the hub's key");
        }
    }
}
