package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk's tables may ask about a complaint, by the names of their input columns. */
final class Facts {

    /** The names that every complaint may have a value for. */
    static final Set<String> COLUMNS = Set.of(
            "channel",
            "addressee",
            "copyOnly",
            "anonymous",
            "complainantCategory",
            "kind",
            "category",
            "problemCode",
            "sourceStatus",
            "subject",
            "text");

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Map<String, String> values = new HashMap<>();
    private final LocalDate day;

    private Facts(LocalDate day) {
        this.day = day;
    }

    static Facts of(Complaint complaint) {
        var facts = new Facts(complaint.receivedAt().atZoneSameInstant(WIB).toLocalDate());
        facts.put("channel", complaint.channel().name());
        facts.put("addressee", complaint.addressee());
        facts.put("copyOnly", complaint.copyOnly());
        facts.put("anonymous", complaint.complainant().anonymous());
        facts.put("complainantCategory", complaint.complainant().category());
        facts.put("kind", complaint.matter().kind());
        facts.put("category", complaint.matter().category());
        facts.put("problemCode", complaint.matter().problemCode());
        facts.put("sourceStatus", complaint.origin().status());
        facts.put("subject", complaint.letter().subject());
        facts.put(
                "text", complaint.letter().subject() + "\n" + complaint.matter().text());
        return facts;
    }

    Facts with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** What a table says of it on the day on which it arrived (WIB). */
    Decision decide(DecisionTable table) {
        return all(table).findFirst().orElseThrow();
    }

    /** Every row that matches on that day; the first decides. */
    Stream<Decision> all(DecisionTable table) {
        Map<String, String> asked = new HashMap<>(values);
        asked.keySet().retainAll(table.inputs());
        return table.matching(asked, day);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
