package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Intake.Receipt;
import java.io.File;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A walk through the CSV files of a folder that were written between two times, oldest first. */
public final class FolderWalk implements BackfillWalk {

    private final Backfill backfill;
    private final Deque<File> files;
    private long asked = System.nanoTime();

    FolderWalk(Backfill backfill, String folder) {
        this.backfill = backfill;
        File[] found = new File(folder).listFiles(this::isWanted);
        files = new ArrayDeque<>(
                found == null
                        ? List.of()
                        : Arrays.stream(found)
                                .sorted(Comparator.comparingLong(File::lastModified)
                                        .thenComparing(File::getName))
                                .toList());
    }

    private boolean isWanted(File file) {
        Instant written = Instant.ofEpochMilli(file.lastModified());
        return file.isFile()
                && file.getName().toLowerCase(Locale.ROOT).endsWith(".csv")
                && !written.isBefore(backfill.from().toInstant())
                && written.isBefore(backfill.to().toInstant());
    }

    @Override
    public boolean hasNext() {
        return !files.isEmpty() && !backfill.isCancelled();
    }

    File next() {
        asked = System.nanoTime();
        return files.removeFirst();
    }

    @Override
    public void took(Receipt receipt) throws InterruptedException {
        backfill.took(receipt, System.nanoTime() - asked);
    }
}
