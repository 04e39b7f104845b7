package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddrSpecTest {

    private static final String SIXTY_FOUR = "a".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"warga@contoh.example", "warga.satu+dumas@surel.contoh.example", "o'warga@x1.example"})
    void anOrdinaryAddressIsOne(String address) {
        assertThat(AddrSpec.isStrict(address)).isTrue();
        assertThat(AddrSpec.isStrict(SIXTY_FOUR + "@contoh.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "warga",
                "warga@contoh",
                "warga@contoh.example, lain@contoh.example",
                "warga@contoh.example lain@contoh.example",
                "<warga@contoh.example>",
                "warga@[127.0.0.1]",
                "\"warga satu\"@contoh.example",
                ".warga@contoh.example",
                "warga..satu@contoh.example",
                "warga@contoh.example.",
                "warga@-contoh.example",
                "warga@contoh.example\r\nBcc: lain@contoh.example",
                "warga@contoh.example\n",
                "wargá@contoh.example",
            })
    void whateverElseStandsThereIsNone(String address) {
        assertThat(AddrSpec.isStrict(address)).isFalse();
        assertThat(AddrSpec.isStrict("a" + SIXTY_FOUR + "@contoh.example")).isFalse();
        assertThat(AddrSpec.isStrict("a@" + "contoh.".repeat(40) + "example")).isFalse();
    }

    @Test
    void anAddressHas254CharactersAtMost() {
        String label = "b".repeat(63);
        String longest = SIXTY_FOUR + "@" + label + "." + label + "." + "b".repeat(61);
        assertThat(longest).hasSize(254);
        assertThat(AddrSpec.isStrict(longest)).isTrue();
        assertThat(AddrSpec.isStrict(longest + "b")).isFalse();
        assertThat(AddrSpec.isStrict(null)).isFalse();
    }
}
