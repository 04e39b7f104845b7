package id.go.setneg.dumas.intake;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Work that takes minutes or hours, such as a backfill or a full scan: what runs now, and the last twenty that ended. It is
 * kept in memory only. Whoever works says so: {@code Work work = works.begin("LAPOR!: pemindaian penuh")}, then
 * {@code work.total(n)} when it is known, {@code work.did(n)} as it goes, and {@code work.end(outcome)}.
 */
public final class Works {

    private static final int ENDED_KEPT = 20;

    private final Clock clock;
    private final List<Work> running = new ArrayList<>();
    private final Deque<Work> ended = new ArrayDeque<>();

    public Works(Clock clock) {
        this.clock = clock;
    }

    /**
     * Work begins.
     *
     * @param name Indonesian, for people, without personal data
     */
    public Work begin(String name) {
        var work = new Work(name, clock, this::ended);
        synchronized (this) {
            running.add(work);
        }
        return work;
    }

    /** What runs, oldest first, and then what ended, newest first. */
    public synchronized List<Work.Progress> all() {
        List<Work.Progress> all = new ArrayList<>();
        running.forEach(work -> all.add(work.progress()));
        ended.forEach(work -> all.add(work.progress()));
        return all;
    }

    private synchronized void ended(Work work) {
        if (running.remove(work)) {
            ended.addFirst(work);
            if (ended.size() > ENDED_KEPT) {
                ended.removeLast();
            }
        }
    }
}
