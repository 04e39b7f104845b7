package id.go.setneg.dumas.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {

    private final Directory directory = Directory.read(Path.of("mappings/agencies/directory.json"));

    @Test
    void everyKindOfAgencyIsThere() {
        assertThat(directory.agencies().stream().map(Agency::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Agency.Kind.class));
        assertThat(directory.agencies()).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void aNameIsFoundAsOfficersWriteIt() {
        for (String name : new String[] {
            "Kementerian Agraria dan Tata Ruang/BPN",
            "KEMENTERIAN AGRARIA DAN TATA RUANG / BPN",
            "kementerian atr-bpn",
            "Badan Pertanahan Nasional"
        }) {
            assertThat(resolve(Scheme.NAME, name)).as(name).isEqualTo("atr-bpn");
        }
        assertThat(resolve(Scheme.NAME, "Kementerian Sosial")).isEqualTo("kemensos");
        assertThat(resolve(Scheme.NAME, "Kementerian Ketenagakerjaan")).isEqualTo("kemnaker");
        assertThat(resolve(Scheme.NAME, "Kementerian Contoh")).isEqualTo("nobody");
        assertThat(resolve(Scheme.NAME, " - ")).isEqualTo("nobody");
    }

    @Test
    void anAgencyThatWasTakenOverLeadsToItsSuccessor() {
        assertThat(resolve(Scheme.NAME, "Kementerian Hukum dan HAM")).isEqualTo("kemenkum");
        assertThat(resolve(Scheme.HUB, "kemenkumham")).isEqualTo("kemenkum");
        assertThat(directory.find(new AgencyCode("kemenkumham"))).get().matches(agency -> agency.successor() != null);
    }

    @Test
    void theInstitutionIdOfLaporIsFound() {
        assertThat(resolve(Scheme.LAPOR, "151")).isEqualTo("setneg");
        assertThat(resolve(Scheme.LAPOR, "15")).isEqualTo("nobody");
        assertThat(resolve(Scheme.HUB, "Not A Code")).isEqualTo("nobody");
    }

    @Test
    void allProblemsAreToldAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("directory.json");
        Files.writeString(file, """
                {"agencies": [
                  {"code": "a", "kind": "MINISTRY", "names": [{"name": "Alpha"}], "parent": "nowhere", "disclosure": "FULL"},
                  {"code": "b", "kind": "MINISTRY", "names": [{"name": "ALPHA."}], "successor": "b", "disclosure": "FULL"},
                  {"code": "c", "kind": "MINISTRY", "names": [{"name": "C", "until": "2020-01-01"}], "disclosure": "FULL"},
                  {"code": "c", "kind": "MINISTRY", "names": [{"name": "C"}], "disclosure": "FULL"},
                  {"code": "D!", "kind": "MINISTRY", "names": [{"name": "D"}], "disclosure": "FULL"},
                  {"code": "e", "kind": "MINISTRY", "names": [], "disclosure": "FULL"},
                  {"code": "f", "kind": "MINISTRY", "names": [{"name": "F"}]}
                ]}
                """);
        assertThatThrownBy(() -> Directory.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a: names nowhere")
                .hasMessageContaining("b: 'alpha' also means a")
                .hasMessageContaining("b: is its own successor")
                .hasMessageContaining("c: the code is there twice")
                .hasMessageContaining("c: its newest name has ended")
                .hasMessageContaining("D!: ")
                .hasMessageContaining("e: ")
                .hasMessageContaining("f: ");
    }

    @Test
    void aFileThatIsNoDirectoryIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("directory.json");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Directory.read(file)).hasMessageContaining("no agencies");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> Directory.read(file)).hasMessageContaining("cannot be read as JSON");
    }

    private String resolve(Scheme scheme, String value) {
        return directory
                .resolve(new NamedAgency(scheme, value))
                .map(agency -> agency.code().value())
                .orElse("nobody");
    }
}
