package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseNumber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds the case that a message is about: by the messages that it answers, or by the number that it names. */
public final class Threads {

    private final LedgerQueries queries;
    private final CaseKeys caseKeys;
    private final MasterKeys keys;

    /** How a message leads to a case. */
    public enum Via {
        /** It answers a message of ours. */
        DELIVERY,
        /** It answers a message that the office was sent. */
        MESSAGE,
        /** It names the number. */
        NUMBER
    }

    /**
     * The case that a message is about.
     *
     * @param isRegistered whether its sender is a complainant of the case
     * @param delivery the message of ours that it answers, absent when none
     */
    public record Found(
            CaseNumber number,
            Via via,
            boolean isRegistered,
            @Nullable UUID delivery) {}

    Threads(JdbcTemplate jdbc, MasterKeys keys) {
        this.queries = new LedgerQueries(jdbc);
        this.caseKeys = new CaseKeys(jdbc, keys);
        this.keys = keys;
    }

    /**
     * The case that a message is about; none when it is a new matter, or the case was erased.
     *
     * @param answered Message-IDs (RFC 5322, section 3.6.4) that it answers, the nearest first
     * @param number the case number that it names
     * @param sender its sender's address
     */
    public Optional<Found> find(List<String> answered, Optional<CaseNumber> number, @Nullable String sender) {
        List<UUID> deliveries =
                answered.stream().flatMap(Threads::delivery).distinct().toList();
        Map<UUID, UUID> byDelivery = queries.casesOfDeliveries(deliveries);
        for (UUID delivery : deliveries) {
            UUID caseId = byDelivery.get(delivery);
            if (caseId != null) {
                return found(caseId, Via.DELIVERY, sender, delivery);
            }
        }
        List<byte[]> names =
                answered.stream().map(id -> KnownRecords.is(keys, "mail:" + id)).toList();
        Map<ByteBuffer, UUID> byName = queries.casesNamed(names);
        for (byte[] name : names) {
            UUID caseId = byName.get(ByteBuffer.wrap(name));
            if (caseId != null) {
                return found(caseId, Via.MESSAGE, sender, null);
            }
        }
        return number.flatMap(named ->
                        Optional.ofNullable(queries.casesNumbered(Set.of(named)).get(named)))
                .flatMap(caseId -> found(caseId, Via.NUMBER, sender, null));
    }

    private Optional<Found> found(UUID caseId, Via via, @Nullable String sender, @Nullable UUID delivery) {
        List<UUID> family = queries.matters.family(queries.matters.root(caseId));
        Map<UUID, DataKey> opened = caseKeys.of(family);
        if (!opened.containsKey(caseId)) {
            return Optional.empty();
        }
        boolean isRegistered = sender != null
                && queries.submissions(family, opened).stream()
                        .map(each -> each.complaint().complainant().email())
                        .filter(Objects::nonNull)
                        .anyMatch(sender::equalsIgnoreCase);
        return queries.number(caseId).map(number -> new Found(number, via, isRegistered, delivery));
    }

    /** The delivery that is named by a Message-ID of ours. */
    private static Stream<UUID> delivery(String messageId) {
        int at = messageId.indexOf('@');
        if (at != 37 || messageId.charAt(0) != '<') {
            return Stream.empty();
        }
        try {
            return Stream.of(UUID.fromString(messageId.substring(1, at)));
        } catch (IllegalArgumentException notOurs) {
            return Stream.empty();
        }
    }
}
