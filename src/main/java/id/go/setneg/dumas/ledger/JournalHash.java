package id.go.setneg.dumas.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The chain of a journal: SHA-256 over every column of an entry, each with its length, and over the hash before it. It
 * covers the sealed facts, so that it still holds when the key of the case is destroyed.
 */
final class JournalHash {

    static final byte[] START = new byte[32];

    private JournalHash() {}

    static byte[] of(
            UUID caseId,
            int seq,
            String event,
            OffsetDateTime at,
            String actor,
            String because,
            byte[] sealedFacts,
            byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(28)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putInt(seq)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()))
                .flip());
        update(digest, event.getBytes(StandardCharsets.UTF_8));
        update(digest, actor.getBytes(StandardCharsets.UTF_8));
        update(digest, because.getBytes(StandardCharsets.UTF_8));
        update(digest, sealedFacts);
        update(digest, previous);
        return digest.digest();
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(4).putInt(0, part.length));
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
