package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.Match.Agreement;
import id.go.setneg.dumas.complaint.Match.Identity;
import id.go.setneg.dumas.complaint.Match.Reason;
import id.go.setneg.dumas.fixture.Complaints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    private static final String LONG = "Tanah warisan keluarga kami di Desa Contoh telah bersertifikat atas nama orang"
            + " lain tanpa sepengetahuan kami dan kantor pertanahan tidak pernah menjawab tiga surat kami.";

    @ParameterizedTest
    @CsvSource({
        "0812-0000-0001, 6281200000001",
        "+62 812 0000 0001, 6281200000001",
        "0062 81200000001, 6281200000001",
        "81200000001, 6281200000001",
        "+62 (0)812 00000001, 6281200000001"
    })
    void aTelephoneHasOneForm(String written, String form) {
        assertThat(MatchKeys.of(with(null, null, written, null, "Kabupaten Contoh", LONG))
                        .strong())
                .containsExactly("phone:" + form);
    }

    @Test
    void whatIsNoNumberIsNoKey() {
        assertThat(MatchKeys.of(with("0000000000000000", "warga", "123", null, null, LONG))
                        .strong())
                .isEmpty();
        assertThat(MatchKeys.of(with("123", null, "-", null, null, LONG)).strong())
                .isEmpty();
    }

    @Test
    void titlesAndTheOrderOfNamesDoNotMatter() {
        assertThat(MatchKeys.of(with(null, null, null, "H. Contoh Warga, S.H.", "Kab. Contoh", LONG))
                        .weak())
                .contains("name:contoh s warga@contoh");
        assertThat(MatchKeys.of(with(null, null, null, "WARGA CONTOH", "Kabupaten Contoh", LONG))
                        .weak())
                .isEqualTo(MatchKeys.of(with(null, null, null, "Bapak Contoh Warga", "kota contoh", LONG))
                        .weak());
    }

    @Test
    void aFamilyCardIsReadFromTheText() {
        assertThat(MatchKeys.of(with(null, null, null, null, null, LONG + " No. KK: 9999010101010009"))
                        .weak())
                .containsExactly("kk:9999010101010009");
    }

    @Test
    void oneNikIsOnePerson() {
        Complaint letter = Complaints.letter("PRES/2026/000001").text(LONG).complaint();
        Complaint report = Complaints.lapor("1").text(LONG).complaint();
        Match match = Match.of(letter, report, Agreement.SAME);
        assertThat(match.identity()).isEqualTo(Identity.SAME);
        assertThat(match.similarity()).isEqualTo(100);
        assertThat(match.score()).isEqualTo(100);
        assertThat(match.reasons())
                .containsExactly(
                        Reason.SAME_NIK,
                        Reason.SAME_EMAIL,
                        Reason.SAME_PHONE,
                        Reason.SAME_NAME_AND_REGENCY,
                        Reason.SAME_TEXT,
                        Reason.SAME_AGENCY,
                        Reason.OTHER_CHANNEL);
        assertThat(Match.of(report, letter, Agreement.SAME)).isEqualTo(match);
    }

    @Test
    void twoPeopleWithOneTextAreTwoPeople() {
        Match match = Match.of(
                Complaints.mail("<satu@contoh.invalid> a").text(LONG).complaint(),
                Complaints.mail("<dua@contoh.invalid> b").text(LONG).stranger().complaint(),
                Agreement.UNKNOWN);
        assertThat(match.identity()).isEqualTo(Identity.OTHER);
        assertThat(match.reasons()).containsExactly(Reason.SAME_TEXT);
    }

    @Test
    void nothingPrintsWhoItIs() {
        Complaint letter = Complaints.letter("PRES/2026/000001").complaint();
        assertThat(List.of(
                                MatchKeys.of(letter),
                                MatchKeys.of(letter).wording(),
                                Match.of(letter, letter, Agreement.SAME))
                        .toString())
                .doesNotContain(Complaints.NIK)
                .doesNotContainIgnoringCase("warga");
    }

    private static Complaint with(String nik, String email, String phone, String name, String regency, String text) {
        return Complaints.letter("PRES/2026/000001")
                .text(text)
                .with(
                        "complainant",
                        new Complaint.Complainant(
                                name, nik, null, null, regency, null, null, email, phone, false, null))
                .complaint();
    }
}
