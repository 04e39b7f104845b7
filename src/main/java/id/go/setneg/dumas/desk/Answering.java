package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells people who write by mail that their message arrived, and where their case stands: at most one message a sender and
 * day, only to an address that is registered on the case, and never to a mailbox of the office (RFC 3834, section 2).
 */
final class Answering {

    private static final String OURS = "@setneg.go.id";

    private final Messages messages;

    Answering(Messages messages) {
        this.messages = messages;
    }

    void acknowledge(UnitOfWork unit, OpenCase on, Complaint complaint, CorrespondenceKind about) {
        if (complaint.channel() == Channel.EMAIL) {
            send(unit, on, complaint, about);
        }
    }

    /** Answers who asks, if the case knows the address. */
    void answer(UnitOfWork unit, OpenCase on, @Nullable String sender) {
        if (sender != null) {
            on.complaints().stream()
                    .filter(complaint -> complaint.channel() == Channel.EMAIL)
                    .filter(complaint ->
                            sender.equalsIgnoreCase(complaint.complainant().email()))
                    .findFirst()
                    .ifPresent(complaint -> send(unit, on, complaint, CorrespondenceKind.QUESTION));
        }
    }

    private void send(UnitOfWork unit, OpenCase on, Complaint complaint, CorrespondenceKind about) {
        String address = complaint.complainant().email();
        if (address == null
                || !AddrSpec.isStrict(address)
                || address.toLowerCase(Locale.ROOT).endsWith(OURS)
                || !unit.isFirstToday(address)) {
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
