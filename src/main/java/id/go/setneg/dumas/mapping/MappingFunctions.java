package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import id.go.setneg.dumas.complaint.CaseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The functions that mappings may call beyond those of JSLT. All are pure and total: whatever they cannot read gives
 * null. None uses a regular expression on data.
 *
 * <ul>
 *   <li>{@code text(value)}: a text or number as tidy text; null when nothing is left
 *   <li>{@code plain-text(value)}: the same without HTML markup
 *   <li>{@code number-text(value)}: the same without blanks, dots, hyphens, apostrophes (NIK, NIP)
 *   <li>{@code cut(text, n)}: at most n characters, ending in an ellipsis when it was longer
 *   <li>{@code yes-no(value)}: true, 1, "1", "Ya" and false, 0, "0", "Tidak"; else null
 *   <li>{@code yes-unless-no(value)}: a flag that protects: false for false, 0, "0", "false", "no", "n", "tidak" and null,
 *       true for anything else
 *   <li>{@code id-text(value)}: an id as text; 12345.0, "12345" and 1.2345e4 are one (see {@link RecordId})
 *   <li>{@code list(value)}: an array; an empty one instead of anything else
 *   <li>{@code id-list(value)}: the numbers in a text such as {@code "[1,2]."} as texts
 *   <li>{@code local-time(text, pattern, zone)}: ISO date-time with offset, of a local one
 *   <li>{@code iso-time(text, zone)}: the same of an ISO date-time; one without offset is local in the zone
 *   <li>{@code local-date(text, pattern)}: ISO date
 *   <li>{@code any-date(value, zone)}: ISO date, of a day as people and systems write it (see {@link WrittenDates})
 *   <li>{@code any-time(text, zone)}: ISO date-time with offset, of a time as they write it; 00:00 of a day
 *   <li>{@code start-of-day(text, zone)}: 00:00 in the zone of an ISO date, or of the day of an ISO date-time
 *   <li>{@code date-in(text, zone)}: the day in the zone of an ISO date-time
 *   <li>{@code days-between(from, to)}: days as a decimal number, of two ISO date-times with offset
 *   <li>{@code indonesian-date(text, zone)}: {@code 24 November 2026}, of an ISO date-time or date
 *   <li>{@code line-value(text, label)}: what stands behind {@code label:} in the first such line; several spellings of
 *       one label may be an array
 *   <li>{@code without-lines(text, labels)}: the text without the line that line-value finds for each of the labels
 *   <li>{@code case-reference(text)}: the first valid case number of ours in the text
 * </ul>
 */
final class MappingFunctions {

    static final List<Function> ALL = List.of(
            new Named("text", 1, in -> string(Texts.tidy(word(in[0])))),
            new Named("plain-text", 1, in -> string(Texts.tidy(Texts.withoutMarkup(word(in[0]))))),
            new Named("number-text", 1, in -> string(Texts.tidy(Texts.compact(word(in[0]))))),
            new Named("cut", 2, in -> string(Texts.cut(word(in[0]), in[1].asInt()))),
            new Named("yes-no", 1, in -> bool(Texts.yes(word(in[0])))),
            new Named("yes-unless-no", 1, in -> BooleanNode.valueOf(yesUnlessNo(in[0]))),
            new Named("id-text", 1, in -> string(RecordId.of(in[0]))),
            new Named("list", 1, in -> in[0].isArray() ? in[0] : array(List.of())),
            new Named("id-list", 1, in -> array(Texts.numbers(word(in[0])))),
            new Named("local-time", 3, in -> string(Times.local(word(in[0]), in[1].asText(), in[2].asText()))),
            new Named("iso-time", 2, in -> string(Times.iso(word(in[0]), in[1].asText()))),
            new Named("local-date", 2, in -> string(Times.date(word(in[0]), in[1].asText()))),
            new Named("any-date", 2, in -> string(day(word(in[0]), in[1].asText()))),
            new Named("any-time", 2, in -> string(Times.any(word(in[0]), in[1].asText()))),
            new Named("start-of-day", 2, in -> string(Times.startOfDay(word(in[0]), in[1].asText()))),
            new Named("date-in", 2, in -> string(Times.dayIn(word(in[0]), in[1].asText()))),
            new Named("days-between", 2, in -> number(Times.daysBetween(word(in[0]), word(in[1])))),
            new Named("indonesian-date", 2, in -> string(Times.indonesian(word(in[0]), in[1].asText()))),
            new Named("line-value", 2, in -> string(Texts.tidy(Lines.value(word(in[0]), words(in[1]))))),
            new Named("without-lines", 2, in -> string(Texts.tidy(Lines.without(word(in[0]), labels(in[1]))))),
            new Named(
                    "case-reference",
                    1,
                    in -> string(
                            CaseNumber.in(word(in[0])).map(CaseNumber::toString).orElse(""))));

    private MappingFunctions() {}

    /** A text, number or boolean as text; anything else as an empty one. */
    private static String word(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    private static boolean yesUnlessNo(JsonNode node) {
        return !node.isNull() && (node.isContainerNode() || Texts.yesUnlessNo(node.asText()));
    }

    private static String day(String text, String zone) {
        return Times.inZone(zone)
                .flatMap(there -> WrittenDates.day(text, there))
                .map(LocalDate::toString)
                .orElse("");
    }

    private static List<String> words(JsonNode node) {
        return node.isArray() ? stream(node).map(MappingFunctions::word).toList() : List.of(word(node));
    }

    private static List<List<String>> labels(JsonNode node) {
        return stream(node).map(MappingFunctions::words).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode string(String text) {
        return text.isEmpty() ? NullNode.instance : TextNode.valueOf(text);
    }

    private static JsonNode bool(@Nullable Boolean value) {
        return value == null ? NullNode.instance : BooleanNode.valueOf(value);
    }

    private static JsonNode number(@Nullable Double value) {
        return value == null ? NullNode.instance : DoubleNode.valueOf(value);
    }

    private static JsonNode array(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private interface Body {
        JsonNode of(JsonNode[] arguments);
    }

    private record Named(String name, int arguments, Body body) implements Function {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arguments;
        }

        @Override
        public int getMaxArguments() {
            return arguments;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] values) {
            return body.of(values);
        }
    }
}
