package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.StoredSubmission;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;

/** Puts files that came late with an older version of a record on its newest one. */
final class LateFiles {

    private final Requirements requirements;
    private final Messages messages;

    LateFiles(Requirements requirements, Messages messages) {
        this.requirements = requirements;
        this.messages = messages;
    }

    /**
     * A scan that came late, with a version of the letter that is not the newest any more: the newest version gets it.
     *
     * @return whether there was such a file
     */
    boolean add(UnitOfWork unit, Submission submission) {
        Complaint late = submission.complaint();
        if (!unit.isOutdated(submission) || late.attachments().stream().allMatch(file -> file.content() == null)) {
            return false;
        }
        OpenCase on = unit.caseOfRecord(submission).orElseThrow();
        StoredSubmission newest = on.newest(late.source(), late.reference()).orElse(null);
        if (newest == null) {
            return false; // its source deleted the record
        }
        Complaint whole = newest.complaint().withFilesOf(late);
        if (whole.equals(newest.complaint())) {
            return false;
        }
        var completed = new Submission(
                submission.id(),
                submission.feed(),
                whole,
                messages.canonical(whole),
                submission.record(),
                "a file of an older version came late",
                false,
                submission.understood());
        boolean isOfAnother = Linking.isOfAnother(unit, on, completed);
        unit.add(on, completed);
        on.record(
                on.file()
                        .decide(new CaseCommand.Receive(
                                completed.id(),
                                whole,
                                requirements.of(whole),
                                new CaseCommand.Receive.Former(newest.id(), newest.complaint()),
                                unit.now(),
                                isOfAnother)),
                "source:" + late.source(),
                completed.because());
        return true;
    }
}
