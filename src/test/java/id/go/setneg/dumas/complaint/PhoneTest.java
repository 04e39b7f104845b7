package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.go.setneg.dumas.fixture.Complaints;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "0812-0000-0001, 6281200000001",
        "+62 812 0000 0001, 6281200000001",
        "0062 81200000001, 6281200000001",
        "+62 (0)812 00000001, 6281200000001",
        "+60 12 345 6789, 60123456789",
        "0060123456789, 60123456789",
        "Telepon 021.3456789, 62213456789",
        "123456789, 123456789",
        "123456789012345, 123456789012345"
    })
    void aNumberHasOneFormHoweverItIsWritten(String written, String digits) {
        assertThat(Phone.in(written)).contains(new Phone(digits));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "12345678", "1234567890123456", "000000000000", "+000 812 0000 0001"})
    void whatIsTooShortOrTooLongOrOfNoCountryIsNone(String written) {
        assertThat(Phone.in(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"081200000001", "+6281200000001", "12345678", "1234567890123456", ""})
    void onlyTheOneFormIsANumber(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone(digits));
    }

    @Test
    void aComplainantIsKnownByTheNumberHoweverHeWroteIt() {
        var phone = new Phone("6281200000001");
        Complaints letter = Complaints.letter("PRES/2026/000001");
        assertThat(phone.isThatOf(letter.complaint().complainant())).isTrue();
        assertThat(phone.isThatOf(letter.with("complainant.phone", "+62 812-0000-0001")
                        .complaint()
                        .complainant()))
                .isTrue();
        assertThat(phone.isThatOf(letter.with("complainant.phone", "081200000002")
                        .complaint()
                        .complainant()))
                .isFalse();
        assertThat(phone.isThatOf(
                        letter.with("complainant.phone", null).complaint().complainant()))
                .isFalse();
    }

    @Property(tries = 200)
    void nationalAndInternationalFormAreOneNumber(
            @ForAll @LongRange(min = 100_000_00L, max = 99_999_999_999L) long rest) {
        String subscriber = "8" + rest;
        assertThat(Phone.in("0" + subscriber))
                .isEqualTo(Phone.in("+62" + subscriber))
                .isEqualTo(Phone.in("0062" + subscriber))
                .contains(new Phone("62" + subscriber));
    }
}
