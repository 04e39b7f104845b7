package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.NewDelivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Puts cases with something to send into a ledger. */
final class Sent {

    private final HubLedger hub;
    private final Ledger ledger;

    record Case(UUID id, UUID referral, UUID delivery) {}

    Sent(HubLedger hub) {
        this(hub, hub.ledger());
    }

    Sent(HubLedger hub, Ledger ledger) {
        this.hub = hub;
        this.ledger = ledger;
    }

    /** A new case with one referral on its way to a destination. */
    Case referral(String destination, String payload) {
        return ledger.write(unit -> {
            var open = unit.openCase();
            UUID referral = unit.newId();
            UUID delivery = unit.newId();
            open.record(
                    List.of(new CaseEvent.ReferralIssued(
                            referral,
                            new AgencyCode(destination.substring("agency.".length())),
                            Referral.Kind.ACTION,
                            new Basis("desk/routing", "v1", 1, "contoh"))),
                    "hub",
                    "contoh");
            unit.add(open, delivery(delivery, destination, "REFERRAL", referral, payload));
            return new Case(open.id(), referral, delivery);
        });
    }

    /** Something more to send about the same case. */
    UUID more(Case to, String destination, String payload) {
        return more(to, destination, "STATUS", payload);
    }

    /** Something more of a kind. */
    UUID more(Case to, String destination, String kind, String payload) {
        return ledger.write(unit -> {
            unit.prepareReferrals(List.of(to.referral()));
            UUID delivery = unit.newId();
            unit.add(unit.caseOfReferral(to.referral()), delivery(delivery, destination, kind, to.referral(), payload));
            return delivery;
        });
    }

    /** The names of a case's facts in their order. */
    List<String> facts(Case of) {
        return hub.jdbc()
                .queryForList("select event from journal where case_id = ? order by seq", String.class, of.id());
    }

    private static NewDelivery delivery(UUID id, String destination, String kind, UUID referral, String payload) {
        return new NewDelivery(id, destination, kind, referral, payload.getBytes(StandardCharsets.UTF_8), null);
    }
}
