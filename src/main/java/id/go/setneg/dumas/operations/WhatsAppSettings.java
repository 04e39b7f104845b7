package id.go.setneg.dumas.operations;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * WhatsApp through Meta's Cloud API; its routes read these as placeholders.
 *
 * @param enabled whether the hub answers by WhatsApp
 * @param url base of the Graph API, ends with the version
 * @param phoneNumberId our number's id at Meta
 * @param accessToken bearer token of a system user
 * @param accessTokenFile file that holds it instead
 * @param appSecret signs what Meta posts to our webhook
 * @param verifyToken what Meta repeats when the webhook is set up
 */
@ConfigurationProperties("hub.whatsapp")
@RequiredWhen(
        field = "enabled",
        is = "true",
        then = {"phoneNumberId", "accessToken|accessTokenFile", "appSecret", "verifyToken"})
record WhatsAppSettings(
        boolean enabled,
        @DefaultValue("https://graph.facebook.com/v23.0") URI url,
        @Nullable String phoneNumberId,
        @Nullable String accessToken,
        @Nullable String accessTokenFile,
        @Nullable String appSecret,
        @Nullable String verifyToken) {

    @Override
    public String toString() {
        return "WhatsAppSettings[" + enabled + "]";
    }
}
