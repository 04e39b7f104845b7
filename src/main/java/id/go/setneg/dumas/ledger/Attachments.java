package id.go.setneg.dumas.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;

/**
 * Files that belong to submissions, sealed on disk under an address made from their content. A file's key is made from
 * its content too, and kept only inside sealed records: who destroys the keys of the cases that hold a file destroys the
 * file, in every copy.
 */
public final class Attachments {

    private static final byte[] ADDRESS = "address".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = "key".getBytes(StandardCharsets.US_ASCII);
    private static final String USE = "attachment";

    private final Path folder;
    private final MasterKeys keys;

    public Attachments(LedgerSettings settings, MasterKeys keys) {
        this.folder = settings.attachments();
        this.keys = keys;
    }

    /**
     * Stores bytes so that they survive a crash of the machine once this returns.
     *
     * @return the ticket that opens them again: {@code address.key}, the same for the same bytes; keep it sealed
     */
    public String store(byte[] content) {
        String address = MasterKeys.text(keys.hash(ADDRESS, content));
        byte[] key = keys.hash(KEY, content);
        Path file = file(address);
        try {
            if (Files.notExists(file)) {
                write(file, new DataKey(key).seal(USE, content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store an attachment in " + folder, e);
        }
        return address + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /**
     * The bytes behind a ticket.
     *
     * @throws BrokenSeal when the file was changed
     */
    public byte[] open(String ticket) {
        byte[] key = Base64.getUrlDecoder().decode(ticket.substring(ticket.indexOf('.') + 1));
        try {
            return new DataKey(key).open(USE, Files.readAllBytes(file(address(ticket))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an attachment in " + folder, e);
        }
    }

    /** A keyed hash of texts, for a record that has no name of its own. */
    public String fingerprint(String... texts) {
        return MasterKeys.text(keys.hash(texts));
    }

    static String address(String ticket) {
        return ticket.substring(0, ticket.indexOf('.'));
    }

    private Path file(String address) {
        return folder.resolve(address.substring(0, 2)).resolve(address);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "draft", null);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
