package id.go.setneg.dumas.sandbox;

/** How well an agency's system answers. */
enum Behaviour {
    /** Always, at once. */
    GOOD,
    /** Two refusals with 503, a slow answer, another 503, a broken connection after the work was done; then as GOOD. */
    FAILING_THEN_RECOVERING;

    /** What may happen to one request. */
    enum Mishap {
        NONE,
        UNAVAILABLE,
        SLOW,
        UNANSWERED
    }

    /** @param request 1, 2, … since the agency started */
    Mishap at(int request) {
        if (this == GOOD) {
            return Mishap.NONE;
        }
        return switch (request) {
            case 1, 2, 4 -> Mishap.UNAVAILABLE;
            case 3 -> Mishap.SLOW;
            case 5 -> Mishap.UNANSWERED;
            default -> Mishap.NONE;
        };
    }
}
