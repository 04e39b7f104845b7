package id.go.setneg.dumas.delivery;

/** A look, page after page, whether the other side has a message already. */
public final class Search {

    private static final int MOST_PAGES = 1000;

    private final String mark;
    private String lastPage = "";
    private int page = 1;
    private boolean isFound;
    private boolean isOver;

    Search(String mark, boolean isNeeded) {
        this.mark = mark;
        this.isOver = !isNeeded;
    }

    /** The page to ask for, from 1. */
    public int page() {
        return page;
    }

    public boolean hasNext() {
        return !isOver && !isFound;
    }

    public boolean isFound() {
        return isFound;
    }

    /**
     * A page was read.
     *
     * @throws NotUnderstood when the pages come to no end: whether the message is there is not known
     */
    void sawPage(String text, boolean isLast) {
        isFound = text.contains(mark);
        isOver = isLast;
        if (hasNext() && (page >= MOST_PAGES || text.equals(lastPage))) {
            throw new NotUnderstood("ANSWER without end");
        }
        lastPage = text;
        page++;
    }
}
