package id.go.setneg.dumas.ledger;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Who was told today (WIB) that a message had arrived. */
final class Acknowledgements {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final MasterKeys keys;
    private final LedgerQueries queries;
    private final LedgerRows rows;
    private final LocalDate today;
    private final Set<ByteBuffer> told = new HashSet<>();

    Acknowledgements(MasterKeys keys, LedgerQueries queries, LedgerRows rows, OffsetDateTime now) {
        this.keys = keys;
        this.queries = queries;
        this.rows = rows;
        today = now.atZoneSameInstant(WIB).toLocalDate();
    }

    boolean isFirstToday(String address) {
        byte[] sender = keys.hash("sender", address.strip().toLowerCase(Locale.ROOT));
        if (!told.add(ByteBuffer.wrap(sender)) || queries.isAcknowledged(sender, today)) {
            return false;
        }
        rows.addAcknowledgement(sender, today);
        return true;
    }
}
