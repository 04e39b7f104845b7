package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Complaint.Accused;
import id.go.setneg.dumas.complaint.Complaint.Disposition;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency.Scheme;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.mapping.MappingBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules over the real table and the real directory. */
class RoutingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));
    private static final Routing ROUTING = DeskFixture.routing(Path.of("mappings/desk"), DIRECTORY);

    @Test
    void theDispositionCountsMoreThanLaporAndTheTable() {
        assertThat(steps(plan(letter("kemensos"), report("90003")))).containsExactly("ACTION kemensos");
        assertThat(steps(plan(letter(null), report("90003")))).containsExactly("COORDINATION kemnaker");
        assertThat(steps(plan(matter("05", "Sertifikat belum terbit.")))).containsExactly("ACTION atr-bpn");
    }

    @Test
    void aDispositionMayNameSeveralAgenciesOfWhichTheFirstLeads() {
        Plan plan = plan(letter(null)
                .dispositions(disposition(null, "Asdep Dumas"), disposition(null, "Kementerian Sosial", "Kemnaker")));

        assertThat(steps(plan)).containsExactly("ACTION kemensos", "ACTION kemnaker");
        assertThat(plan.steps()).extracting(step -> step.explanation().lead()).containsExactly(true, false);
        assertThat(plan.left()).isNull();
    }

    @Test
    void aCancelledDispositionNamesNobody() {
        Complaints cancelled = letter("kemensos")
                .dispositions(disposition(OffsetDateTime.parse("2026-11-22T08:00:00+07:00"), "Kementerian Sosial"));

        assertThat(steps(plan(cancelled))).isEmpty();
    }

    @Test
    void whatLaporGaveToThatAgencyIsCoordinatedAndNotAskedTwice() {
        assertThat(steps(plan(report("90001"), letter("atr-bpn")))).containsExactly("COORDINATION atr-bpn");
    }

    @Test
    void corruptionOfAnOfficialFromOneBillionGoesToKpkWithoutACopyToWhomItIsAbout() {
        Accused regent = new Accused("Contoh Bupati", null, null, "Bupati Bogor", "Pemkab Bogor", null);

        assertThat(steps(plan(matter("03", "Proyek 1,5 miliar fiktif.").accused(regent))))
                .containsExactly("ACTION kpk");
        assertThat(steps(plan(matter("03", "Proyek 900 juta fiktif.").accused(regent))))
                .containsExactly("ACTION pemkab-bogor-inspektorat", "COPY pemkab-bogor");
    }

    @Test
    void whoIsComplainedAboutDoesNotJudgeItself() {
        Accused office = accusedOf("Kantor Pertanahan Kabupaten Contoh");

        Plan named = plan(letter("atr-bpn").accused(office));
        assertThat(steps(named)).containsExactly("ACTION atr-bpn-itjen");
        assertThat(named.steps().getFirst().explanation().sentence())
                .isEqualTo(
                        "Berkas diteruskan kepada Inspektorat Jenderal Kementerian Agraria dan Tata Ruang/Badan Pertanahan"
                                + " Nasional untuk ditindaklanjuti karena disposisi menyebut instansi itu, dan karena instansi itu"
                                + " yang diadukan, pengawasnya yang menangani.");
        assertThat(steps(plan(matter("01", "Sertifikat dipersulit.").accused(office))))
                .containsExactly("ACTION atr-bpn-itjen", "COPY atr-bpn");
        assertThat(steps(plan(matter("01", "Uang diminta.").accused(accusedOf("KBRI Kuala Lumpur")))))
                .as("without an inspectorate the body above it")
                .containsExactly("ACTION kemlu", "COPY kbri-kuala-lumpur");
        assertThat(left(plan(letter("kpk").accused(accusedOf("KPK")))))
                .as("with nobody above it a person decides")
                .contains("pengawasnya tidak ada");
        assertThat(steps(plan(
                        letter("atr-bpn").accused(accusedOf("KPK")),
                        letter("atr-bpn").accused(office))))
                .as("also whom only a later letter accuses")
                .containsExactly("ACTION atr-bpn-itjen");
    }

    @ParameterizedTest
    @CsvSource({"Kemensetneg", "Biro Umum Kementerian Sekretariat Negara", "Sekretariat Presiden"})
    void aComplaintAboutTheMinistryPassesItsOwnDesk(String accused) {
        assertThat(steps(plan(letter(accused.startsWith("Sekretariat") ? null : "kemensos")
                        .accused(accusedOf(accused)))))
                .containsExactly("ACTION setneg-inspektorat");
    }

    @Test
    void aComplaintAboutOurInspectorateIsForAPerson() {
        assertThat(left(plan(letter("kemensos").accused(accusedOf("Inspektorat Kementerian Sekretariat Negara")))))
                .contains("kementerian sendiri");
    }

    @Test
    void whoSentItBackIsNotAskedAgainNorWhoTookItsDutiesOver() {
        Complaints land = matter("05", "Sertifikat belum terbit, upah pun tidak.");
        assertThat(left(plan(1, List.of("atr-bpn"), land))).contains("tidak ada aturan yang cukup pasti");

        Complaints aid = letter("kemensos").text("Bansos tidak sampai. Jalan tol rusak.");
        Plan next = plan(1, List.of("kemensos"), aid.problemCode("02"));
        assertThat(steps(next)).containsExactly("ACTION kemenpu");
        assertThat(next.steps().getFirst().explanation().excluded())
                .extracting(AgencyCode::value)
                .containsExactly("kemensos");

        assertThat(steps(plan(1, List.of("kemenkumham"), letter("kemenkum")))).isEmpty();
    }

    @Test
    void whatCameBackTooOftenIsForAPerson() {
        Plan plan = plan(3, List.of("kemensos", "kemnaker", "klh"), letter("atr-bpn"));

        assertThat(left(plan))
                .isEqualTo("Petugas menetapkan instansi karena berkas sudah 3 kali dikembalikan sebagai"
                        + " bukan kewenangan.");
    }

    @Test
    void courtsAndIndependentBodiesAreAtMostInformed() {
        Plan judge = plan(matter("01", "Oknum hakim menerima uang.").accused(accusedOf("Pengadilan Negeri Contoh")));
        assertThat(steps(judge)).containsExactly("COPY komisi-yudisial");
        assertThat(left(judge)).contains("pengadilan");
        assertThat(steps(plan(matter("01", "Pejabatnya lalai.").accused(accusedOf("Ombudsman RI")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kab. Bogor, Jawa Barat, pemkab-bogor, pemprov-jabar",
        "Kabupaten Bogor, Prov. Jawa Barat, pemkab-bogor, pemprov-jabar",
        "32.01, 32, pemkab-bogor, pemprov-jabar",
        "3273, Propinsi Jawa Barat, pemkot-bandung, pemprov-jabar",
        "Kota Bandung, JAWA BARAT, pemkot-bandung, pemprov-jabar"
    })
    void theGovernmentOfThePlaceIsFoundByNameAndCode(String regency, String province, String leads, String copied) {
        assertThat(steps(plan(at(matter("02", "Sampah menumpuk di pasar."), regency, province))))
                .containsExactly("ACTION " + leads, "COPY " + copied);
    }

    @Test
    void aPlaceThatTheDirectoryDoesNotHaveIsForAPersonWhoIsToldSo() {
        Plan plan = plan(at(matter("02", "Sampah menumpuk di pasar."), "Bogor", "Jawa Barat"));

        assertThat(steps(plan)).isEmpty();
        assertThat(left(plan)).contains("@regency", "tidak ada di direktori");
    }

    @Test
    void theExplanationHoldsWordsOfTheTableAndNoneOfTheComplaint() {
        Plan plan = plan(matter("05", "Nama saya Contoh Rahasia, SERTIFIKAT tanah saya hilang."));

        Plan.Step step = plan.steps().getFirst();
        assertThat(step.explanation().inputs()).containsOnlyKeys("problemCode", "text");
        assertThat(step.explanation().inputs())
                .containsEntry("text", "sertifikat")
                .containsEntry("problemCode", "05");
        assertThat(step.explanation().toString() + step.basis()).doesNotContainIgnoringCase("contoh rahasia");
        assertThat(step.basis().rule()).isEqualTo("routing");
        assertThat(step.basis().line()).isGreaterThan(1);
    }

    @Test
    void aTableThatNamesNobodyKnownIsRefusedByLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("routing.csv"), """
                text,->,lead,others,copies,sentence,because
                contains:tanah,,atr-bpnn,,klh|@entah,isinya tanah,x
                *,,,,,,y
                """);
        assertThatThrownBy(() -> DeskFixture.routing(folder, DIRECTORY))
                .isInstanceOf(MappingBroken.class)
                .hasMessageContaining("routing.csv:2: lead: no such agency: atr-bpnn")
                .hasMessageContaining("routing.csv:2: copies: no such agency: @entah")
                .hasMessageContaining("routing.csv:3: sentence is empty");
    }

    private static Plan plan(Complaints... said) {
        return plan(0, List.of(), said);
    }

    private static Plan plan(int returns, List<String> refused, Complaints... said) {
        return ROUTING.plan(
                Stream.of(said).map(Complaints::complaint).toList(),
                refused.stream().map(AgencyCode::new).toList(),
                returns,
                TODAY);
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.kind() + " " + step.agency().code())
                .toList();
    }

    private static String left(Plan plan) {
        return Stream.ofNullable(plan.left())
                .map(left -> left.explanation().sentence())
                .findFirst()
                .orElse("");
    }

    private static Complaints letter(@Nullable String agency) {
        return Complaints.letter("PRES/2026/000001")
                .namedAgency(agency == null ? null : new NamedAgency(Scheme.HUB, agency));
    }

    private static Complaints report(String institution) {
        return Complaints.lapor("100045").namedAgency(new NamedAgency(Scheme.LAPOR, institution));
    }

    private static Disposition disposition(@Nullable OffsetDateTime cancelled, String... to) {
        return new Disposition("Deputi", List.of(to), null, "Tindak lanjuti", null, null, null, cancelled);
    }

    private static Accused accusedOf(String agency) {
        return new Accused("Contoh Pejabat", null, null, "Staf", agency, null);
    }

    private static Complaints matter(String code, String text) {
        return letter(null).text(text).problemCode(code);
    }

    private static Complaints at(Complaints what, String regency, String province) {
        return what.with("place.regency", regency).with("place.province", province);
    }
}
