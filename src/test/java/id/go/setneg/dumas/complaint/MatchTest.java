package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.Match.Agreement;
import id.go.setneg.dumas.complaint.Match.Identity;
import id.go.setneg.dumas.complaint.Match.Reason;
import id.go.setneg.dumas.fixture.Complaints;
import java.util.List;
import java.util.stream.IntStream;
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
    void theLongestAndTheShortestTelephoneAreKeys() {
        assertThat(MatchKeys.of(with(null, null, "1234567890", null, null, LONG))
                        .strong())
                .containsExactly("phone:1234567890");
        assertThat(MatchKeys.of(with(null, null, "123456789012345", null, null, LONG))
                        .strong())
                .containsExactly("phone:123456789012345");
        assertThat(MatchKeys.of(with(null, null, "123456789", null, null, LONG)).strong())
                .isEmpty();
        assertThat(MatchKeys.of(with(null, null, "1234567890123456", null, null, LONG))
                        .strong())
                .isEmpty();
    }

    @Test
    void aNumberOfTwoDigitsOnlyIsNobodys() {
        assertThat(MatchKeys.of(with("1212121212121212", "w@contoh.example", null, null, null, LONG))
                        .strong())
                .containsExactly("email:w@contoh.example");
        assertThat(MatchKeys.of(with("1212121212121213", "@contoh.example", null, null, null, LONG))
                        .strong())
                .containsExactly("nik:1212121212121213");
    }

    @Test
    void onesVeryWordsAreKnownByEachWayToKnowThePerson() {
        MatchKeys keys = MatchKeys.of(
                with(Complaints.NIK, "warga@contoh.example", "081200000001", "Contoh Warga", "Kab. Contoh", LONG));
        String words = Wording.of(LONG).text();
        assertThat(keys.words())
                .containsExactly(
                        "email:warga@contoh.example\n" + words,
                        "nik:" + Complaints.NIK + "\n" + words,
                        "phone:6281200000001\n" + words);
        assertThat(MatchKeys.of(with(Complaints.NIK, null, null, null, null, "Mohon bantuan."))
                        .words())
                .isEmpty();
    }

    @Test
    void aComplaintMayBeFoundByWhoWroteItAndByHowItIsWorded() {
        MatchKeys keys = MatchKeys.of(with(Complaints.NIK, null, "081200000001", "Contoh Warga", "Kab. Contoh", LONG));
        List<String> bands =
                Wording.of(LONG).bands().stream().map(band -> "band:" + band).toList();
        assertThat(bands).hasSize(8);
        assertThat(keys.all())
                .startsWith("nik:" + Complaints.NIK, "phone:6281200000001", "name:contoh warga@contoh")
                .endsWith(bands.toArray(String[]::new))
                .hasSize(11);
    }

    @Test
    void oneFamilyCardMakesOnePersonLikely() {
        Match match = Match.of(
                with("9999010101010011", null, null, null, null, LONG + " No. KK: 9999010101010009"),
                with("9999010101010012", null, null, null, null, "Lain sekali. KK 9999010101010009"),
                Agreement.OTHER);
        assertThat(match.identity()).isEqualTo(Identity.LIKELY);
        assertThat(match.reasons()).containsExactly(Reason.SAME_FAMILY_CARD);
        assertThat(match.score()).isEqualTo(25);
    }

    /** Of 101 pairs of neighbours in all, as many are shared as the similarity says. */
    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "99, true"})
    void textsAreSimilarFromThirtyOfAHundred(int similarity, boolean isSimilar) {
        List<String> words = IntStream.range(0, 102).mapToObj(i -> "kata" + i).toList();
        int shared = similarity == 99 ? 100 : similarity + 1;
        Match match = Match.of(
                with(null, null, null, null, null, String.join(" ", words)),
                with(null, null, null, null, null, String.join(" ", words.subList(0, shared + 1))),
                Agreement.UNKNOWN);
        assertThat(match.similarity()).isEqualTo(100 * shared / 101).isEqualTo(similarity);
        assertThat(match.reasons()).isEqualTo(isSimilar ? List.of(Reason.SIMILAR_TEXT) : List.of());
        assertThat(match.score()).isEqualTo(similarity / 2);
    }

    @Test
    void theSameTextIsNotMerelySimilar() {
        Complaint one = with(null, null, null, null, null, LONG);
        Match match = Match.of(one, one, Agreement.SAME);
        assertThat(match.reasons()).containsExactly(Reason.SAME_TEXT, Reason.SAME_AGENCY);
        assertThat(match.identity()).isEqualTo(Identity.UNKNOWN);
        assertThat(match.score()).isEqualTo(60);
    }

    @Test
    void ofOnesVeryWordsNothingIsInDoubt() {
        Match match = Match.of(
                with(null, null, null, null, null, LONG), with(null, null, null, null, null, "Lain."), Agreement.SAME);
        assertThat(match.ofTheVeryWords())
                .isEqualTo(new Match(
                        Identity.SAME, 100, Agreement.SAME, 0, Agreement.SAME, 100, List.of(Reason.SAME_AGENCY)));
    }

    @Test
    void theDaysBetweenThemAreCountedWhicheverCameFirst() {
        Complaint one = Complaints.letter("PRES/2026/000001")
                .receivedAt("2026-11-20T08:00:00+07:00")
                .complaint();
        Complaint other = Complaints.lapor("100045")
                .receivedAt("2026-11-23T07:59:00+07:00")
                .complaint();
        assertThat(Match.of(one, other, Agreement.UNKNOWN).days()).isEqualTo(2);
        assertThat(Match.of(other, one, Agreement.UNKNOWN).days()).isEqualTo(2);
        assertThat(Match.of(one, other, Agreement.UNKNOWN).channels()).isEqualTo(Agreement.OTHER);
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
