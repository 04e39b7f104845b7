package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String LETTER = "Kepada Yth. Bapak Presiden. Tanah warisan keluarga kami di Desa Contoh telah"
            + " bersertifikat atas nama orang lain tanpa sepengetahuan kami. Kami sudah tiga kali melapor ke kantor"
            + " pertanahan kabupaten tetapi tidak pernah dijawab. Mohon bantuan agar sertifikat itu dibatalkan.";

    @Property(tries = 200)
    void similarityIsMutualAndBounded(
            @ForAll long seed, @ForAll @IntRange(max = 60) int one, @ForAll @IntRange(max = 60) int other) {
        var random = new Random(seed);
        Wording first = Wording.of(words(random, one));
        Wording second = Wording.of(words(random, other));
        assertThat(first.similarity(second)).isEqualTo(second.similarity(first)).isBetween(0, 100);
        assertThat(first.similarity(second) == 100)
                .isEqualTo(first.isTelling() && first.text().equals(second.text()));
    }

    @Property(tries = 200)
    void caseBlanksAndPunctuationDoNotMatter(@ForAll long seed) {
        String text = words(new Random(seed), 40);
        String shouted = "  " + text.toUpperCase(Locale.ROOT).replace(" ", " , \n\t") + "!!";
        assertThat(Wording.of(shouted).text()).isEqualTo(Wording.of(text).text());
        assertThat(Wording.of(shouted).bands()).isEqualTo(Wording.of(text).bands());
    }

    @Property(tries = 100)
    void anyTextHasAWording(@ForAll String text) {
        Wording wording = Wording.of(text);
        assertThat(wording.bands()).hasSize(wording.isTelling() ? 8 : 0);
        assertThat(wording.toString()).doesNotContain(text.length() > 20 ? text : "\u0000");
    }

    /** Of 300 pairs that share nine of ten words, all but a few share a band; of strangers, hardly any. */
    @Test
    void alikeTextsShareABandAndStrangersDoNot() {
        var random = new Random(7);
        int found = 0;
        int strangers = 0;
        for (int i = 0; i < 300; i++) {
            List<String> words = new ArrayList<>(List.of(words(random, 120).split(" ", -1)));
            Wording one = Wording.of(String.join(" ", words));
            for (int change = 0; change < 6; change++) {
                words.set(random.nextInt(words.size()), "lain" + random.nextInt(1_000));
            }
            found += Collections.disjoint(
                            one.bands(), Wording.of(String.join(" ", words)).bands())
                    ? 0
                    : 1;
            strangers += Collections.disjoint(
                            one.bands(), Wording.of(words(random, 120)).bands())
                    ? 0
                    : 1;
        }
        assertThat(found).isGreaterThan(285);
        assertThat(strangers).isLessThan(5);
    }

    @Test
    void abbreviationsAndSalutationsDoNotMatter() {
        String other = LETTER.replace("Kepada Yth. Bapak Presiden. ", "Presiden, dgn hormat: ")
                .replace("sertifikat itu", "sertipikat itu")
                .replace("tidak pernah", "tdk pernah")
                .replace("sudah", "sdh");
        assertThat(Wording.of(LETTER).similarity(Wording.of(other))).isEqualTo(100);
    }

    @Test
    void oneChangedWordIsNearAndAnotherMatterIsFar() {
        assertThat(Wording.of(LETTER).similarity(Wording.of(LETTER.replace("tiga", "empat"))))
                .isBetween(80, 99);
        assertThat(
                        Wording.of(LETTER)
                                .similarity(
                                        Wording.of(
                                                "Saya dan empat belas rekan terkena pemutusan hubungan kerja sepihak dari"
                                                        + " pabrik di Kabupaten Contoh dan pesangon kami belum dibayar sampai hari ini.")))
                .isLessThan(10);
    }

    @Test
    void aShortTextTellsNothing() {
        assertThat(Wording.of("Mohon bantuan Bapak Presiden.").isTelling()).isFalse();
        assertThat(Wording.of("Mohon bantuan.").similarity(Wording.of("Mohon bantuan.")))
                .isZero();
    }

    /** Reckoned apart from the code: what is stored today is found by what will be reckoned tomorrow. */
    @Test
    void theBandsOfATextAreTheSameForEver() {
        List<String> bands = Wording.of("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas"
                        + " tigabelas empatbelas limabelas")
                .bands();
        assertThat(bands)
                .hasSize(8)
                .startsWith(
                        "0:[-9104980932098808611, -8599019727668881398, -6615932889353136032, -8334927603767974489]",
                        "1:[-8344173647031738808, -8982022363028953742, -8104438605374726506, -8751381930060170451]")
                .endsWith("7:[-8504365061272547618, -8224595398219651794, -5596361754805205957, -8392011131137799380]");
    }

    @Test
    void aTextOfOneWordAgainAndAgainHasBandsToo() {
        assertThat(Wording.of("tolong ".repeat(15)).bands())
                .hasSize(8)
                .startsWith("0:[-6197323313647860943, 3605625562997785050, -5882706530641692198, 1832244832709358237]");
    }

    @Test
    void aTextTellsFromFifteenWords() {
        assertThat(Wording.of(counted(14)).isTelling()).isFalse();
        assertThat(Wording.of(counted(15)).isTelling()).isTrue();
        assertThat(Wording.of(counted(14) + " yang dan di").isTelling())
                .as("small words do not count")
                .isFalse();
        assertThat(Wording.of(counted(15)).similarity(Wording.of(counted(14)))).isZero();
        assertThat(Wording.of(counted(14)).similarity(Wording.of(counted(15)))).isZero();
    }

    @Test
    void ofAVeryLongTextTheFirstFourThousandWordsCount() {
        assertThat(Wording.of(counted(4_001)).text()).isEqualTo(counted(4_000));
        assertThat(Wording.of(counted(3_999)).text()).isEqualTo(counted(3_999));
    }

    /** Jaccard, reckoned apart from the code: pairs of neighbours in both, of those in either. */
    @Property(tries = 200)
    void similarityIsTheShareOfPairsOfNeighbours(
            @ForAll @IntRange(min = 15, max = 60) int one, @ForAll @IntRange(min = 15, max = 60) int other) {
        int both = Math.min(one, other) - 1;
        int either = Math.max(one, other) - 1;
        assertThat(Wording.of(counted(one)).similarity(Wording.of(counted(other))))
                .isEqualTo(100 * both / either);
    }

    @Test
    void accentsDoNotMatterAndAbbreviationsAreWrittenOut() {
        assertThat(Wording.of("Sértipikat  tdk-terbit; Jl. Contoh NO 5, Kab. Contoh! Rp5")
                        .text())
                .isEqualTo("sertifikat tidak terbit jalan contoh nomor 5 kabupaten contoh rp5");
    }

    private static String counted(int words) {
        return IntStream.range(0, words).mapToObj(i -> "kata" + i).collect(Collectors.joining(" "));
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "kata" + random.nextInt(5_000))
                .collect(Collectors.joining(" "));
    }
}
