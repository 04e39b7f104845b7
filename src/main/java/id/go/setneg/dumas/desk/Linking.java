package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.StoredSubmission;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.Optional;

/** Which case a record is about, and who may say so. */
final class Linking {

    private Linking() {}

    /** The case whose number the record names, where the office names it or the same person wrote to it before. */
    static Optional<OpenCase> trusted(UnitOfWork unit, Submission submission) {
        Complaint complaint = submission.complaint();
        return unit.caseNamedBy(submission)
                .filter(named -> complaint.source().equals(Desk.REGISTRY)
                        || named.complaints().stream()
                                .anyMatch(other -> other.complainant().isSamePerson(complaint.complainant())));
    }

    /** The same again is one submission, unless its writer says that it is about another case. */
    static boolean isRepetition(UnitOfWork unit, Submission submission, Optional<OpenCase> named) {
        return unit.isRepetition(submission)
                && named.map(on -> unit.caseByNames(submission)
                                .filter(sent -> sent == on)
                                .isPresent())
                        .orElse(true);
    }

    /**
     * The case that a record is about. What the office says of its own letter may change; whatever else was received on a
     * case stays there.
     */
    static Optional<OpenCase> about(
            UnitOfWork unit, Submission submission, Optional<OpenCase> known, Optional<OpenCase> named) {
        Optional<OpenCase> said = named.or(() -> unit.caseByNames(submission));
        boolean isLinkedLater = submission.complaint().source().equals(Desk.REGISTRY) && said.isPresent();
        return known.isPresent() && !isLinkedLater ? known : said.or(() -> known);
    }

    /** Whether it comes for a part of the case that is another person's. */
    static boolean isOfAnother(UnitOfWork unit, OpenCase on, Submission submission) {
        if (!on.file().hasJoined()) {
            return false;
        }
        CaseNumber home = unit.home(on, submission);
        return !home.equals(on.number()) && !on.file().isOfSamePerson(home);
    }

    /** The office has told only now which case its letter is about. */
    static void move(OpenCase from, OpenCase to, Complaint complaint) {
        from.newest(complaint.source(), complaint.reference()).ifPresent(newest -> move(from, to, newest));
    }

    private static void move(OpenCase from, OpenCase to, StoredSubmission letter) {
        Complaint said = letter.complaint();
        from.record(
                from.file()
                        .decide(new CaseCommand.Move(
                                letter.id(), to.number(), said.letter().agenda(), said.direction())),
                "source:" + said.source(),
                "the letter names another case");
        if (!from.complaints().isEmpty()) {
            from.record(
                    from.file().decide(new CaseCommand.AssessAnew()), "hub", "what the letter brought went with it");
        }
    }

    static void repeat(UnitOfWork unit, Submission submission) {
        OpenCase on = unit.caseByNames(submission).orElseThrow();
        Complaint complaint = submission.complaint();
        if (unit.addRepetition(on, submission)) {
            unit.file(
                    on,
                    new Correspondence(
                            submission.feed(),
                            complaint.source() + " " + complaint.reference(),
                            CorrespondenceKind.REPETITION,
                            submission.because(),
                            submission.record()));
            on.record(
                    on.file().decide(new CaseCommand.NoteRepetition(complaint.source(), submission.feed())),
                    "source:" + complaint.source(),
                    "same content: sender, subject, text and files");
        }
    }
}
