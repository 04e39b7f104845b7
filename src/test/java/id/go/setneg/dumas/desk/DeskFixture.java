package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencySettings;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.mapping.Canonical;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens to tests of other packages the desk over the real tables and directory; two agencies have a way. */
public final class DeskFixture {

    /** Institution id 70001 is one that only LAPOR! knows. */
    private static final Map<String, String> NAMES = Map.of("70001", "Kementerian Sosial");

    private DeskFixture() {}

    /** Only {@code atr-bpn} and {@code kemensos} can be reached. */
    public static Desk desk() {
        var directory = Directory.read(Path.of("mappings/agencies/directory.json"));
        var way = new AgencySettings.Way(
                AgencySettings.Kind.HTTP,
                "http://127.0.0.1:1/",
                List.of("whsec_" + "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"),
                null,
                "x");
        var ways = new AgencyWays(new AgencySettings(Map.of("atr-bpn", way, "kemensos", way)), directory);
        return new DeskConfiguration()
                .desk(new DeskSettings("."), directory, ways, canonical(), id -> Optional.ofNullable(NAMES.get(id)));
    }

    public static Merging merging(Ledger ledger) {
        return new DeskConfiguration().merging(ledger, desk());
    }

    public static Canonical canonical() {
        return new Canonical(Path.of("mappings/canonical"));
    }
}
