package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.ReferralState;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.complaint.Verdict;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.progress.Progresses;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an officer's desk does with what comes in, as far as rules can: put it on the right case, see whether the file is
 * complete and directed, refer it, and tell those who wait. Each call works inside the caller's unit of work.
 */
public final class Desk {

    static final String REGISTRY = "spde";

    final Requirements requirements;
    final Reactions reactions;
    private final Matching matching;
    private final Judging judging;
    final Alarms alarms;
    private final Referring referring;
    private final Messages messages;
    private final Directory directory;
    private final Answering answers;
    private final Telling telling;
    private final LateFiles lateFiles;

    Desk(
            Requirements requirements,
            Matching matching,
            Judging judging,
            Alarms alarms,
            TermTables terms,
            Referring referring,
            Messages messages,
            Directory directory,
            Progresses progresses) {
        this.answers = new Answering(messages, progresses);
        this.telling = new Telling(messages);
        this.reactions = new Reactions(telling, terms);
        this.lateFiles = new LateFiles(requirements, messages);
        this.requirements = requirements;
        this.matching = matching;
        this.judging = judging;
        this.alarms = alarms;
        this.referring = referring;
        this.messages = messages;
        this.directory = directory;
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
        boolean isOfAnother = Linking.isOfAnother(unit, on, submission);
        CaseCommand.Receive.Former former = unit.add(on, submission)
                .map(before -> new CaseCommand.Receive.Former(before.id(), before.complaint()))
                .orElse(null);
        Reactions.Before before = reactions.before(on);
        on.record(
                on.file()
                        .decide(new CaseCommand.Receive(
                                submission.id(),
                                complaint,
                                requirements.of(complaint),
                                former,
                                former == null ? complaint.receivedAt() : changedAt(unit, complaint),
                                isOfAnother)),
                "source:" + complaint.source(),
                submission.because());
        if (former == null) {
            matching.note(unit, on, submission);
        }
        decide(unit, on, about.isEmpty() ? complaint : whole(on));
        alarms.raise(unit, on, complaint, former == null ? null : former.complaint(), about.isPresent());
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
        boolean isTold = submission.mayBeAnswered() && reactions.react(unit, on, before);
        if (former == null && !isTold && submission.mayBeAnswered()) {
            answers.acknowledge(
                    unit,
                    on,
                    complaint,
                    about.isEmpty() ? CorrespondenceKind.COMPLAINT : CorrespondenceKind.SUPPLEMENT);
        }
        goOn(unit, on);
        return true;
    }

    /** Judges what is complete, and whether it is followed up, by what is on the case now. */
    void judgeAnew(UnitOfWork unit, OpenCase on, String because) {
        on.record(on.file().decide(new CaseCommand.AssessAnew()), "hub", because);
        if (!on.complaints().isEmpty()) {
            decide(unit, on, whole(on));
        }
    }

    void decide(UnitOfWork unit, OpenCase on, Complaint whole) {
        Verdict verdict = judging.verdict(whole);
        List<CaseEvent> decided = on.file().decide(new CaseCommand.Judge(verdict, unit.now()));
        on.record(decided, "hub", verdict.basis().toString());
    }

    /** Whatever the facts let follow: a direction that was given in advance, a referral. */
    void goOn(UnitOfWork unit, OpenCase on) {
        if (on.file().state() == CaseState.AWAITING_DIRECTION) {
            judging.direction(whole(on))
                    .ifPresent(standing -> on.record(
                            on.file().decide(new CaseCommand.Direct(standing.direction(), true)),
                            "hub",
                            standing.basis().toString()));
        }
        if (on.file().awaitsReferral()) {
            referring.byRules(unit, on);
        }
    }

    Directory directory() {
        return directory;
    }

    /** All that is said on a case, as one complaint. */
    static Complaint whole(OpenCase on) {
        return Complaint.whole(on.complaints());
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
        }
        if (filed.isPresent() && message.kind().isQuestion()) {
            answers.answerMail(unit, about, facts);
        }
        return filed.isPresent();
    }

    /**
     * Takes in an agency's word about a prepared referral, and tells every source of the case what is new to it.
     *
     * @return false when the agency said this before
     * @throws id.go.setneg.dumas.complaint.UnknownReferral when the referral is not one of this agency
     */
    public boolean take(UnitOfWork unit, AgencyCode from, StatusUpdate update) {
        OpenCase on = unit.caseOfReferral(update.referral());
        List<CaseEvent> events =
                on.file().decide(new CaseCommand.Report(referring.addressed(on, update.referral(), from), update));
        if (!unit.isNews(from, update.id(), update.referral())) {
            return false;
        }
        Optional<ReferralState> before = on.file().stateOf(update.referral());
        on.record(events, "agency:" + from, "reported");
        if (update.hasWords() || !on.file().stateOf(update.referral()).equals(before)) {
            var word = new Messages.News.Word(directory.find(from).orElseThrow(), update);
            telling.tell(unit, on, update.referral(), word);
        }
        if (update.status() == StatusUpdate.Status.RETURNED) {
            referring.byRules(unit, on);
        }
        return true;
    }

    /**
     * A person names the agencies of a complete and directed case; those that have it already are not asked again.
     *
     * @param decided the fact that the person decided
     * @param actor {@code officer:<login>}
     * @return what follows
     */
    List<CaseEvent> route(UnitOfWork unit, OpenCase on, OfficerDecision.Route route, CaseEvent decided, String actor) {
        return referring.byPerson(unit, on, route.asked(), route.copied(), decided, actor);
    }

    /** Asks those again whose letter was taken back while the case was one with another that had asked them. */
    void referAgain(UnitOfWork unit, OpenCase on) {
        referring.again(unit, on);
    }

    /** The agency that a mail address belongs to. */
    public Optional<AgencyCode> agencyOf(String address) {
        return directory.ofAddress(address).map(Agency::code);
    }
}
