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
        gives("[id-list(\"[1,23].\"), id-list(false), id-list(null)]", "[[\"1\",\"23\"],[],[]]");
        gives("[list(null), list([1])]", "[[],[1]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yes\"",
                "\"Y\"",
                "\"ya\"",
                "\"true\"",
                "\" True \"",
                "1",
                "\"1\"",
                "true",
                "2",
                "\"t\"",
                "\"rahasia\"",
                "\"\"",
                "[]",
                "{}",
                "0.5"
            })
    void aFlagThatProtectsIsSetUnlessItClearlyIsNot(String written) {
        gives("yes-unless-no(" + written + ")", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "0",
                "0.0",
                "\"0\"",
                "\"false\"",
                "\" False \"",
                "\"no\"",
                "\"No\"",
                "\"tidak\"",
                "\"TIDAK\"",
                "\"n\"",
                "null",
                ".absent"
            })
    void aClearNoIsANo(String written) {
        gives("yes-unless-no(" + written + ")", "false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "12345.0",
                "1.2345e4",
                "\"12345\"",
                "\" 12345 \"",
                "\"12 345\"",
                "\"12345.0\"",
                "\"12345.00\"",
                "\"1.2345E4\"",
                "\"12\u00a0345\""
            })
    void anIdIsOneHoweverItIsWritten(String written) {
        gives("id-text(" + written + ")", "\"12345\"");
    }

    @Test
    void anIdThatIsNoWholeNumberStaysAsItIs() {
        gives("[id-text(\" AB 7 \"), id-text(\"12345.5\"), id-text(\"007\")]", "[\"AB 7\",\"12345.5\",\"007\"]");
        gives(
                "[id-text(null), id-text(\" \"), id-text(true), id-text([7]), id-text({})]",
                "[null,null,null,null,null]");
        gives("id-text(\"1e999999999\")", "\"1e999999999\"");
        gives("id-text(\"1e-999999999\")", "\"1e-999999999\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24-11-2026",
                "24-11-2026 08:00:00",
                "24/11/2026",
                "24/11/2026 08:00",
                "24.11.2026",
                "2026-11-24",
                "2026/11/24",
                "2026-11-24T08:00:00",
                "2026-11-24 08:00:00",
                "2026-11-24T23:59:59+07:00",
                "2026-11-23T18:00:00Z",
                "2026-11-24T08:00:00.000+0700",
                "24 November 2026",
                "24 Nov 2026",
                "24 Nop 2026",
                "Selasa, 24 November 2026",
                "24-NOV-2026",
                "24-Nov-26",
                "24/11/26",
                "Tuesday, November 24, 2026",
                "46350",
                "24 November 2026 pukul 08.00 WIB",
                "1795482000",
                "1795482000000",
                "1.795482E9",
                "20261124"
            })
    void aDayIsReadInAllItsForms(String written) {
        gives("any-date(\"" + written + "\", \"Asia/Jakarta\")", "\"2026-11-24\"");
    }

    @Test
    void aDayMayBeANumber() {
        gives(
                "[any-date(1795482000, \"Asia/Jakarta\"), any-date(1795482000000, \"Asia/Jakarta\")]",
                "[\"2026-11-24\",\"2026-11-24\"]");
        gives(
                "[any-date(\"17 Agustus 2026\", \"UTC\"), any-date(\"9 May 2026\", \"UTC\")]",
                "[\"2026-08-17\",\"2026-05-09\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kemarin",
                "11/24/2026",
                "30-02-2026",
                "0000-00-00",
                "November 2026",
                "24 Nonember",
                "0",
                "-1",
                "99999999",
                "999999999999999999999999",
                "2026-13-01",
                "+999999999-12-31T23:59:59Z",
                "24 x 2026"
            })
    void whatIsNoDayIsNone(String written) {
        gives("any-date(\"" + written + "\", \"Asia/Jakarta\")", "null");
        gives("any-date(\"" + written + "\", \"Tidak/Ada\")", "null");
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
                + " yes-unless-no(.), id-text(.), any-date(., \"UTC\")]";
        assertThat(compile(program, TextNode.valueOf(nonsense))).hasSize(13);
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
