package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.Classification;
import id.go.setneg.dumas.complaint.Explanation;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every combination of the table's inputs, with a canary in every field that a complaint can have. */
class DisclosureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Canonical CANONICAL = DeskFixture.canonical();
    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));
    private static final Path TABLE = Path.of("mappings/desk/disclosure.csv");
    private static final Disclosure DISCLOSURE = new Disclosure(DecisionTable.read(TABLE), DIRECTORY);
    private static final Messages MESSAGES = new Messages(CANONICAL);

    private static final String NAME = "Burung Pengadu Satu";
    private static final String NIK = "9999010101010009";
    private static final Set<String> IDENTITY = Set.of(
            NAME,
            NIK,
            "kenari.alamat",
            "kenari@surel.example",
            "081299990009",
            "kenari-pekerjaan",
            "kenari-kabupaten-pengadu");

    /** What may never be in any message: nothing of it is a field of a referral. */
    private static final Set<String> NEVER = Set.of(
            "kenari-rujukan",
            "kenari-tembusan",
            "kenari-instansi-tujuan",
            "kenari-disposisi",
            "kenari-asal-nama",
            "kenari-klaim",
            "kenari-sidik",
            "kenari-kata-status",
            "kenari-arsip",
            "kenari-tiket",
            "kenari-acuan-berkas",
            "kenari-teks-berkas",
            "kenari-sebab-hilang");

    @Test
    void whatLeavesIsWhatTheTableSaysAndNothingElseInEveryCombination() throws IOException {
        var table = DecisionTable.read(TABLE);
        int combinations = 0;
        for (boolean anonymous : new boolean[] {false, true}) {
            for (boolean confidential : new boolean[] {false, true}) {
                for (Classification classification : Classification.values()) {
                    for (boolean accused : new boolean[] {false, true}) {
                        Complaint complaint = complaint(anonymous, confidential, classification, accused);
                        for (Agency.Disclosure profile : Agency.Disclosure.values()) {
                            for (Referral.Kind kind : Referral.Kind.values()) {
                                for (String way : List.of("HTTP", "QUEUE", "MAIL", "NONE")) {
                                    Map<String, String> groups = table.decide(Map.of(
                                                    "anonymous", yes(anonymous),
                                                    "confidential", yes(confidential),
                                                    "classification", classification.name(),
                                                    "accusedInAgency", yes(accused),
                                                    "profile", profile.name(),
                                                    "kind", kind.name(),
                                                    "way", way))
                                            .outputs();
                                    check(complaint, agency(profile), kind, way, groups);
                                    combinations++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(2 * 2 * 4 * 2 * 2 * 3 * 4);
    }

    private static void check(
            Complaint complaint, Agency agency, Referral.Kind kind, String way, Map<String, String> groups)
            throws IOException {
        Disclosure.Allowed allowed = DISCLOSURE.of(List.of(complaint), agency, kind, way);
        JsonNode message = message(List.of(complaint), agency, kind, allowed);
        String text = message.toString();
        String which = complaint.complainant().anonymous() + " " + complaint.confidential() + " "
                + complaint.letter().classification() + " " + agency.code() + " " + agency.disclosure() + " " + kind
                + " "
                + way;

        assertThat(CANONICAL.problems("referral", message)).as(which).isEmpty();
        assertThat(leaves(message, "")).as(which).isSubsetOf(mayBeThere(groups));
        assertThat(text).as(which).doesNotContain(NEVER);
        assertThat(text.contains("kenari-uraian"))
                .as(which)
                .isEqualTo(!groups.get("text").equals("no"));
        assertThat(message.at("/letter/number").isMissingNode())
                .as(which)
                .isEqualTo(groups.get("letterNumber").equals("no"));
        if (groups.get("identity").equals("no")) {
            assertThat(text).as(which).doesNotContain(IDENTITY);
        } else {
            assertThat(text).as(which).contains(IDENTITY);
        }
        boolean isHidden = complaint.complainant().anonymous()
                || agency.disclosure() == Agency.Disclosure.WITHHOLD_IDENTITY
                || kind == Referral.Kind.COPY
                || complaint.accused() != null;
        if (isHidden) {
            assertThat(text).as(which).doesNotContain(IDENTITY);
        }
        boolean isSecret = complaint.confidential()
                || complaint.letter().classification().compareTo(Classification.CONFIDENTIAL) >= 0;
        assertThat(allowed.heldBecause() != null).as(which).isEqualTo(isSecret && way.equals("MAIL"));
        if (isSecret && way.equals("MAIL")) {
            assertThat(text).as(which).doesNotContainIgnoringCase("kenari");
        }
    }

    @Test
    void whatProtectsOneSubmissionProtectsAllAndWhomOneAccusesIsAccused() throws IOException {
        Complaint first = complaint(false, false, Classification.NORMAL, false);
        Complaint second = new Complaints(complaint(false, false, Classification.NORMAL, true))
                .name("Ani")
                .with("complainant.nik", "9999020202020002")
                .complaint();
        Agency agency = agency(Agency.Disclosure.FULL);
        Disclosure.Allowed alone = DISCLOSURE.of(List.of(first), agency, Referral.Kind.ACTION, "HTTP");
        Disclosure.Allowed together = DISCLOSURE.of(List.of(first, second), agency, Referral.Kind.ACTION, "HTTP");

        assertThat(alone.isWhole("identity")).isTrue();
        assertThat(together.isWhole("identity")).isFalse();
        assertThat(message(List.of(first), agency, Referral.Kind.ACTION, alone).toString())
                .contains(NAME, "Ani");
        assertThat(message(List.of(first, second), agency, Referral.Kind.ACTION, together)
                        .toString())
                .contains("kenari-uraian")
                .doesNotContain(IDENTITY)
                .doesNotContain("Ani", "9999020202020002");
    }

    /** The envelope, and of the complaint the fields of the groups that the table lets go. */
    private static Set<String> mayBeThere(Map<String, String> groups) {
        Set<String> fields = new TreeSet<>(Set.of(
                "/id",
                "/case",
                "/kind",
                "/lead",
                "/agency/code",
                "/agency/name",
                "/issuedAt",
                "/subject",
                "/letter/subject",
                "/letter/classification",
                "/letter/urgency",
                "/matter/text"));
        Disclosure.GROUPS.forEach((group, pointers) -> {
            if (!groups.get(group).equals("no")) {
                fields.addAll(
                        group.equals("attachments")
                                ? List.of("/attachments/name", "/attachments/mediaType", "/attachments/size")
                                : pointers);
            }
        });
        return fields;
    }

    private static Set<String> leaves(JsonNode node, String path) {
        Set<String> leaves = new TreeSet<>();
        if (node.isObject()) {
            node.properties().forEach(child -> leaves.addAll(leaves(child.getValue(), path + "/" + child.getKey())));
        } else if (node.isArray()) {
            node.forEach(child -> leaves.addAll(leaves(child, path)));
        } else {
            leaves.add(path);
        }
        return leaves;
    }

    @Test
    void everyFieldOfAComplaintBearsACanary() throws IOException {
        Complaint complaint = complaint(false, false, Classification.NORMAL, true);
        JsonNode written = CANONICAL.json().valueToTree(complaint);
        JsonNode schema = JSON.readTree(
                Path.of("mappings/canonical/complaint.schema.json").toFile());
        List<String> missing = new ArrayList<>();
        for (String block : List.of("letter", "complainant", "accused", "place", "matter", "direction")) {
            schema.at("/$defs/" + block + "/properties").fieldNames().forEachRemaining(field -> {
                if (!written.path(block).hasNonNull(field)) {
                    missing.add(block + "." + field);
                }
            });
        }
        assertThat(missing).as("the test complaint leaves these empty").isEmpty();
        assertThat(written.toString()).contains(NEVER).contains(IDENTITY);
    }

    @Test
    void aTableWithAnUnknownWordIsRefusedByLine(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("disclosure.csv");
        Files.writeString(
                broken, Files.readString(TABLE).replaceFirst("(?m)^(\\*,\\*,\\*,\\*,\\*,\\*,\\*,,yes,)yes", "$1ya"));
        assertThat(Disclosure.problems(DecisionTable.read(broken)))
                .singleElement()
                .asString()
                .endsWith("unknown word: ya");
    }

    private static JsonNode message(List<Complaint> said, Agency agency, Referral.Kind kind, Disclosure.Allowed allowed)
            throws IOException {
        var step = new Plan.Step(
                agency, kind, new Basis("routing", "-", 0, "x"), new Explanation(true, Map.of(), List.of(), "x"));
        return JSON.readTree(MESSAGES.referral(
                new UUID(0, 1),
                new CaseNumber(2026, 1),
                step,
                OffsetDateTime.parse("2026-11-24T08:00:00+07:00"),
                said,
                allowed));
    }

    /** The land ministry, which is the one accused where somebody is. */
    private static Agency agency(Agency.Disclosure profile) {
        Agency land = DIRECTORY.find(new AgencyCode("atr-bpn")).orElseThrow();
        return new Agency(land.code(), land.kind(), land.names(), Map.of(), List.of(), null, null, null, null, profile);
    }

    private static Complaint complaint(
            boolean anonymous, boolean confidential, Classification classification, boolean accused) {
        ObjectNode c = JSON.createObjectNode();
        c.put("source", "spde").put("reference", "kenari-acuan").put("channel", "LETTER");
        c.put("receivedAt", "2026-11-20T08:00:00+07:00")
                .put("addressee", "PRESIDENT")
                .put("copyOnly", false);
        c.putArray("copies").addObject().put("scheme", "NAME").put("value", "kenari-tembusan");
        c.put("caseReference", "kenari-rujukan");
        ObjectNode letter = c.putObject("letter");
        letter.putObject("agenda")
                .put("book", "PRES")
                .put("year", 2026)
                .put("number", "000001")
                .put("date", "2026-11-20");
        letter.put("number", "kenari-nomor").put("date", "2026-11-15").put("subject", "kenari-perihal dari " + NAME);
        letter.put("summary", "kenari-ringkas " + NIK).put("classification", classification.name());
        letter.put("urgency", "NORMAL").put("documentType", "kenari-jenis").put("archiveCode", "kenari-klasifikasi");
        ObjectNode person = c.putObject("complainant");
        person.put("name", NAME).put("nik", NIK).put("address", "kenari.alamat").put("occupation", "kenari-pekerjaan");
        person.put("regency", "kenari-kabupaten-pengadu").put("province", "kenari-provinsi-pengadu");
        person.put("category", "kenari-kategori")
                .put("email", "kenari@surel.example")
                .put("phone", "081299990009");
        person.put("anonymous", anonymous).put("signed", true);
        if (accused) {
            c.putObject("accused")
                    .put("name", "kenari-teradu")
                    .put("employeeNumber", "kenari-nip")
                    .put("address", "kenari-alamat-teradu")
                    .put("position", "kenari-jabatan")
                    .put("agency", "Kantor Pertanahan Kabupaten Contoh")
                    .put("agencyCategory", "kenari-golongan");
        }
        c.putObject("place")
                .put("regency", "kenari-tempat")
                .put("province", "kenari-provinsi")
                .put("country", "Indonesia");
        c.putObject("matter")
                .put(
                        "text",
                        "kenari-uraian: saya, burung  pengadu satu, bersama Ani, NIK 999901 010101 0009, telepon +62 812-9999-0009,"
                                + " KENARI@surel.example, tinggal di kenari.alamat.")
                .put("problemCode", "05")
                .put("category", "kenari-kategori-masalah")
                .put("occurredOn", "2026-10-01")
                .put("kind", "COMPLAINT");
        c.putObject("namedAgency").put("scheme", "NAME").put("value", "kenari-instansi-tujuan");
        c.put("confidential", confidential);
        c.putObject("direction")
                .put("by", "kenari-deputi")
                .put("date", "2026-11-21")
                .put("instruction", "kenari-arahan untuk " + NAME)
                .put("document", "kenari-dokumen");
        ObjectNode disposition = c.putArray("dispositions").addObject().put("from", "kenari-disposisi");
        disposition.putArray("to").add("kenari-disposisi");
        file(c.putArray("attachments"));
        ObjectNode origin = c.putObject("origin").put("hidden", false).put("fingerprint", "kenari-sidik");
        origin.putArray("names").add("kenari-asal-nama");
        origin.putArray("claims").add("kenari-klaim");
        origin.put("status", "UNKNOWN").put("statusWord", "kenari-kata-status");
        origin.putObject("archive")
                .put("by", "kenari-arsip")
                .put("date", "2026-11-21")
                .put("reason", "kenari-arsip");
        try {
            return CANONICAL.json().treeToValue(c, Complaint.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void file(ArrayNode files) {
        files.addObject()
                .put("name", "KTP " + NAME + ".pdf")
                .put("mediaType", "application/pdf")
                .put("size", 1234)
                .put("content", "kenari-tiket")
                .put("reference", "kenari-acuan-berkas")
                .put("textLayer", "TEXT")
                .put("text", "kenari-teks-berkas")
                .put("missing", "kenari-sebab-hilang");
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
