package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an officer's desk does with what comes in, as far as rules can: put it on the right case, see whether the file is
 * complete and directed, refer it, and tell those who wait. Each call works inside the caller's unit of work.
 */
public final class Desk {

    private static final String REGISTRY = "spde";

    private final Requirements requirements;
    private final Routing routing;
    private final Messages messages;
    private final Directory directory;
    private final AgencyWays ways;

    Desk(Requirements requirements, Routing routing, Messages messages, Directory directory, AgencyWays ways) {
        this.requirements = requirements;
        this.routing = routing;
        this.messages = messages;
        this.directory = directory;
        this.ways = ways;
    }

    /**
     * Takes in one submission of a prepared unit of work.
     *
     * @return false when the ledger has this very submission already
     */
    public boolean take(UnitOfWork unit, Submission submission) {
        if (unit.isTaken(submission)) {
            return false;
        }
        Complaint complaint = submission.complaint();
        Optional<OpenCase> known = unit.caseOf(submission);
        OpenCase on = known.orElseGet(unit::openCase);
        unit.add(on, submission);
        on.record(
                on.file().decide(new CaseCommand.Receive(submission.id(), complaint, requirements.of(complaint))),
                "source:" + complaint.source(),
                "received");
        if (known.isEmpty() && !complaint.source().equals(REGISTRY)) {
            UUID id = unit.newId();
            unit.add(
                    on,
                    new NewDelivery(
                            id,
                            REGISTRY,
                            "REGISTRATION",
                            null,
                            messages.registration(id, on.number(), complaint),
                            null));
        }
        if (on.file().awaitsReferral()) {
            refer(unit, on);
        }
        return true;
    }

    /**
     * Takes in an agency's word about a prepared referral, and tells every source of the case.
     *
     * @return false when the agency said this before
     * @throws id.go.setneg.dumas.complaint.UnknownReferral when the referral is not one of this agency
     */
    public boolean take(UnitOfWork unit, AgencyCode from, StatusUpdate update) {
        OpenCase on = unit.caseOfReferral(update.referral());
        List<CaseEvent> events = on.file().decide(new CaseCommand.Report(from, update));
        if (!unit.isNews(from, update.id(), update.referral())) {
            return false;
        }
        on.record(events, "agency:" + from, "reported");
        tellSources(unit, on, from, update);
        return true;
    }

    private void refer(UnitOfWork unit, OpenCase on) {
        Complaint whole =
                on.complaints().stream().reduce(Complaint::supplementedBy).orElseThrow();
        routing.find(whole, on.file().refusedBy()).ifPresent(found -> {
            UUID referral = unit.newId();
            AgencyCode code = found.agency().code();
            on.record(
                    on.file().decide(new CaseCommand.Refer(referral, code, Referral.Kind.ACTION, found.basis())),
                    "hub",
                    found.basis().toString());
            UUID id = unit.newId();
            String held = ways.find(code).isPresent() ? null : "WAY none configured";
            unit.add(
                    on,
                    new NewDelivery(
                            id,
                            AgencyWays.destination(code),
                            "REFERRAL",
                            referral,
                            messages.referral(
                                    referral,
                                    on.number(),
                                    Referral.Kind.ACTION.name(),
                                    found.agency(),
                                    unit.now(),
                                    whole),
                            held));
            if (held != null) {
                on.record(on.file().decide(new CaseCommand.Hold(referral, held)), "hub", held);
            }
        });
    }

    private void tellSources(UnitOfWork unit, OpenCase on, AgencyCode from, StatusUpdate update) {
        Agency agency = directory.find(from).orElseThrow();
        Complaint.Agenda agenda = on.file().agenda().orElse(null);
        for (Complaint told : on.complaints()) {
            if (isReachable(told)) {
                UUID id = unit.newId();
                unit.add(
                        on,
                        new NewDelivery(
                                id,
                                told.source(),
                                "STATUS",
                                update.referral(),
                                messages.notice(id, on.number(), told, agenda, agency, update),
                                null));
            }
        }
    }

    /** A mail is answered to its sender; without an address there is nobody to tell. */
    private static boolean isReachable(Complaint told) {
        return told.channel() != Channel.EMAIL || told.complainant().email() != null;
    }
}
