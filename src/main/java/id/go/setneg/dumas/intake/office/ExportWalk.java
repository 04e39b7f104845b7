package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.Backfill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A walk through the exports that are to be moved back, which a person may cancel. */
public final class ExportWalk {

    private static final int MOST_WAITING = 10;

    private final ReturnedExports exports;
    private final Backfill backfill;
    private final List<Path> files;
    private final Set<Path> waiting = new HashSet<>();

    ExportWalk(ReturnedExports exports, Backfill backfill, List<Path> files) {
        this.exports = exports;
        this.backfill = backfill;
        this.files = new ArrayList<>(files);
    }

    /** Whether there is more to move. */
    public boolean hasNext() {
        return !files.isEmpty() && !backfill.isCancelled();
    }

    /**
     * One file at a time: the oldest whose name is free, and only while few wait for the folder's route; what a failure
     * leaves is moved the next time.
     *
     * @throws Exception a failure that has lasted too long
     */
    void putBack() throws Exception {
        try {
            putNextBack();
        } catch (IOException e) {
            backfill.failed(e);
        }
    }

    private void putNextBack() throws IOException, InterruptedException {
        long began = System.nanoTime();
        waiting.removeIf(Files::notExists);
        for (Iterator<Path> rest = files.iterator(); waiting.size() < MOST_WAITING && rest.hasNext(); ) {
            Path back = exports.moveBack(rest.next());
            if (back != null) {
                rest.remove();
                waiting.add(back);
                backfill.moved(1, System.nanoTime() - began);
                return;
            }
        }
        backfill.hold();
    }
}
