package id.go.setneg.dumas.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one version of the rules makes of a case.
 *
 * @param words each referral as kind and agency, such as {@code ACTION kemensos}; {@code PERSON} where a person decides; else
 *     why there is none, such as {@code ARCHIVE COPY_ONLY}, {@code INCOMPLETE EVIDENCE} or {@code WAITING DIRECTION}
 * @param row the rule, with version and line of its table
 * @param leaving what each referral may tell, by its words
 */
record Forecast(List<String> words, String row, Map<String, Disclosure.Allowed> leaving) {

    /** What of those referrals that both make would leave otherwise. */
    List<DryRun.Leaving> differences(Forecast after) {
        List<DryRun.Leaving> differences = new ArrayList<>();
        leaving.forEach((referral, before) -> {
            Disclosure.Allowed then = after.leaving.get(referral);
            if (then != null) {
                before.words().forEach((group, word) -> {
                    String other = then.words().getOrDefault(group, "no");
                    if (!other.equals(word)) {
                        differences.add(new DryRun.Leaving(
                                referral, group, Disclosure.GROUPS.getOrDefault(group, List.of()), word, other));
                    }
                });
            }
        });
        return differences;
    }
}
