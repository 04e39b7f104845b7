package id.go.setneg.dumas.complaint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What led to a decision on where a case goes, for people to check. It holds codes and the table's own words; nothing that
 * a complaint says.
 *
 * @param lead whether the agency leads where several are asked
 * @param inputs what matched, by input column: the words of the table, not those of the complaint
 * @param excluded agencies that were not considered because they had sent the case back
 * @param sentence the decision in one Indonesian sentence
 */
public record Explanation(boolean lead, Map<String, String> inputs, List<AgencyCode> excluded, String sentence) {

    public Explanation {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        excluded = List.copyOf(excluded);
    }

    @Override
    public String toString() {
        return "Explanation" + excluded;
    }
}
