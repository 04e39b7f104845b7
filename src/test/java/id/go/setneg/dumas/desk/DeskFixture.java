package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencySettings;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.MappingSettings;
import id.go.setneg.dumas.mapping.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens to tests of other packages the desk over the real tables and directory; two agencies have a way. */
public final class DeskFixture {

    /** Institution id 70001 is one that only LAPOR! knows. */
    private static final Map<String, String> NAMES = Map.of("70001", "Kementerian Sosial");

    private DeskFixture() {}

    /** Only {@code atr-bpn} and {@code kemensos} can be reached. */
    public static Desk desk() {
        return desk(Map.of());
    }

    /** The same, and people of the office have addresses by their role. */
    public static Desk desk(Map<String, String> addresses) {
        Directory directory = directory();
        return new DeskConfiguration()
                .desk(
                        tables(directory),
                        ways(directory),
                        canonical(),
                        routing(Path.of("mappings/desk"), directory),
                        roles(addresses));
    }

    static RoleSettings roles(Map<String, String> addresses) {
        return new RoleSettings(addresses.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, role -> new RoleSettings.Role(role.getValue()))));
    }

    private static AgencyWays ways(Directory directory) {
        var way = new AgencySettings.Way(
                AgencySettings.Kind.HTTP,
                "http://127.0.0.1:1/",
                List.of("whsec_" + "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"),
                null,
                "x");
        return new AgencyWays(new AgencySettings(Map.of("atr-bpn", way, "kemensos", way)), directory);
    }

    static Routing routing(Path tables, Directory directory) {
        return new DeskConfiguration()
                .routing(
                        new DeskTables(tables, new Tables(), directory),
                        new RoutingSettings(3),
                        id -> Optional.ofNullable(NAMES.get(id)));
    }

    /** Tries changes of the real tables and mappings on a ledger. */
    public static DryRun dryRun(HubLedger hub) {
        Directory directory = directory();
        return new DeskConfiguration()
                .dryRun(
                        new MappingSettings("."),
                        new RoutingSettings(3),
                        directory,
                        ways(directory),
                        id -> Optional.ofNullable(NAMES.get(id)),
                        LedgerFixture.pastCases(hub.jdbc(), hub.caseKeys()),
                        canonical(),
                        hub.clock());
    }

    public static Questions questions() {
        return new DeskConfiguration().questions(tables(directory()), canonical());
    }

    static DeskTables tables(Directory directory) {
        return new DeskTables(Path.of("mappings/desk"), new Tables(), directory);
    }

    public static Directory directory() {
        return Directory.read(Path.of("mappings/agencies/directory.json"));
    }

    public static Merging merging(Ledger ledger) {
        return new DeskConfiguration().merging(ledger, desk());
    }

    public static Canonical canonical() {
        return new Canonical(Path.of("mappings/canonical"));
    }
}
