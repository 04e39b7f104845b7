package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.Backfill;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exports that were taken in from a drop folder. A backfill moves those that were written in its range back into the
 * folder, for the folder's own route to take them again (decision 0012).
 */
public final class ReturnedExports {

    private static final int KEY_PARTS = 3; // book, year, number

    private Path folder = Path.of("");

    private record Taken(Path file, Instant written) {}

    /** The drop folder. */
    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** Begins with the exports that lie there now, the oldest first: what comes back later is not moved a second time. */
    public ExportWalk begin(Backfill backfill) throws IOException {
        List<Path> files = taken(backfill.from().toInstant(), backfill.to().toInstant());
        backfill.total(files.size());
        return new ExportWalk(this, backfill, files);
    }

    private List<Path> taken(Instant from, Instant to) throws IOException {
        Path taken = folder.resolve(Beside.TAKEN);
        if (Files.notExists(taken)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(taken)) {
            return files.filter(file -> Files.isRegularFile(file) && Kind.of(file) == Kind.SHEET)
                    .map(ReturnedExports::taken)
                    .filter(one ->
                            !one.written().isBefore(from) && one.written().isBefore(to))
                    .sorted(Comparator.comparing(Taken::written).thenComparing(Taken::file))
                    .map(Taken::file)
                    .toList();
        }
    }

    private static Taken taken(Path file) {
        return new Taken(file, Instant.ofEpochMilli(file.toFile().lastModified()));
    }

    /**
     * Moves the next export back, or waits where the folder has files of these names.
     *
     * @throws Exception when the disk has failed for too long
     */
    public void putBack(ExportWalk walk) throws Exception {
        walk.putBack();
    }

    /** Moves a file back under its own name, keeping its time; none while another file of this name waits there. */
    @Nullable
    Path moveBack(Path file) throws IOException {
        Path back = folder.resolve(TakenName.of(Beside.name(file), KEY_PARTS).name());
        try {
            if (link(back, file)) {
                Files.delete(file);
            } else {
                Files.move(file, back);
            }
            return back;
        } catch (FileAlreadyExistsException e) {
            return null;
        } catch (NoSuchFileException e) {
            return back; // somebody cleared it away
        }
    }

    /** At once, and never over another file, which no rename promises; false on a file system without links. */
    private static boolean link(Path back, Path file) throws IOException {
        try {
            Files.createLink(back, file);
            return true;
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }
}
