package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.Complaint.Complainant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two complainants are one person: who may add to a case, and who is told of it, hangs on this. */
class SamePersonTest {

    private static final String NIK = "9999010101010001";

    @ParameterizedTest
    @CsvSource({
        "9999010101010001, 9999.010101.010001, true",
        "9999010101010001, 9999010101010002, false",
        "999901010101000, 999901010101000, false"
    })
    void byTheSixteenDigitsOfANik(String one, String other, boolean isSame) {
        assertThat(who(one, null, null).isSamePerson(who(other, null, null))).isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "warga@contoh.example, WARGA@Contoh.example, true",
        "warga@contoh.example, ' warga@contoh.example ', true",
        "w@contoh.example, w@contoh.example, true",
        "warga@contoh.example, lain@contoh.example, false",
        "warga, warga, false",
        "@contoh, @contoh, false"
    })
    void byAMailAddressHoweverItIsWritten(String one, String other, boolean isSame) {
        assertThat(who(null, one, null).isSamePerson(who(null, other, null))).isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "0812-0000-0001, 0812 0000 0001, true",
        "08120000, 0812-0000, true",
        "0812000, 0812000, false",
        "081200000001, 081200000002, false"
    })
    void byATelephoneOfEightDigitsOrMore(String one, String other, boolean isSame) {
        assertThat(who(null, null, one).isSamePerson(who(null, null, other))).isEqualTo(isSame);
    }

    @Test
    void oneOfThemIsEnough() {
        Complainant all = who(NIK, "warga@contoh.example", "081200000001");
        assertThat(all.isSamePerson(who(NIK, "lain@contoh.example", "081200000002")))
                .isTrue();
        assertThat(all.isSamePerson(who("9999010101010002", "warga@contoh.example", null)))
                .isTrue();
        assertThat(all.isSamePerson(who(null, "lain@contoh.example", "081200000001")))
                .isTrue();
        assertThat(all.isSamePerson(who("9999010101010002", "lain@contoh.example", "081200000002")))
                .isFalse();
    }

    @Test
    void twoOfWhomNothingIsKnownAreNotOne() {
        assertThat(who(null, null, null).isSamePerson(who(null, null, null))).isFalse();
        assertThat(who("", "", "").isSamePerson(who("", "", ""))).isFalse();
        assertThat(who(NIK, null, null).isSamePerson(who(null, null, null))).isFalse();
    }

    @Property(tries = 200)
    void itIsMutual(@ForAll String one, @ForAll String other) {
        Complainant first = who(one, one + "@contoh.example", one);
        Complainant second = who(other, other + "@contoh.example", other);
        assertThat(first.isSamePerson(second)).isEqualTo(second.isSamePerson(first));
    }

    private static Complainant who(@Nullable String nik, @Nullable String email, @Nullable String phone) {
        return new Complainant("Contoh Warga", nik, null, null, null, null, null, email, phone, false, null);
    }
}
