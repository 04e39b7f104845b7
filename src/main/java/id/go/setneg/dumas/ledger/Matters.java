package id.go.setneg.dumas.ledger;

/** What a unit of work knows of which cases are about one matter. */
public final class Matters {

    private final KnownMatches matches;
    private final Proposals proposals;
    private final Merges merges;

    Matters(KnownMatches matches, Proposals proposals, Merges merges) {
        this.matches = matches;
        this.proposals = proposals;
        this.merges = merges;
    }

    /** Cases that may be about the same matter. */
    public KnownMatches matches() {
        return matches;
    }

    /** What people are asked. */
    public Proposals proposals() {
        return proposals;
    }

    /** Cases that are part of others. */
    public Merges merges() {
        return merges;
    }

    void write() {
        matches.write();
        proposals.write();
    }
}
