package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"kpk", "atr-bpn", "kp2mi", "pemkab-bogor-inspektorat"})
    void lettersDigitsAndSingleHyphensMakeACode(String code) {
        assertThat(new AgencyCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ATR", "2kp", "atr--bpn", "-atr", "atr-", "atr bpn", "atr.bpn", "atr-bpn\n", "é"})
    void nothingElseDoes(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgencyCode(code));
    }

    @Test
    void aCodeHasFortyCharactersAtMost() {
        assertThat(new AgencyCode("a".repeat(40)).value()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> new AgencyCode("a".repeat(41)));
    }
}
