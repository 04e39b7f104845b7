package id.go.setneg.dumas.intake.lapor;

import id.go.setneg.dumas.intake.Vanished;
import id.go.setneg.dumas.intake.Walk;
import id.go.setneg.dumas.intake.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One full scan: first the list to its end, then each report that ought to have been on it. What was read counts as handed
 * in once the scan is asked anything again.
 */
public final class Scan {

    private static final int MOST_TRIES = 4;

    private final Walk walk;
    private final String list;
    private final String one;
    private final Function<Set<String>, List<String>> unlisted;
    private final Work work;
    private final Set<String> listed = new HashSet<>();
    private final List<Vanished> vanished = new ArrayList<>();
    private @Nullable Deque<String> missing;
    private int asked;
    private int tries;
    private boolean isRead;

    /**
     * @param list path of the list
     * @param one path of one report, with {@code %s} for its reference
     * @param unlisted which reports ought to be there, given those that are
     * @param work tells how far it is
     */
    Scan(Walk walk, String list, String one, Function<Set<String>, List<String>> unlisted, Work work) {
        this.walk = walk;
        this.list = list;
        this.one = one;
        this.unlisted = unlisted;
        this.work = work;
    }

    public boolean hasNext() {
        return isListing() || !missing().isEmpty();
    }

    /** What to ask for next, below the base of the API. */
    public String path() {
        return isListing() ? list : one.formatted(reference());
    }

    /** With which query; may be empty. */
    public String query() {
        return isListing() ? walk.query() : "";
    }

    boolean isListing() {
        return missing == null && walk.hasNext();
    }

    /** Whether the list came to its end. */
    boolean isListed() {
        return missing != null;
    }

    Walk walk() {
        return walk;
    }

    Work work() {
        return work;
    }

    /** The report that is asked for. */
    String reference() {
        return missing().getFirst();
    }

    /** Whether the list showed any report at all. */
    boolean showedAny() {
        return !listed.isEmpty();
    }

    void listed(String reference) {
        work.did(listed.add(reference) ? 1 : 0);
    }

    /** The report that was asked for has been answered. */
    void read(boolean isGone) {
        if (isGone) {
            vanished.add(new Vanished("lapor", reference()));
        }
        isRead = true;
    }

    /** What was read last was not handed in, or nothing was read. */
    void again() {
        isRead = false;
        if (isListed()) {
            tries++;
            isRead = tries >= MOST_TRIES; // one report whose answer is never understood keeps no other waiting
        }
    }

    List<Vanished> vanished() {
        return List.copyOf(vanished);
    }

    /** How many reports were asked for one by one. */
    int asked() {
        return asked;
    }

    private Deque<String> missing() {
        Deque<String> rest = missing;
        if (rest == null) {
            rest = new ArrayDeque<>(unlisted.apply(listed));
            missing = rest;
            work.total(listed.size() + rest.size());
        }
        if (isRead) {
            isRead = false;
            tries = 0;
            asked++;
            work.did(1);
            rest.poll();
        }
        return rest;
    }
}
