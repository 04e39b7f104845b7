package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Phone;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.Optional;
import java.util.UUID;

/** What people ask by messenger. */
public final class Questions {

    private final Answering answers;

    Questions(Answering answers) {
        this.answers = answers;
    }

    /**
     * Keeps what somebody asks, and answers it.
     *
     * @param named the case whose number the message names, none when it names none that there is
     * @param name the message's own name
     * @return false when it was kept before
     */
    public boolean take(UnitOfWork unit, Optional<OpenCase> named, Phone sender, String feed, String name, byte[] raw) {
        Optional<OpenCase> known =
                named.filter(on -> on.complaints().stream().anyMatch(told -> sender.isThatOf(told.complainant())));
        CorrespondenceKind kind = known.isPresent() ? CorrespondenceKind.QUESTION : CorrespondenceKind.INQUIRY;
        String because =
                known.isPresent() ? "the number is registered on the case" : "no case it names knows the number";
        Optional<UUID> filed = unit.file(known.orElse(null), new Correspondence(feed, name, kind, because, raw));
        filed.ifPresent(id -> {
            known.ifPresent(on -> on.record(
                    on.file().decide(new CaseCommand.FileCorrespondence(id, kind, null, null)), feed, because));
            answers.answerMessenger(unit, known, sender, name);
        });
        return filed.isPresent();
    }
}
