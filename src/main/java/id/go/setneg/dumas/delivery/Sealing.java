package id.go.setneg.dumas.delivery;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import id.go.setneg.dumas.agency.AgencyWays;

/** Seals what lies in an agency's queue so that only the agency can read it (JWE, RFC 7516: ECDH-ES+A256KW, A256GCM). */
public final class Sealing {

    private final AgencyWays ways;

    Sealing(AgencyWays ways) {
        this.ways = ways;
    }

    /** A compact JWE to the public key of the agency behind this destination. */
    String seal(String destination, byte[] content) {
        ECKey key = ways.of(destination).sealingKey();
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                .keyID(key.getKeyID())
                .contentType("application/json")
                .build();
        var sealed = new JWEObject(header, new Payload(content));
        try {
            sealed.encrypt(new ECDHEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal for " + destination, e);
        }
        return sealed.serialize();
    }
}
