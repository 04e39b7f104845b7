package id.go.setneg.dumas.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.Parked.ParkedRecord;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.MappingRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes in agencies' status updates: the same schema and the same rules by queue and by HTTP. */
public final class Statuses {

    /** The schema of updates, and the name under which events that do not satisfy it are parked. */
    public static final String SCHEMA = "status-update";

    private final Ledger ledger;
    private final Desk desk;
    private final Canonical canonical;
    private final HubKey hubKey;
    private final Parked parked;

    Statuses(Ledger ledger, Desk desk, Canonical canonical, HubKey hubKey, Parked parked) {
        this.ledger = ledger;
        this.desk = desk;
        this.canonical = canonical;
        this.hubKey = hubKey;
        this.parked = parked;
    }

    /**
     * Takes in an update that somebody waits for an answer to; once this returns it is stored.
     *
     * @param reported who says it, as authenticated, and what
     * @throws MappingRefused when it does not satisfy the schema {@code status-update}
     * @throws UnknownReferral when the referral is not one of this agency
     */
    public void take(ReportedStatus reported) {
        StatusUpdate update = read(reported.json());
        if (!update.referral().equals(reported.referral())) {
            throw new MappingRefused(SCHEMA + ": /referral: not the referral that is addressed");
        }
        store(reported.agency(), update);
    }

    /**
     * Takes in an update from an agency's queue, a CloudEvent in JSON; what cannot be an update is parked.
     *
     * @param agency whose queue it is: only that agency may write there
     */
    public void takeEvent(String agency, String event) {
        refusal(new AgencyCode(agency), event)
                .ifPresent(reason -> ledger.write(unit -> {
                    unit.park(feed(agency), SCHEMA, reason, event.getBytes(StandardCharsets.UTF_8));
                    return null;
                }));
    }

    /**
     * Tries a parked event again.
     *
     * @return whether it was stored; if not, it stays parked with the new reason
     */
    public boolean replay(UUID id) {
        ParkedRecord waiting = parked.find(id).orElse(null);
        byte[] event = parked.record(id).orElse(null);
        if (waiting == null || event == null) {
            return false;
        }
        Optional<String> refusal = refusal(agency(waiting.feed()), new String(event, StandardCharsets.UTF_8));
        refusal.ifPresentOrElse(reason -> parked.refusedAgain(id, reason), () -> parked.replayed(id));
        return refusal.isEmpty();
    }

    /** Stores an event; none when that went well, else why it cannot be an update. */
    private Optional<String> refusal(AgencyCode from, String event) {
        try {
            store(from, data(canonical.json().readTree(event)));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("not JSON");
        } catch (MappingRefused | UnknownReferral refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static String feed(String agency) {
        return "agency." + agency + ".status";
    }

    private static AgencyCode agency(String feed) {
        return new AgencyCode(feed.substring("agency.".length(), feed.length() - ".status".length()));
    }

    private void store(AgencyCode from, StatusUpdate update) {
        ledger.write(unit -> {
            unit.prepareReferrals(Set.of(update.referral()));
            return desk.take(unit, from, update);
        });
    }

    private StatusUpdate data(JsonNode event) throws IOException {
        List<String> problems = CloudEvent.problems(event);
        if (!problems.isEmpty()) {
            throw new MappingRefused("cloud event: " + String.join("; ", problems));
        }
        JsonNode data = event.get("data");
        return update(data.isTextual() ? canonical.json().readTree(hubKey.open(data.textValue())) : data);
    }

    private StatusUpdate read(byte[] json) {
        try {
            return update(canonical.json().readTree(json));
        } catch (IOException e) {
            throw new MappingRefused(SCHEMA + ": not JSON");
        }
    }

    private StatusUpdate update(JsonNode node) {
        if (!(node instanceof ObjectNode)) {
            throw new MappingRefused(SCHEMA + ": not an object");
        }
        return canonical.read(SCHEMA, node, StatusUpdate.class);
    }
}
