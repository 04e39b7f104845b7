package id.go.setneg.dumas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two credentials of a system behind a gateway, each given literally or by a file, such as a mounted secret. A file is
 * read at each request, so a new secret works at once; while it is missing or empty, the last one does.
 */
public final class Credentials {

    private String gatewayKey = "";
    private String gatewayKeyFile = "";
    private String clientToken = "";
    private String clientTokenFile = "";

    public void setGatewayKey(String gatewayKey) {
        this.gatewayKey = gatewayKey;
    }

    public void setGatewayKeyFile(String gatewayKeyFile) {
        this.gatewayKeyFile = gatewayKeyFile;
    }

    public void setClientToken(String clientToken) {
        this.clientToken = clientToken;
    }

    public void setClientTokenFile(String clientTokenFile) {
        this.clientTokenFile = clientTokenFile;
    }

    /** As the gateway wants it: a bearer token (RFC 6750). */
    public synchronized String bearer() {
        gatewayKey = read(gatewayKeyFile, gatewayKey);
        return "Bearer " + gatewayKey;
    }

    /** As the system itself wants it. */
    public synchronized String token() {
        clientToken = read(clientTokenFile, clientToken);
        return clientToken;
    }

    private static String read(String file, String last) {
        if (file.isBlank()) {
            return last;
        }
        try {
            String text = Files.readString(Path.of(file)).strip();
            return text.isEmpty() ? last : text;
        } catch (IOException e) {
            return last; // the source will refuse us if it is too old
        }
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
