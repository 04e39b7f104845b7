package id.go.setneg.dumas.delivery;

/** A look, page after page, whether the other side has a message already. */
public final class Search {

    private final String mark;
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

    void sawPage(String text, boolean isLast) {
        isFound = text.contains(mark);
        isOver = isLast;
        page++;
    }
}
