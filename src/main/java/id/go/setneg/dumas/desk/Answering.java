package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Phone;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.progress.Progress;
import id.go.setneg.dumas.progress.Progresses;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells people who write that their message arrived, and who asks how a case stands: at most one message a sender and day,
 * never to a mailbox of the office (RFC 3834, section 2). How a case stands is told only to an address or number that is
 * registered on it; whoever else asks learns whom to turn to, and not whether there is such a case.
 */
final class Answering {

    private static final String OURS = "@setneg.go.id";

    private static final String MAIL = "mail";
    private static final String WHATSAPP = "whatsapp";

    private final Messages messages;
    private final Progresses progresses;

    Answering(Messages messages, Progresses progresses) {
        this.messages = messages;
        this.progresses = progresses;
    }

    void acknowledge(UnitOfWork unit, OpenCase on, Complaint complaint, CorrespondenceKind about) {
        if (complaint.channel() == Channel.EMAIL) {
            send(unit, on, complaint, about);
        }
    }

    /** Answers who asks by mail: how the case stands if it knows the address, else only whom to turn to. */
    void answerMail(UnitOfWork unit, Optional<OpenCase> on, MessageFacts asked) {
        String sender = asked.sender();
        if (sender != null && isAnswered(sender)) {
            Optional<OpenCase> known = on.filter(open -> open.complaints().stream()
                    .anyMatch(told -> sender.equalsIgnoreCase(told.complainant().email())));
            tell(unit, known, MAIL, sender, asked.reference());
        }
    }

    /** Answers who asks by messenger, in the same way. */
    void answerMessenger(UnitOfWork unit, Optional<OpenCase> known, Phone sender, String reference) {
        tell(unit, known, WHATSAPP, sender.digits(), reference);
    }

    private void tell(
            UnitOfWork unit, Optional<OpenCase> known, String way, String address, @Nullable String reference) {
        if (unit.acknowledged().isFirstToday(address)) {
            Progress progress = known.map(open -> progresses.of(open.history(), unit.now()))
                    .filter(told -> !told.confidential())
                    .orElse(null);
            UUID id = unit.newId();
            byte[] answer = messages.progress(id, address, reference, progress);
            unit.add(known.orElse(null), new NewDelivery(id, way, "PROGRESS", null, answer, null));
        }
    }

    private static boolean isAnswered(String address) {
        return AddrSpec.isStrict(address) && !address.toLowerCase(Locale.ROOT).endsWith(OURS);
    }

    private void send(UnitOfWork unit, OpenCase on, Complaint complaint, CorrespondenceKind about) {
        String address = complaint.complainant().email();
        if (address == null || !isAnswered(address) || !unit.acknowledged().isFirstToday(address)) {
            return;
        }
        UUID id = unit.newId();
        unit.add(
                on,
                new NewDelivery(
                        id,
                        complaint.source(),
                        "ACKNOWLEDGEMENT",
                        null,
                        messages.acknowledgement(
                                id, on.number(), complaint, about, on.file().state()),
                        null));
    }
}
