package id.go.setneg.dumas.agency;

import com.nimbusds.jose.jwk.ECKey;
import id.go.setneg.dumas.complaint.AgencyCode;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways to the agencies that have a system; each is one delivery destination, {@code agency.<code>}. */
public final class AgencyWays {

    private static final String PREFIX = "agency.";

    private final Map<AgencyCode, AgencyWay> ways = new LinkedHashMap<>();

    /** A way with its keys ready for use. */
    public record AgencyWay(
            AgencyCode agency,
            AgencySettings.Kind kind,
            List<byte[]> signingKeys,
            @Nullable ECKey publicKey) {

        /** The key that seals for this agency alone. */
        public ECKey sealingKey() {
            if (publicKey == null) {
                throw new IllegalStateException("hub.agencies." + agency + ".public-key is missing");
            }
            return publicKey;
        }
    }

    public AgencyWays(AgencySettings settings, Directory directory) {
        settings.agencies().forEach((name, way) -> {
            var code = new AgencyCode(name);
            if (directory.find(code).isEmpty()) {
                throw new IllegalStateException("hub.agencies." + code + ": no such agency in the directory");
            }
            ways.put(
                    code,
                    new AgencyWay(
                            code,
                            way.way(),
                            way.secrets().stream().map(AgencyWays::secret).toList(),
                            key(code, way.publicKey())));
        });
    }

    public Set<AgencyCode> agencies() {
        return ways.keySet();
    }

    public Optional<AgencyWay> find(AgencyCode agency) {
        return Optional.ofNullable(ways.get(agency));
    }

    /**
     * The way behind a destination.
     *
     * @throws IllegalArgumentException when no agency is reached by it
     */
    public AgencyWay of(String destination) {
        AgencyWay way = agency(destination).map(ways::get).orElse(null);
        if (way == null) {
            throw new IllegalArgumentException("no agency is reached by " + destination);
        }
        return way;
    }

    /** The destination of an agency, whether it can be reached or not. */
    public static String destination(AgencyCode agency) {
        return PREFIX + agency;
    }

    /** The agency that a destination reaches, none for a source. */
    public static Optional<AgencyCode> agency(String destination) {
        return destination.startsWith(PREFIX)
                ? Optional.of(new AgencyCode(destination.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static byte[] secret(String text) {
        return Base64.getDecoder().decode(text.substring("whsec_".length()));
    }

    private static @Nullable ECKey key(AgencyCode code, @Nullable String jwk) {
        if (jwk == null) {
            return null;
        }
        try {
            return ECKey.parse(jwk).toPublicJWK();
        } catch (ParseException e) {
            throw new IllegalStateException("hub.agencies." + code + ".public-key is not a JWK with an EC key", e);
        }
    }
}
