package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.MessageFacts;
import id.go.setneg.dumas.ledger.Correspondence;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps mails that are no submissions: on the case that they are about, with a fact in its journal, or for themselves. What
 * no rule can tell, and what an agency writes, is parked besides, for a person.
 */
public final class Correspondences {

    private static final Logger LOG = LoggerFactory.getLogger(Correspondences.class);

    private final Ledger ledger;
    private final Desk desk;

    Correspondences(Ledger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /**
     * Keeps mails that were sorted; once this returns they are stored.
     *
     * @param complaint the mapping by which a person may take in an unclear one after all
     * @param agency the mapping by which what an agency wrote is parked
     * @throws org.springframework.dao.DataAccessException when the database fails; the mails are taken again
     */
    public Intake.Receipt file(List<SourceRecord> mails, String complaint, String agency) {
        try {
            return ledger.write(unit -> mails.stream()
                    .map(mail -> file(unit, mail, complaint, agency))
                    .reduce(new Intake.Receipt(0, 0, 0), Intake.Receipt::and));
        } catch (RuntimeException e) {
            if (Intake.isTheDatabase(e)) {
                throw e;
            }
            LOG.debug("mails failed together and are kept one by one: {}", Fault.of(e));
            return mails.stream()
                    .map(mail -> fileAlone(mail, complaint, agency))
                    .reduce(new Intake.Receipt(0, 0, 0), Intake.Receipt::and);
        }
    }

    /** What cannot be kept as what it is waits for a person, and keeps no other back. */
    private Intake.Receipt fileAlone(SourceRecord mail, String complaint, String agency) {
        try {
            return ledger.write(unit -> file(unit, mail, complaint, agency));
        } catch (RuntimeException e) {
            if (Intake.isTheDatabase(e)) {
                throw e;
            }
            LOG.error("A mail of {} cannot be kept as what it is and is parked: {}", mail.feed(), Fault.of(e));
            return ledger.write(unit -> park(unit, mail, complaint, Intake.reason(e)));
        }
    }

    private Intake.Receipt file(UnitOfWork unit, SourceRecord mail, String complaint, String agency) {
        CorrespondenceKind kind = Sorting.kind(mail);
        JsonNode content = mail.content();
        if (kind == CorrespondenceKind.UNCLEAR) {
            return park(unit, mail, complaint, mail.because());
        }
        Optional<CaseNumber> number = CaseNumber.in(content.path(Sorting.CASE).asText());
        number.ifPresent(named -> unit.prepareNumbered(Set.of(named)));
        Optional<OpenCase> about = number.flatMap(unit::caseNumbered);
        boolean isNews = desk.file(
                unit,
                about,
                new Correspondence(mail.feed(), name(content), kind, mail.because(), mail.raw()),
                facts(content));
        if (!isNews) {
            return new Intake.Receipt(0, 1, 0);
        }
        return kind == CorrespondenceKind.AGENCY_ANSWER
                ? park(unit, mail, agency, mail.because())
                : new Intake.Receipt(1, 0, 0);
    }

    private static Intake.Receipt park(UnitOfWork unit, SourceRecord mail, String mapping, String because) {
        unit.park(mail.feed(), mapping, Intake.cut(because), new ParkedContent(mapping, mail).bytes(), mail.identity());
        return new Intake.Receipt(0, 0, 1);
    }

    /** The same mail in two mailboxes is one message. */
    private static String name(JsonNode mail) {
        return mail.path("messageId").asText() + " "
                + mail.at("/fingerprints/copy").asText();
    }

    private static MessageFacts facts(JsonNode mail) {
        String delivery = text(mail.path(Sorting.DELIVERY));
        return new MessageFacts(
                mail.path(Sorting.NO_ANSWER).asBoolean() ? null : text(mail.at("/from/address")),
                text(mail.path("messageId")),
                delivery == null ? null : UUID.fromString(delivery),
                text(mail.at("/bounce/status")));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }
}
