package id.go.setneg.dumas.ledger;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Files that belong to submissions, sealed on disk under an address made from their content. A file's key is made from
 * its content too, and kept only inside sealed records: who destroys the keys of the cases that hold a file destroys the
 * file, in every copy. Content flows through in pieces of 64 KiB (AES-256-GCM each, in order): a file of any size costs a
 * constant amount of memory.
 */
public final class Attachments {

    private static final byte[] ADDRESS = "address".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = "key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] USE = "attachment".getBytes(StandardCharsets.US_ASCII);
    private static final String DRAFT = "draft";
    private static final int IN_MEMORY = 256 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final MasterKeys keys;

    /**
     * What was stored.
     *
     * @param ticket opens it again: {@code address.key}, the same for the same bytes; keep it sealed
     * @param size in bytes
     */
    public record Stored(String ticket, long size) {

        /** What equal contents have in common within one installation, and nobody can turn back. */
        public String address() {
            return Attachments.address(ticket);
        }

        @Override
        public String toString() {
            return "Stored[" + size + "]";
        }
    }

    /** There was more than was allowed; nothing was stored. */
    public static final class TooLarge extends IOException {
        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    public Attachments(LedgerSettings settings, MasterKeys keys) {
        this.folder = settings.attachments();
        this.keys = keys;
    }

    /**
     * Stores bytes so that they survive a crash of the machine once this returns.
     *
     * @return the ticket that opens them again
     */
    public String store(byte[] content) {
        try {
            return store(new ByteArrayInputStream(content), Long.MAX_VALUE).ticket();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store an attachment in " + folder, e);
        }
    }

    /**
     * Stores what a stream brings so that it survives a crash of the machine once this returns.
     *
     * @param most how many bytes it may bring
     * @throws TooLarge when it brings more
     * @throws IOException when the stream breaks or the disk refuses; nothing was stored
     */
    public Stored store(InputStream content, long most) throws IOException {
        MessageDigest digest = sha256();
        byte[] head = content.readNBytes((int) Math.min(most, IN_MEMORY) + 1);
        if (head.length > most) {
            throw new TooLarge(most);
        }
        if (head.length <= IN_MEMORY) {
            digest.update(head);
            return keep(digest.digest(), head.length, new ByteArrayInputStream(head));
        }
        byte[] passing = MasterKeys.random();
        Path draft = draft(folder);
        try {
            long size = drain(content, head, digest, sealing(passing, draft), most);
            try (InputStream again = opening(passing, draft)) {
                return keep(digest.digest(), size, again);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static long drain(InputStream content, byte[] head, MessageDigest digest, OutputStream into, long most)
            throws IOException {
        try (into) {
            long size = 0;
            byte[] piece = head;
            for (int length = head.length; length > 0; length = content.readNBytes(piece, 0, PIECE)) {
                size += length;
                if (size > most) {
                    throw new TooLarge(most);
                }
                digest.update(piece, 0, length);
                into.write(piece, 0, length);
            }
            return size;
        }
    }

    private Stored keep(byte[] digest, long size, InputStream content) throws IOException {
        String address = MasterKeys.text(keys.hash(ADDRESS, digest));
        byte[] key = keys.hash(KEY, digest);
        Path file = file(address);
        if (Files.notExists(file)) {
            write(file, key, content);
        }
        return new Stored(
                address + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key), size);
    }

    private static void write(Path file, byte[] key, InputStream content) throws IOException {
        Path folder = file.resolveSibling("");
        boolean isNew = Files.notExists(folder);
        Path draft = draft(folder);
        try (OutputStream sealed = sealing(key, draft)) {
            content.transferTo(sealed);
        }
        sync(draft, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
        if (isNew) {
            sync(folder.resolveSibling(""), StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static Path draft(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, DRAFT, null);
    }

    /**
     * The bytes behind a ticket, in memory: for what is known to be small.
     *
     * @throws BrokenSeal when the file was changed
     */
    public byte[] open(String ticket) {
        try (InputStream content = read(ticket)) {
            var bytes = new ByteArrayOutputStream();
            try {
                content.transferTo(bytes);
            } catch (IOException e) {
                throw new BrokenSeal("attachment", e);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an attachment in " + folder, e);
        }
    }

    /**
     * The bytes behind a ticket, as a stream that fails with an IOException where the file was changed.
     *
     * @throws IOException when there is no such file
     */
    public InputStream read(String ticket) throws IOException {
        byte[] key = Base64.getUrlDecoder().decode(ticket.substring(ticket.indexOf('.') + 1));
        return opening(key, file(address(ticket)));
    }

    /** Removes what a killed process left half-written. */
    void removeAbandoned(Instant now) {
        FileTime before = FileTime.from(now.minus(ABANDONED));
        try (var files = Files.exists(folder) ? Files.walk(folder, 2) : Stream.<Path>empty()) {
            for (Path file : files.filter(each -> name(each).startsWith(DRAFT)).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + folder, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
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

    private static OutputStream sealing(byte[] key, Path file) throws IOException {
        OutputStream into = Files.newOutputStream(file);
        try {
            return cipher(key).newEncryptingStream(into, USE);
        } catch (GeneralSecurityException e) {
            into.close();
            throw new IllegalStateException("cannot seal an attachment", e);
        }
    }

    private static InputStream opening(byte[] key, Path file) throws IOException {
        InputStream from = Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ));
        try {
            return cipher(key).newDecryptingStream(from, USE);
        } catch (GeneralSecurityException e) {
            from.close();
            throw new IllegalStateException("cannot open an attachment", e);
        }
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", 32, PIECE, 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
