package id.go.setneg.dumas.ledger;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who was written to today, and who waits to be told another day because of that; in one unit of work and before it. What waits
 * goes before what is new, so that who writes each day is told all the same.
 */
public final class Acknowledged {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    /** Stands for each address of a case. */
    private static final ByteBuffer EACH = ByteBuffer.allocate(0);

    private final MasterKeys keys;
    private final LedgerQueries queries;
    private final LedgerRows rows;
    private final OffsetDateTime now;
    private final Set<ByteBuffer> senders = new HashSet<>();
    private final Map<UUID, Set<ByteBuffer>> waiting = new HashMap<>();

    Acknowledged(MasterKeys keys, LedgerQueries queries, LedgerRows rows, OffsetDateTime now) {
        this.keys = keys;
        this.queries = queries;
        this.rows = rows;
        this.now = now;
    }

    /**
     * Whether this is the first to an address today (WIB), and nothing older waits to be told to it; if so, it is written to
     * today.
     */
    public boolean isFirstToday(String address) {
        byte[] sender = sender(address);
        return !queries.isWaiting(sender, startOfToday()) && take(sender);
    }

    /** Whether what waits on a case may be told to an address today (WIB): it is the first; if so, it is written to today. */
    public boolean isItsTurn(OpenCase on, String address) {
        return isWaiting(on, address) && take(sender(address));
    }

    /** Whether an address is to be told another day what is new on a case. */
    public boolean isWaiting(OpenCase on, String address) {
        Set<ByteBuffer> waiting = waiting(on);
        return waiting.contains(ByteBuffer.wrap(sender(address))) || waiting.contains(EACH);
    }

    /** Whether anybody is to be told another day what is new on a case. */
    public boolean isAnybodyWaiting(OpenCase on) {
        return !waiting(on).isEmpty();
    }

    /** An address is to be told another day what is new on a case; it waits since the first time. */
    public void postpone(OpenCase on, String address) {
        rows.addPostponed(on.id(), sender(address));
    }

    /** An address was told. */
    public void settle(OpenCase on, String address) {
        rows.addSettled(on.id(), sender(address));
    }

    /** Nobody waits to be told anything any more. */
    public void settle(OpenCase on) {
        for (ByteBuffer sender : waiting(on)) {
            byte[] key = new byte[sender.remaining()];
            sender.duplicate().get(key);
            rows.addSettled(on.id(), key);
        }
    }

    private Set<ByteBuffer> waiting(OpenCase on) {
        return waiting.computeIfAbsent(on.id(), queries::waitingFor);
    }

    private boolean take(byte[] sender) {
        LocalDate today = now.atZoneSameInstant(WIB).toLocalDate();
        if (!senders.add(ByteBuffer.wrap(sender)) || queries.isAcknowledged(sender, today)) {
            return false;
        }
        rows.addAcknowledgement(sender, today);
        return true;
    }

    private OffsetDateTime startOfToday() {
        return now.atZoneSameInstant(WIB).toLocalDate().atStartOfDay(WIB).toOffsetDateTime();
    }

    private byte[] sender(String address) {
        return keys.hash("sender", address.strip().toLowerCase(Locale.ROOT));
    }
}
