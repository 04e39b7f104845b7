package id.go.setneg.dumas.deadline;

/** The holidays of a year are not known on the day for which was asked: its decree is not there yet. */
public final class YearNotLoaded extends RuntimeException {

    private final int year;

    YearNotLoaded(int year) {
        super("the holidays of " + year + " are not loaded: add its decree to the calendar");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
