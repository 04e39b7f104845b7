package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class CaseNumberTest {

    /** Reckoned apart from the code; the smallest and the largest too. */
    @ParameterizedTest
    @CsvSource({
        "2026, 123, DUMAS-2026-000123-38",
        "2026, 1, DUMAS-2026-000001-16",
        "2000, 1, DUMAS-2000-000001-85",
        "9999, 999999, DUMAS-9999-999999-51"
    })
    void theCheckDigitsAreThoseOfIso7064(int year, int running, String text) {
        assertThat(new CaseNumber(year, running)).hasToString(text);
        assertThat(CaseNumber.parse(text)).isEqualTo(new CaseNumber(year, running));
    }

    @Test
    void theWholeLeavesOneWhenDividedByNinetySeven() {
        for (int running = 1; running <= 999_999; running += 37) {
            String digits = new CaseNumber(2026, running).toString().replaceAll("\\D", "");
            assertThat(digits).hasSize(12);
            assertThat(Long.parseLong(digits) % 97).isEqualTo(1);
        }
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsNoticed() {
        String right = "DUMAS-2026-000123-38";
        for (int i = 6; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = right.substring(0, i) + digit + right.substring(i + 1);
                if (right.charAt(i) != '-' && !changed.equals(right)) {
                    assertThat(CaseNumber.in(changed)).as(changed).isEmpty();
                }
            }
        }
        assertThat(CaseNumber.in("DUMAS-2026-000132-38")).isEmpty();
        assertThat(CaseNumber.in("DUMAS-2062-000123-38")).isEmpty();
        assertThat(CaseNumber.in("DUMAS-2026-000123-83")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DUMAS",
                "DUMAS-2026-000123",
                "DUMAS-2026-000123-39",
                "DUMAS-2026-123-38",
                "dumas-2026-000123-38",
                " DUMAS-2026-000123-38",
                "DUMAS-2026-000123-38 ",
                "DUMAS 2026 000123 38",
                "DUMAS-1999-000123-91",
                "DUMAS-2026-000000-19",
                "DUMAS-٢٠٢٦-٠٠٠١٢٣-٣٨"
            })
    void otherFormsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseNumber.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1999, 1", "10000, 1", "2026, 0", "2026, -1", "2026, 1000000"})
    void yearAndRunningNumberHaveLimits(int year, int running) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseNumber(year, running));
    }

    @Test
    void aNumberIsFoundInAMailSubject() {
        assertThat(CaseNumber.in("Re: [DUMAS-2026-000123-38] Pengaduan tanah")).contains(new CaseNumber(2026, 123));
    }

    @Test
    void theFirstNumberWithRightDigitsIsTaken() {
        assertThat(CaseNumber.in(
                        "DUMAS-2026-000123-99, DUMAS-1999-000123-91, DUMAS-2026-000001-16, DUMAS-2026-000123-38"))
                .contains(new CaseNumber(2026, 1));
        assertThat(CaseNumber.in("DUMAS-2026-000000-19, DUMAS-2000-000001-85")).contains(new CaseNumber(2000, 1));
    }

    @Test
    void aTextWithoutANumberHasNone() {
        assertThat(CaseNumber.in("")).isEmpty();
        assertThat(CaseNumber.in("Nomor 2026-000123-38")).isEmpty();
    }

    @Test
    void itReadsTheSameInEveryLanguageOfTheServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new CaseNumber(2026, 123)).hasToString("DUMAS-2026-000123-38");
        } finally {
            Locale.setDefault(before);
        }
    }
}
