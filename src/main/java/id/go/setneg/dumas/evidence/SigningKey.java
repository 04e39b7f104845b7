package id.go.setneg.dumas.evidence;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key pair that evidence packs are signed with (JWK, RFC 7517; ES256, RFC 7518). */
final class SigningKey {

    private final ECKey key;

    private SigningKey(ECKey key) {
        this.key = key;
    }

    /**
     * Reads the key, or makes it where the settings allow that.
     *
     * @throws IllegalStateException when there is no usable key; the message names the file and what to do
     */
    static SigningKey of(EvidenceSettings settings) {
        Path file = settings.keyFile();
        try {
            if (Files.notExists(file) && settings.createKey()) {
                create(file);
            }
            ECKey read = ECKey.parse(Files.readString(file));
            if (!read.isPrivate() || !read.getCurve().equals(Curve.P_256)) {
                throw new ParseException("not a private key on P-256", 0);
            }
            return new SigningKey(new ECKey.Builder(read).keyIDFromThumbprint().build());
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "hub.evidence.key-file: no usable private EC key (JWK, P-256) in " + file
                            + "; restore it, or for a first start set hub.evidence.create-key=true",
                    e);
        }
    }

    private static void create(Path file) throws IOException, JOSEException {
        ECKey fresh = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                "evidence",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, fresh.toJSONString(), StandardOpenOption.SYNC);
        Files.move(draft, file);
    }

    String id() {
        return key.getKeyID();
    }

    /** The public half as a JWK set. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A compact JWS without its payload (RFC 7515, appendix F). */
    String sign(byte[] content) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(id()).build();
        var signed = new JWSObject(header, new Payload(content));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return signed.serialize(true);
    }
}
