package id.go.setneg.dumas.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How a sandbox is to be.
 *
 * @param home the hub's folder with routes, connectors and mappings
 * @param data the hub's data folder; the sandbox keeps its own few files in {@code sandbox/} below it
 * @param seed the same seed gives the same people, complaints, secrets and quirks
 * @param hubPort the hub's HTTP port; 0 chooses a free one
 * @param brokerPort the hub's port for agencies (AMQP 1.0); 0 chooses a free one
 * @param officerDelay from the registration of a mail or report in SPDE to its disposition
 * @param agencyPace between two steps of an agency
 * @param returns which referrals (by id) agencies send back as not their business
 * @param clock of everybody outside
 */
public record SandboxSettings(
        Path home,
        Path data,
        long seed,
        int hubPort,
        int brokerPort,
        Duration officerDelay,
        Duration agencyPace,
        Predicate<String> returns,
        Clock clock) {

    public SandboxSettings {
        if (officerDelay.isNegative() || agencyPace.isNegative()) {
            throw new IllegalArgumentException("delays of the sandbox cannot be negative");
        }
    }

    /** For tests: fast, on free ports. */
    public static SandboxSettings in(Path data) {
        return new SandboxSettings(
                Path.of("."),
                data,
                2026,
                0,
                0,
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                referral -> false,
                Clock.systemUTC());
    }

    public SandboxSettings withPorts(int hub, int broker) {
        return new SandboxSettings(home, data, seed, hub, broker, officerDelay, agencyPace, returns, clock);
    }

    public SandboxSettings withDelays(Duration officer, Duration agency) {
        return new SandboxSettings(home, data, seed, hubPort, brokerPort, officer, agency, returns, clock);
    }

    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(home, data, other, hubPort, brokerPort, officerDelay, agencyPace, returns, clock);
    }

    public SandboxSettings withReturns(Predicate<String> referrals) {
        return new SandboxSettings(home, data, seed, hubPort, brokerPort, officerDelay, agencyPace, referrals, clock);
    }
}
