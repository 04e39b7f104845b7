package id.go.setneg.dumas.complaint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How far two complaints may be about one matter. It says what speaks for that, never what the complaints say.
 *
 * @param identity whether one person wrote both
 * @param similarity how alike the texts are, 0 to 100
 * @param agency whether both are about one agency
 * @param days between their arrivals
 * @param channels whether they came by one channel
 * @param score 0 to 100, for the order in which people look
 * @param reasons what speaks for it, the strongest first
 */
public record Match(
        Identity identity,
        int similarity,
        Agreement agency,
        long days,
        Agreement channels,
        int score,
        List<Reason> reasons) {

    /** Whether two complainants are one. */
    public enum Identity {
        /** One NIK, mail address or telephone. */
        SAME,
        /** One family card, or one name in one regency. */
        LIKELY,
        /** Nothing is known of one of them. */
        UNKNOWN,
        OTHER
    }

    /** Whether two complaints agree in something. */
    public enum Agreement {
        SAME,
        /** One of them does not say. */
        UNKNOWN,
        OTHER
    }

    /** What speaks for one matter. */
    public enum Reason {
        SAME_NIK,
        SAME_EMAIL,
        SAME_PHONE,
        SAME_FAMILY_CARD,
        SAME_NAME_AND_REGENCY,
        SAME_TEXT,
        SIMILAR_TEXT,
        SAME_AGENCY,
        OTHER_CHANNEL
    }

    private static final int SIMILAR = 30;

    public Match {
        reasons = List.copyOf(reasons);
    }

    /** Compares two complaints; which of them is the first makes no difference. */
    public static Match of(Complaint one, Complaint other, Agreement agency) {
        return of(one, MatchKeys.of(one), other, MatchKeys.of(other), agency);
    }

    /** Compares two complaints whose keys are known. */
    public static Match of(
            Complaint one, MatchKeys keysOfOne, Complaint other, MatchKeys keysOfOther, Agreement agency) {
        int similarity = keysOfOne.wording().similarity(keysOfOther.wording());
        Identity identity = identity(keysOfOne, keysOfOther);
        Agreement channels = one.channel() == other.channel() ? Agreement.SAME : Agreement.OTHER;
        List<Reason> reasons = new ArrayList<>();
        add(reasons, shares(keysOfOne.strong(), keysOfOther.strong(), "nik:"), Reason.SAME_NIK);
        add(reasons, shares(keysOfOne.strong(), keysOfOther.strong(), "email:"), Reason.SAME_EMAIL);
        add(reasons, shares(keysOfOne.strong(), keysOfOther.strong(), "phone:"), Reason.SAME_PHONE);
        add(reasons, shares(keysOfOne.weak(), keysOfOther.weak(), "kk:"), Reason.SAME_FAMILY_CARD);
        add(reasons, shares(keysOfOne.weak(), keysOfOther.weak(), "name:"), Reason.SAME_NAME_AND_REGENCY);
        add(reasons, similarity == 100, Reason.SAME_TEXT);
        add(reasons, similarity >= SIMILAR && similarity < 100, Reason.SIMILAR_TEXT);
        add(reasons, agency == Agreement.SAME, Reason.SAME_AGENCY);
        add(reasons, channels == Agreement.OTHER, Reason.OTHER_CHANNEL);
        long days =
                Math.abs(Duration.between(one.receivedAt(), other.receivedAt()).toDays());
        return new Match(identity, similarity, agency, days, channels, score(identity, similarity, agency), reasons);
    }

    /** The same, of one person's very words: an older version of the other may have said them. */
    public Match ofTheVeryWords() {
        return new Match(Identity.SAME, 100, agency, days, channels, score(Identity.SAME, 100, agency), reasons);
    }

    private static Identity identity(MatchKeys one, MatchKeys other) {
        if (!Collections.disjoint(one.strong(), other.strong())) {
            return Identity.SAME;
        }
        if (!Collections.disjoint(one.weak(), other.weak())) {
            return Identity.LIKELY;
        }
        boolean isKnown = !one.strong().isEmpty() && !other.strong().isEmpty();
        return isKnown ? Identity.OTHER : Identity.UNKNOWN;
    }

    private static int score(Identity identity, int similarity, Agreement agency) {
        int person = switch (identity) {
            case SAME -> 40;
            case LIKELY -> 25;
            case UNKNOWN, OTHER -> 0;
        };
        return person + similarity / 2 + (agency == Agreement.SAME ? 10 : 0);
    }

    private static boolean shares(Set<String> some, Set<String> others, String kind) {
        return some.stream().anyMatch(key -> key.startsWith(kind) && others.contains(key));
    }

    private static void add(List<Reason> reasons, boolean holds, Reason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
