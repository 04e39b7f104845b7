package id.go.setneg.dumas.complaint;

/**
 * What the rules, or a person, say on whether a complaint is followed up.
 *
 * @param byPerson whether a person decided: no rule changes that
 */
public record Verdict(Eligibility outcome, Ground ground, boolean byPerson, Basis basis) {

    boolean isSame(Verdict other) {
        return outcome == other.outcome && ground == other.ground && byPerson == other.byPerson;
    }
}
