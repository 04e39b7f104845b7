package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.Complaints;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ani | Saya, Ani, mengadu. | Saya, [disamarkan], mengadu.",
                "Ani | Tanaman dan ANIMASI | Tanaman dan ANIMASI",
                "Ani | Kata ani: anilah, Aninya | Kata [disamarkan]: [disamarkan], [disamarkan]",
                "Dr. Contoh Bin Rekaan, S.H. | Pak Rekaan bin Contoh dan dr. Lain | Pak [disamarkan] bin [disamarkan] dan dr. Lain",
                "Contoh  Rekaan | contoh_rekaan, Contoh-Rekaan | [disamarkan], [disamarkan]",
                "Forum Warga Rekaan | Warga forum lain bukan Rekaan | Warga forum lain bukan [disamarkan]",
                "O | O, si O itu | O, si O itu",
                "Çontoh | ÇONTOH dan çontoh | [disamarkan] dan [disamarkan]"
            })
    void aNameIsTakenOutWholeAndInItsParts(String name, String text, String masked) {
        assertThat(masking(name).mask(text)).isEqualTo(masked);
    }

    @Property(tries = 300)
    void noPartOfANameIsLeft(
            @ForAll @Size(min = 1, max = 4) List<@AlphaChars @StringLength(min = 2, max = 12) String> parts,
            @ForAll boolean upper) {
        String text =
                "Pengaduan dari " + String.join(" ", parts.reversed()) + ", atau " + String.join(",", parts) + ".";
        String masked = masking(String.join(" ", parts)).mask(upper ? text.toUpperCase(Locale.ROOT) : text);

        for (String part : parts) {
            assertThat(Pattern.compile("(?<![A-Za-z])" + part + "(?![A-Za-z])", Pattern.CASE_INSENSITIVE)
                                    .matcher(masked)
                                    .find()
                            && !Masking.TELL_NOBODY.contains(part.toLowerCase(Locale.ROOT)))
                    .as("%s in %s", part, masked)
                    .isFalse();
        }
    }

    private static Masking masking(String name) {
        return new Masking(List.of(Complaints.mail("<satu@contoh.example>")
                .name(name)
                .address(null)
                .complaint()));
    }
}
