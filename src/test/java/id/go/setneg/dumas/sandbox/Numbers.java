package id.go.setneg.dumas.sandbox;

/**
 * Number ranges of the outside systems. Each run of a sandbox over the same data folder takes a range of its own, because
 * the outside systems forget when they stop and the hub's ledger does not.
 *
 * @param run 0, 1, …; after 20 runs the ranges are used again
 */
record Numbers(int run) {

    private static final int REGISTRATIONS = 500_000;
    private static final int ROWS = 900_000;

    Numbers {
        run = Math.floorMod(run, 20);
    }

    int letter(int index) {
        return run * 25_000 + index;
    }

    int row(int index) {
        return ROWS + run * 4_000 + index;
    }

    /** Agenda numbers that the office gives to what the hub registers start after this. */
    int registrations() {
        return REGISTRATIONS + run * 20_000;
    }

    int report(int index) {
        return 100_000 + run * 50_000 + index;
    }

    /** Whether an agenda entry was made by an earlier run, so that the office of this run only forgot it. */
    static boolean ofAFormerRun(String agenda, int registrations) {
        String number = agenda.substring(agenda.lastIndexOf('/') + 1);
        int run = (registrations - REGISTRATIONS) / 20_000;
        if (run <= 0 || !number.matches("\\d{6}")) {
            return false;
        }
        int value = Integer.parseInt(number);
        int from = value >= ROWS ? ROWS : value >= REGISTRATIONS ? REGISTRATIONS : 0;
        int width = value >= ROWS ? 4_000 : value >= REGISTRATIONS ? 20_000 : 25_000;
        return value > from && value <= from + run * width;
    }
}
