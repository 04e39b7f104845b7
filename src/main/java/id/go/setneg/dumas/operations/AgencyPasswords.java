package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.agency.AgencySettings;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The agencies' logins as they are set. */
@Component
final class AgencyPasswords implements AgencyLogins {

    private final AgencySettings settings;

    AgencyPasswords(AgencySettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> passwords() {
        return settings.agencies().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, way -> way.getValue().password()));
    }
}
