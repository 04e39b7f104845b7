package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("shapes")
    void lettersAndDigitsLoseTheirMeaning(String json, String shape) throws JsonProcessingException {
        assertThat(Shape.of(JSON.readTree(json), 200)).isEqualTo(shape);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("\"Contoh Warga, 9999\"", "\"aaaaaa aaaaa, 9999\""),
                Arguments.of("\"warga.satu@contoh.example\"", "\"aaaaa.aaaa@aaaaaa.aaaaaa…\""),
                Arguments.of("\"é漢 😀\"", "\"aa ·\""),
                Arguments.of("-1234.5", "-9999.9"),
                Arguments.of("true", "boolean"),
                Arguments.of("null", "null"),
                Arguments.of("[]", "[]"),
                Arguments.of("[7,8]", "[9 × 2]"),
                Arguments.of("{}", "{}"),
                Arguments.of("{\"nik\":\"1\",\"alamat\":{\"kota\":null}}", "{alamat: {kota: null}, nik: \"9\"}"),
                Arguments.of("{\"Contoh Warga\":1,\"9999010101900006\":1}", "{9999999999999999: 9, aaaaaa aaaaa: 9}"));
    }

    @Test
    void aShapeHasAnEnd() throws JsonProcessingException {
        assertThat(Shape.of(JSON.readTree("[".repeat(500) + "]".repeat(500)), 200))
                .hasSizeLessThan(60);
        String many = "{"
                + Stream.iterate(0, i -> i + 1)
                        .limit(900)
                        .map(i -> "\"bidang" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "\":1")
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow()
                + "}";
        assertThat(Shape.of(JSON.readTree(many), 200)).hasSize(200).endsWith("…");
    }

    @Test
    void aNameThatLooksLikeDataIsShaped() {
        assertThat(Shape.name("tanggalTerima")).isEqualTo("tanggalTerima");
        assertThat(Shape.name("baris_2")).isEqualTo("baris_2");
        assertThat(Shape.name("081200000001")).isEqualTo("999999999999");
        assertThat(Shape.name("warga@contoh.example")).isEqualTo("aaaaa@aaaaaa.aaaaaaa");
    }
}
