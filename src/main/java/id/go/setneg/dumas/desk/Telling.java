package id.go.setneg.dumas.desk;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.complaint.AddrSpec;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
     * Who was told.
     *
     * @param channels of those who were told
     * @param mailed the addresses that were told
     * @param postponed the addresses that got a mail today, or wait for an older one, and are told another day
     */
    record Told(Set<Channel> channels, Set<String> mailed, Set<String> postponed) {

        boolean isAnybody() {
            return !channels.isEmpty();
        }

        /** Who complained was told: not only the registry, unless there is no other way to them. */
        boolean isComplainant() {
            return channels.stream().anyMatch(channel -> channel != Channel.LETTER)
                    || (isAnybody() && postponed.isEmpty());
        }
    }

    /**
     * Tells all that can be reached.
     *
     * @param referral the referral that it is about, null when none
     */
    void tell(UnitOfWork unit, OpenCase on, @Nullable UUID referral, Messages.News news) {
        tell(unit, on, on.complaints(), referral, news, address -> true);
    }

    /** Tells all that can be reached; by mail only who got none from a machine of ours today (RFC 3834, section 2). */
    Told tellOnceADay(UnitOfWork unit, OpenCase on, Messages.News news) {
        return tell(unit, on, on.complaints(), null, news, unit.acknowledged()::isFirstToday);
    }

    /** Tells those who wait since another day, except who got a mail today. */
    Told tellWhoWaits(UnitOfWork unit, OpenCase on, Messages.News news) {
        List<Complaint> waiting = on.complaints().stream()
                .filter(told -> told.channel() == Channel.EMAIL && isReachable(told))
                .filter(told -> unit.acknowledged().isWaiting(on, address(told)))
                .toList();
        return tell(
                unit, on, waiting, null, news, address -> unit.acknowledged().isItsTurn(on, address));
    }

    private Told tell(
            UnitOfWork unit,
            OpenCase on,
            List<Complaint> complaints,
            @Nullable UUID referral,
            Messages.News news,
            Predicate<String> mayBeWrittenTo) {
        Complaint.Agenda agenda = on.file().agenda().orElse(null);
        Set<String> addresses = new HashSet<>();
        boolean isSecret = on.complaints().stream().anyMatch(Complaint::confidential);
        var all = new Told(EnumSet.noneOf(Channel.class), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Complaint told : complaints) {
            boolean isMail = told.channel() == Channel.EMAIL;
            if (!isReachable(told) || !isNewAddress(told, addresses)) {
                continue;
            }
            if (isMail && !mayBeWrittenTo.test(address(told))) {
                all.postponed().add(address(told));
                continue;
            }
            UUID id = unit.newId();
            byte[] notice = messages.notice(id, on.number(), told, agenda(told, agenda), said(told, news, isSecret));
            unit.add(on, new NewDelivery(id, told.source(), "STATUS", referral, notice, null));
            all.channels().add(told.channel());
            if (isMail) {
                all.mailed().add(address(told));
            }
        }
        return all;
    }

    private static String address(Complaint mail) {
        return requireNonNull(mail.complainant().email());
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
