package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Seals and opens messages (JWE, ECDH-ES+A256KW, A256GCM, P-256). */
final class Sealing {

    private Sealing() {}

    /** The key pair in a file; made on first use, because messages sealed to it may outlive the process. */
    static ECKey keyIn(Path file) {
        try {
            if (Files.exists(file)) {
                return ECKey.parse(Files.readString(file));
            }
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(file.getFileName().toString().replace(".jwk.json", ""))
                    .generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException("no usable key in " + file, e);
        }
    }

    static String seal(JsonNode message, ECKey to) throws JOSEException {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(to.getKeyID())
                .contentType("application/json")
                .build();
        var sealed = new JWEObject(header, new Payload(message.toString()));
        sealed.encrypt(new ECDHEncrypter(to.toPublicJWK()));
        return sealed.serialize();
    }

    static JsonNode open(String sealed, ECKey key) throws JOSEException, ParseException {
        JWEObject message = JWEObject.parse(sealed);
        message.decrypt(new ECDHDecrypter(key));
        return Json.read(message.getPayload().toString());
    }
}
