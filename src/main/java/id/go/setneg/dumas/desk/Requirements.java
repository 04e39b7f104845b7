package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which items a file needs, by channel and day of arrival (SK Asdep Dumas 4/2022, requirement 1b). */
final class Requirements {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final DecisionTable table;

    Requirements(DecisionTable table) {
        this.table = table;
    }

    Set<RequiredItem> of(Complaint complaint) {
        var day = complaint.receivedAt().atZoneSameInstant(WIB).toLocalDate();
        var decision = table.decide(Map.of("channel", complaint.channel().name()), day);
        Set<RequiredItem> items = EnumSet.noneOf(RequiredItem.class);
        Arrays.stream(RequiredItem.values())
                .filter(item ->
                        decision.output(item.name().toLowerCase(Locale.ROOT)).equals("yes"))
                .forEach(items::add);
        return items;
    }
}
