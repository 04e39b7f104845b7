package id.go.setneg.dumas.desk;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells every source of a case, each in its own way; who wrote several mails on one case is told once. */
final class Telling {

    private final Messages messages;

    Telling(Messages messages) {
        this.messages = messages;
    }

    /**
     * Tells all that can be reached.
     *
     * @param referral the referral that it is about, null when none
     * @return whether there was anybody
     */
    boolean tell(UnitOfWork unit, OpenCase on, @Nullable UUID referral, Messages.News news) {
        return tell(unit, on, referral, news, address -> true);
    }

    /**
     * Tells all that can be reached; by mail only who got none from a machine of ours today (RFC 3834, section 2).
     *
     * @return whether there was anybody
     */
    boolean tellOnceADay(UnitOfWork unit, OpenCase on, Messages.News news) {
        return tell(unit, on, null, news, unit.acknowledged()::isFirstToday);
    }

    private boolean tell(
            UnitOfWork unit,
            OpenCase on,
            @Nullable UUID referral,
            Messages.News news,
            Predicate<String> mayBeWrittenTo) {
        Complaint.Agenda agenda = on.file().agenda().orElse(null);
        Set<String> addresses = new HashSet<>();
        boolean isSecret = on.complaints().stream().anyMatch(Complaint::confidential);
        boolean isHeard = false;
        for (Complaint told : on.complaints()) {
            if (isReachable(told)
                    && isNewAddress(told, addresses)
                    && (told.channel() != Channel.EMAIL
                            || mayBeWrittenTo.test(
                                    requireNonNull(told.complainant().email())))) {
                UUID id = unit.newId();
                byte[] notice =
                        messages.notice(id, on.number(), told, agenda(told, agenda), said(told, news, isSecret));
                unit.add(on, new NewDelivery(id, told.source(), "STATUS", referral, notice, null));
                isHeard = true;
            }
        }
        return isHeard;
    }

    /** Plain mail never carries what an agency writes about a secret matter. */
    private static Messages.News said(Complaint told, Messages.News news, boolean isSecret) {
        return isSecret && told.channel() == Channel.EMAIL && news instanceof Messages.News.Word word
                ? new Messages.News.Word(word.agency(), word.update().withoutWords())
                : news;
    }

    /** Each letter of the registry is told of by its own agenda number, all else by that of the case. */
    private static Complaint.@Nullable Agenda agenda(Complaint told, Complaint.@Nullable Agenda ofCase) {
        Complaint.Agenda own = told.letter().agenda();
        return own == null ? ofCase : own;
    }

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
