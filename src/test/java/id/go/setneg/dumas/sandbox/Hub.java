package id.go.setneg.dumas.sandbox;

import java.net.URI;

/**
 * Where the hub is, as agencies know it.
 *
 * @param api such as {@code http://127.0.0.1:8080}, without a slash at the end
 * @param brokerPort AMQP 1.0 on 127.0.0.1
 */
record Hub(String api, int brokerPort) {

    URI status(String referral) {
        return URI.create(api + "/api/v1/referrals/" + referral + "/status");
    }

    URI keys() {
        return URI.create(api + "/api/v1/keys");
    }
}
