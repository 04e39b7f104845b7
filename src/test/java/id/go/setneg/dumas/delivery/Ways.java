package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.agency.AgencySettings;
import id.go.setneg.dumas.agency.AgencySettings.Kind;
import id.go.setneg.dumas.agency.AgencySettings.Way;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ways to one agency of the real directory. */
final class Ways {

    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));

    private Ways() {}

    static AgencyWays http(String agency, String... secrets) {
        return ways(agency, new Way(Kind.HTTP, "http://127.0.0.1:1/", List.of(secrets), null, "contoh"));
    }

    static AgencyWays queue(String agency, String publicKey) {
        return ways(agency, new Way(Kind.QUEUE, null, List.of(), publicKey, "contoh"));
    }

    private static AgencyWays ways(String agency, Way way) {
        return new AgencyWays(new AgencySettings(Map.of(agency, way)), DIRECTORY);
    }
}
