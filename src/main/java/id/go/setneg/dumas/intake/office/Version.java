package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * One version of a file: the office may drop another of the same name at any moment.
 *
 * @param size in bytes
 * @param modified in milliseconds since 1970
 */
record Version(long size, long modified) {

    /**
     * The one that lies there now.
     *
     * @throws NoSuchFileException when there is none
     */
    static Version of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(now.size(), now.lastModifiedTime().toMillis());
    }

    /** Whether it is still the one that lies there. */
    private boolean lies(Path file) throws IOException {
        try {
            return equals(of(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Moves a file away while it is this version; one that came in its place stays, or comes back. */
    void moveAway(Path file, Path to) throws IOException {
        if (!lies(file)) {
            return;
        }
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        if (!lies(to)) {
            comeBack(to, file);
        }
    }

    private static void comeBack(Path file, Path back) throws IOException {
        try {
            Files.move(file, back);
        } catch (FileAlreadyExistsException e) {
            Files.move(file, back.resolveSibling(file.getFileName())); // a third came: each is taken
        }
    }
}
