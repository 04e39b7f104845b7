package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFunctionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void textsAreTidied() {
        gives("text(\"  a\\r\\nb\\u0000\\u00a0 \")", "\"a\\nb\"");
        gives("text(\"  \")", "null");
        gives("text(7)", "\"7\"");
        gives("text({\"a\": 1})", "null");
        gives("plain-text(\"<p>1 < 2 &amp; <b>3</b></p>a<br/>b <script\")", "\"1 < 2 & 3\\na\\nb <script\"");
        gives("number-text(\"'9999 01-01.01\")", "\"9999010101\"");
        gives("cut(\"satu dua tiga\", 10)", "\"satu dua…\"");
        gives("cut(\"satu\", 4)", "\"satu\"");
        gives("cut(\"satu\", 0)", "null");
        gives("cut(\"😀😀😀\", 2)", "\"😀…\"");
    }

    @Test
    void flagsAndNumbersAreReadInAllTheirForms() {
        gives("[yes-no(1), yes-no(\"1\"), yes-no(true), yes-no(\"Ya\")]", "[true,true,true,true]");
        gives("[yes-no(0), yes-no(\"0\"), yes-no(false), yes-no(\"Tidak\")]", "[false,false,false,false]");
        gives("[yes-no(null), yes-no(\"\"), yes-no(\"mungkin\")]", "[null,null,null]");
        gives(
                "[for ([null, \"\", false, 0, 0.0, \"0\", \" Tidak \", \"no\", \"FALSE\"]) yes-unless-no(.)]",
                "[false,false,false,false,false,false,false,false,false]");
        gives(
                "[for ([true, 1, 2, \"yes\", \"Y\", \"ya\", \" True \", \"rahasia\", [0], {}]) yes-unless-no(.)]",
                "[true,true,true,true,true,true,true,true,true,true]");
        gives(
                "[for ([12345, 12345.0, 1.2345E4, \" 12345 \"]) id-text(.)]",
                "[\"12345\",\"12345\",\"12345\",\"12345\"]");
        gives("[for ([12300.0, 0.5, null, {}, \"12.0\"]) id-text(.)]", "[\"12300\",\"0.5\",null,null,\"12.0\"]");
        gives("[id-list(\"[1,23].\"), id-list(false), id-list(null)]", "[[\"1\",\"23\"],[],[]]");
        gives("[list(null), list([1])]", "[[],[1]]");
    }

    @Test
    void timesAreReadStrictlyInTheirZone() {
        gives(
                "local-time(\"24-11-2026 08:00:09\", \"d-M-uuuu H:m:s\", \"Asia/Jakarta\")",
                "\"2026-11-24T08:00:09+07:00\"");
        gives("local-time(\"30-02-2026 08:00:09\", \"d-M-uuuu H:m:s\", \"Asia/Jakarta\")", "null");
        gives("local-time(null, \"d-M-uuuu H:m:s\", \"Asia/Jakarta\")", "null");
        gives("local-date(\"9/1/2026\", \"d/M/uuuu\")", "\"2026-01-09\"");
        gives("local-date(\"9/1/26\", \"no pattern\")", "null");
        gives("iso-time(\"2026-11-24T08:00:00Z\", \"Asia/Jakarta\")", "\"2026-11-24T08:00:00Z\"");
        gives("iso-time(\"2026-11-24T08:00:00\", \"Asia/Makassar\")", "\"2026-11-24T08:00:00+08:00\"");
        gives("start-of-day(\"2026-11-23T18:00:00Z\", \"Asia/Jakarta\")", "\"2026-11-24T00:00:00+07:00\"");
        gives("date-in(\"2026-11-23T18:00:00Z\", \"Asia/Jakarta\")", "\"2026-11-24\"");
        gives("indonesian-date(\"2026-05-02\", \"Asia/Jakarta\")", "\"2 Mei 2026\"");
        gives("days-between(\"2026-11-24T00:00:00Z\", \"2026-11-25T12:00:00Z\")", "1.5");
        gives("days-between(\"\", \"2026-11-25T12:00:00Z\")", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24/11/2026",
                "24-11-2026",
                "24.11.2026",
                "2026-11-24",
                "2026/11/24",
                "24 November 2026",
                "24 Nopember 2026",
                "24-Nov-26",
                "24/11/26",
                "24 Nop 2026",
                "Selasa, 24 November 2026",
                "Tuesday, November 24, 2026",
                "46350",
                "24/11/2026 08:30:00",
                "2026-11-24T08:30:00+07:00",
                "2026-11-24T01:30:00.000Z",
                "24/11/2026 pukul 8.30 WIB"
            })
    void aDayIsReadHoweverItIsWritten(String written) {
        gives("any-date(\"" + written + "\")", "\"2026-11-24\"");
    }

    @ParameterizedTest
    @CsvSource({
        "24/11/2026 8:30:15, 2026-11-24T08:30:15+07:00",
        "24/11/2026 8:30, 2026-11-24T08:30:00+07:00",
        "24/11/2026, 2026-11-24T00:00:00+07:00",
        "2026-11-24 08:30:15, 2026-11-24T08:30:15+07:00",
        "2026-11-24T08:30:15, 2026-11-24T08:30:15+07:00",
        "2026-11-24T08:30:15.123+08:00, 2026-11-24T08:30:15+08:00",
        "2026-11-24T08:30:15Z, 2026-11-24T08:30:15Z",
        "24 Nopember 2026 pukul 08.30 WITA, 2026-11-24T08:30:00+08:00",
        "24/11/2026 08:30:15 PM, 2026-11-24T20:30:15+07:00",
        "2026-11-24 08:30:15 +0900, 2026-11-24T08:30:15+09:00",
    })
    void aTimeIsReadHoweverItIsWritten(String written, String time) {
        gives("any-time(\"" + written + "\", \"Asia/Jakarta\")", "\"" + time + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "11/2026",
                "31/02/2026",
                "11/24/2026",
                "24/11/226",
                "besok",
                "24 Entah 2026",
                "24 November",
                "9999999999999",
                "24/11/2026 25 8",
                "24/11/2026 8:30 8:30 9:30"
            })
    void whatIsNoTimeIsNone(String written) {
        gives("any-time(\"" + written + "\", \"Asia/Jakarta\")", "null");
    }

    @Test
    void aLabelledLineIsFoundAndTakenOutOnce() {
        String body = "\"* NAMA  Lengkap : Contoh Warga\\nNIK:\\nLapor: ya\\nNama: orang lain\"";
        gives("line-value(" + body + ", [\"Nama\", \"Nama Lengkap\"])", "\"Contoh Warga\"");
        gives("line-value(" + body + ", \"NIK\")", "null");
        gives("without-lines(" + body + ", [[\"Nama\", \"Nama Lengkap\"], \"Lapor\"])", "\"NIK:\\nNama: orang lain\"");
        gives("line-value(null, null)", "null");
    }

    @Test
    void onlyAValidCaseNumberIsAReference() {
        gives("case-reference(\"Re: [DUMAS-2026-000123-38] Perkembangan\")", "\"DUMAS-2026-000123-38\"");
        gives("case-reference(\"[DUMAS-2026-000123-39]\")", "null");
        gives("case-reference(null)", "null");
    }

    /** Work that grows with the square of the length would take many minutes. */
    @Test
    @Timeout(120)
    void theWorkOnNonsenseGrowsWithItsLength() {
        String nonsense = "<".repeat(200_000) + "<a".repeat(100_000) + "&".repeat(200_000) + "a: ".repeat(200_000);
        var program = "[plain-text(.), text(.), number-text(.), cut(., 10), id-list(.), line-value(., \"a\"),"
                + " without-lines(., [\"a\"]), case-reference(.), iso-time(., \"UTC\"), yes-no(.),"
                + " yes-unless-no(.), id-text(.)]";
        assertThat(compile(program, TextNode.valueOf(nonsense))).hasSize(12);
    }

    private static void gives(String program, String expected) {
        try {
            assertThat(compile(program, JSON.nullNode())).as(program).isEqualTo(JSON.readTree(expected));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(expected, wrong);
        }
    }

    private static JsonNode compile(String program, JsonNode input) {
        return Parser.compileString(program, MappingFunctions.ALL).apply(input);
    }
}
