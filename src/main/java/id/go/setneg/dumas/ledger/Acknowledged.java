package id.go.setneg.dumas.ledger;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Who was written to today, and which cases wait for tomorrow because of that; in one unit of work and before it. */
public final class Acknowledged {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final MasterKeys keys;
    private final LedgerQueries queries;
    private final LedgerRows rows;
    private final OffsetDateTime now;
    private final Set<ByteBuffer> senders = new HashSet<>();

    Acknowledged(MasterKeys keys, LedgerQueries queries, LedgerRows rows, OffsetDateTime now) {
        this.keys = keys;
        this.queries = queries;
        this.rows = rows;
        this.now = now;
    }

    /** Whether this is the first to an address today (WIB); from then on it is not. */
    public boolean isFirstToday(String address) {
        byte[] sender = keys.hash("sender", address.strip().toLowerCase(Locale.ROOT));
        LocalDate today = now.atZoneSameInstant(WIB).toLocalDate();
        if (!senders.add(ByteBuffer.wrap(sender)) || queries.isAcknowledged(sender, today)) {
            return false;
        }
        rows.addAcknowledgement(sender, today);
        return true;
    }

    /** Who complained is to be asked another day for what is missing. */
    public void postpone(OpenCase on) {
        rows.addPostponed(on.id());
    }

    /** Who complained was asked, or nothing is missing any more. */
    public void settle(OpenCase on) {
        rows.addSettled(on.id());
    }
}
