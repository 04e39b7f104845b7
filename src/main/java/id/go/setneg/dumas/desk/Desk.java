package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.StoredSubmission;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer's desk does with what comes in, as far as rules can: put it on the right case, see whether the file is
 * complete and directed, refer it, and tell those who wait. Each call works inside the caller's unit of work.
 */
public final class Desk {

    static final String REGISTRY = "spde";

    private final Requirements requirements;
    private final Matching matching;
    private final Routing routing;
    private final Messages messages;
    private final Directory directory;
    private final AgencyWays ways;
    private final Answering answers;
    private final LateFiles lateFiles;

    Desk(
            Requirements requirements,
            Matching matching,
            Routing routing,
            Messages messages,
            Directory directory,
            AgencyWays ways) {
        this.matching = matching;
        this.answers = new Answering(messages);
        this.lateFiles = new LateFiles(requirements, messages);
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
            return lateFiles.add(unit, submission);
        }
        Optional<OpenCase> known = unit.caseOfRecord(submission);
        Optional<OpenCase> named = Linking.trusted(unit, submission);
        if (Linking.isRepetition(unit, submission, named)) {
            Linking.repeat(unit, submission);
            return false;
        }
        Complaint complaint = submission.complaint();
        Optional<OpenCase> about =
                Linking.about(unit, submission, known, named).or(() -> matching.exact(unit, submission));
        OpenCase on = about.orElseGet(unit::openCase);
        known.filter(before -> before != on).ifPresent(before -> Linking.move(before, on, complaint));
        CaseCommand.Receive.Former former = unit.add(on, submission)
                .map(before -> new CaseCommand.Receive.Former(before.id(), before.complaint()))
                .orElse(null);
        on.record(
                on.file()
                        .decide(new CaseCommand.Receive(
                                submission.id(),
                                complaint,
                                requirements.of(complaint),
                                former,
                                former == null ? complaint.receivedAt() : changedAt(unit, complaint))),
                "source:" + complaint.source(),
                submission.because());
        if (former == null) {
            matching.note(unit, on, submission);
        }
        if (about.isEmpty() && !complaint.source().equals(REGISTRY)) {
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
        if (former == null && submission.mayBeAnswered()) {
            answers.acknowledge(
                    unit,
                    on,
                    complaint,
                    about.isEmpty() ? CorrespondenceKind.COMPLAINT : CorrespondenceKind.SUPPLEMENT);
        }
        if (on.file().awaitsReferral()) {
            refer(unit, on);
        }
        return true;
    }

    /** Takes over what came for a case while it was part of another one. */
    void takeLater(OpenCase on, StoredSubmission later, List<StoredSubmission> all, String actor) {
        Complaint complaint = later.complaint();
        CaseCommand.Receive.Former former = all.stream()
                .takeWhile(each -> !each.id().equals(later.id()))
                .filter(each -> each.isSameRecord(complaint))
                .reduce((older, newer) -> newer)
                .map(before -> new CaseCommand.Receive.Former(before.id(), before.complaint()))
                .orElse(null);
        on.record(
                on.file()
                        .decide(new CaseCommand.Receive(
                                later.id(), complaint, requirements.of(complaint), former, complaint.receivedAt())),
                actor,
                "received while the case was part of another one");
    }

    private static OffsetDateTime changedAt(UnitOfWork unit, Complaint complaint) {
        OffsetDateTime said = complaint.origin().changedAt();
        return said == null ? unit.now() : said;
    }

    /** Takes in that a source no longer has a record. */
    public void takeDeletion(UnitOfWork unit, String source, String reference) {
        unit.caseOfRecord(source, reference)
                .ifPresent(on -> on.newest(source, reference).ifPresent(newest -> {
                    on.record(
                            on.file().decide(new CaseCommand.Withdraw(newest.id())),
                            "source:" + source,
                            "the source no longer has the record");
                    unit.delete(source, reference);
                }));
    }

    /**
     * Keeps a message that is no submission, on the case that it is about; a question is answered.
     *
     * @param about the case, none when no rule can tell
     * @return false when it was kept before
     */
    public boolean file(UnitOfWork unit, Optional<OpenCase> about, Correspondence message, MessageFacts facts) {
        Optional<UUID> filed = unit.file(about.orElse(null), message);
        if (filed.isPresent() && about.isPresent()) {
            OpenCase on = about.get();
            on.record(
                    on.file()
                            .decide(new CaseCommand.FileCorrespondence(
                                    filed.get(), message.kind(), facts.delivery(), facts.detail())),
                    "mail",
                    message.because());
            if (message.kind() == CorrespondenceKind.BOUNCE && facts.delivery() != null && facts.isFinal()) {
                unit.hold(facts.delivery(), "MAIL bounced " + facts.detail());
            }
            if (message.kind() == CorrespondenceKind.QUESTION) {
                answers.answer(unit, on, facts.sender());
            }
        }
        return filed.isPresent();
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

    /** The agency that a mail address belongs to. */
    public Optional<AgencyCode> agencyOf(String address) {
        return directory.ofAddress(address).map(Agency::code);
    }

    void refer(UnitOfWork unit, OpenCase on) {
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
        Set<String> addresses = new HashSet<>();
        for (Complaint told : on.complaints()) {
            if (isReachable(told) && isNewAddress(told, addresses)) {
                UUID id = unit.newId();
                unit.add(
                        on,
                        new NewDelivery(
                                id,
                                told.source(),
                                "STATUS",
                                update.referral(),
                                messages.notice(id, on.number(), told, agenda(told, agenda), agency, update),
                                null));
            }
        }
    }

    /** Each letter of the registry is told of by its own agenda number, all else by that of the case. */
    private static Complaint.@Nullable Agenda agenda(Complaint told, Complaint.@Nullable Agenda ofCase) {
        Complaint.Agenda own = told.letter().agenda();
        return own == null ? ofCase : own;
    }

    /** Who wrote several mails on one case is told once. */
    private static boolean isNewAddress(Complaint told, Set<String> addresses) {
        return told.channel() != Channel.EMAIL
                || addresses.add(String.valueOf(told.complainant().email()));
    }

    /** A mail is answered to its sender; without an address there is nobody to tell. */
    private static boolean isReachable(Complaint told) {
        return told.channel() != Channel.EMAIL
                || AddrSpec.isStrict(told.complainant().email());
    }
}
