package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Merge;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.Proposals.Proposal;
import id.go.setneg.dumas.ledger.StoredSubmission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say of two cases: that they are about one matter, that they are not, or no longer. Each call is one unit of
 * work: all of it is stored, or nothing. The reason is kept sealed; why a call is refused is returned, none when it is done.
 */
public final class Merging {

    private static final String ONE_MATTER =
            "Petugas menyatakan kedua berkas satu perkara (PER/05/M.PAN/4/2009: naskah terdahulu diperiksa dahulu)";
    private static final String TWO_MATTERS = "Petugas menyatakan kedua berkas bukan satu perkara";
    private static final String TOGETHER = "Kelengkapan berkas yang satu perkara dihitung bersama: bukti berlaku untuk"
            + " perkaranya, sedangkan identitas, tanda tangan, dan surat kuasa hanya untuk pengadu yang sama (SK Asdep Dumas"
            + " 4/2022, persyaratan 1b; UU 27/2022)";
    private static final String APART =
            "Berkas yang dipisahkan kembali dinilai menurut kelengkapannya sendiri (SK Asdep"
                    + " Dumas 4/2022, persyaratan 1b)";
    private static final String ONE_REFERRAL =
            "Instansi ini sudah diminta bertindak atas perkara yang sama: cukup satu surat tindak lanjut";

    private static final Set<CaseState> CLOSED = Set.of(CaseState.ARCHIVED, CaseState.CLOSED, CaseState.WITHDRAWN);

    private final Ledger ledger;
    private final Desk desk;

    /** Why nothing was done. */
    public enum Refusal {
        NO_SUCH_CASE,
        NO_SUCH_MATCH,
        /** Both numbers are of one case. */
        SAME_CASE,
        /** One of the cases is part of another one. */
        ALREADY_MERGED,
        NOT_MERGED,
        /** The other case is archived, closed, or withdrawn by its source. */
        CLOSED,
        ALREADY_DECIDED
    }

    Merging(Ledger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /**
     * Makes one case part of another.
     *
     * @param officer the login of who says so
     */
    public Optional<Refusal> merge(CaseNumber from, CaseNumber into, String reason, String officer) {
        return ledger.write(unit -> {
            unit.prepareNumbered(new HashSet<>(List.of(from, into)));
            return merge(unit, from, into, reason, officer);
        });
    }

    /** Takes a case out of the one that it is part of; what came for it meanwhile goes with it. */
    public Optional<Refusal> unmerge(CaseNumber number, String reason, String officer) {
        return ledger.write(unit -> {
            unit.prepareNumbered(Set.of(number));
            OpenCase part = unit.matters().merges().itself(number).orElse(null);
            if (part == null) {
                return Optional.of(Refusal.NO_SUCH_CASE);
            }
            OpenCase whole = unit.matters().merges().whole(part).orElse(null);
            if (whole == null) {
                return Optional.of(Refusal.NOT_MERGED);
            }
            if (whole.file().isMerged()) {
                return Optional.of(Refusal.ALREADY_MERGED);
            }
            part(unit, part, whole, reason, "officer:" + officer);
            return Optional.empty();
        });
    }

    /**
     * Confirms a proposal: the newer case becomes part of the older one, unless {@code into} names the newer one.
     *
     * @param into which of both stays, null for the older one
     */
    public Optional<Refusal> confirm(UUID match, @Nullable CaseNumber into, String reason, String officer) {
        return decide(match, reason, officer, true, into);
    }

    /** Dismisses a proposal: both cases stay apart, and nobody is asked again. */
    public Optional<Refusal> dismiss(UUID match, String reason, String officer) {
        return decide(match, reason, officer, false, null);
    }

    private Optional<Refusal> decide(
            UUID match, String reason, String officer, boolean isConfirmed, @Nullable CaseNumber into) {
        return ledger.write(unit -> {
            Proposal proposal = unit.matters().proposals().find(match).orElse(null);
            if (proposal == null) {
                return Optional.of(Refusal.NO_SUCH_MATCH);
            }
            unit.prepareNumbered(Set.of(proposal.one(), proposal.two()));
            boolean keepsNewer = proposal.two().equals(into);
            OpenCase stays = unit.caseNumbered(keepsNewer ? proposal.two() : proposal.one())
                    .orElseThrow();
            OpenCase goes = unit.caseNumbered(keepsNewer ? proposal.one() : proposal.two())
                    .orElseThrow();
            if (isConfirmed && stays != goes) {
                Optional<Refusal> refusal = mayMerge(goes, stays);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            if (!unit.matters().proposals().decide(match, isConfirmed, officer)) {
                return Optional.of(Refusal.ALREADY_DECIDED);
            }
            String because = isConfirmed ? ONE_MATTER : TWO_MATTERS;
            String actor = "officer:" + officer;
            goes.record(decided(match, stays, isConfirmed, reason), actor, because);
            if (stays != goes) {
                stays.record(decided(match, goes, isConfirmed, reason), actor, because);
            }
            if (isConfirmed && stays != goes) {
                merge(unit, goes, stays, reason, actor);
            }
            return Optional.empty();
        });
    }

    private static List<CaseEvent> decided(UUID match, OpenCase with, boolean isConfirmed, String reason) {
        return List.of(new CaseEvent.MatchDecided(match, with.number(), isConfirmed, reason));
    }

    private Optional<Refusal> merge(UnitOfWork unit, CaseNumber from, CaseNumber into, String reason, String officer) {
        OpenCase part = unit.matters().merges().itself(from).orElse(null);
        OpenCase whole = unit.matters().merges().itself(into).orElse(null);
        if (part == null || whole == null) {
            return Optional.of(Refusal.NO_SUCH_CASE);
        }
        Optional<Refusal> refusal = mayMerge(part, whole);
        if (refusal.isEmpty()) {
            merge(unit, part, whole, reason, "officer:" + officer);
        }
        return refusal;
    }

    private static Optional<Refusal> mayMerge(OpenCase part, OpenCase whole) {
        if (part == whole) {
            return Optional.of(Refusal.SAME_CASE);
        }
        if (part.file().isMerged() || whole.file().isMerged()) {
            return Optional.of(Refusal.ALREADY_MERGED);
        }
        CaseState state = whole.file().state();
        return CLOSED.contains(state) ? Optional.of(Refusal.CLOSED) : Optional.empty();
    }

    private void merge(UnitOfWork unit, OpenCase part, OpenCase whole, String reason, String actor) {
        var merge = new Merge(side(part), side(whole), isOnePerson(part, whole), reason);
        List<Merge.Doubled> doubled = merge.doubled();
        List<CaseEvent> ofWhole = merge.factsOfWhole();
        part.record(merge.factsOfPart(), actor, ONE_MATTER);
        whole.record(ofWhole, actor, ONE_MATTER);
        for (Merge.Doubled both : doubled) {
            UUID other = both.other().id();
            CaseEvent fact = unit.matters().merges().recall(other)
                    ? new CaseEvent.ReferralRecalled(other)
                    : new CaseEvent.ReferralCoordinated(other, both.kept().id());
            whole.record(List.of(fact), "hub", ONE_REFERRAL);
        }
        unit.matters().merges().join(part, whole);
        desk.judgeAnew(unit, whole, TOGETHER);
        desk.goOn(unit, whole);
    }

    /** By what one person alone has: what nobody gave identifies nobody. */
    private static boolean isOnePerson(OpenCase part, OpenCase whole) {
        return part.complaints().stream()
                .map(Complaint::complainant)
                .anyMatch(who ->
                        whole.complaints().stream().map(Complaint::complainant).anyMatch(who::isSamePerson));
    }

    private static Merge.Side side(OpenCase one) {
        return new Merge.Side(one.number(), one.file(), one.timeline());
    }

    private void part(UnitOfWork unit, OpenCase part, OpenCase whole, String reason, String actor) {
        List<StoredSubmission> kept = unit.matters().merges().kept(part);
        List<Complaint> left = new ArrayList<>(whole.complaints());
        kept.forEach(each -> left.remove(each.complaint()));
        List<StoredSubmission> late =
                kept.stream().filter(each -> whole.file().holds(each.id())).toList();
        boolean wasComplete = whole.file().completeSince().isPresent();
        var merge = new Merge(side(part), side(whole), false, reason);
        List<CaseEvent> ofPart = merge.partingOfPart();
        List<CaseEvent> ofWhole = merge.partingOfWhole(
                late.stream().map(StoredSubmission::complaint).toList(), left);
        List<UUID> withdrawn = merge.withdrawn();
        for (StoredSubmission each : late) {
            whole.record(
                    whole.file().decide(new CaseCommand.Move(each.id(), part.number(), null, null)),
                    actor,
                    TWO_MATTERS);
        }
        whole.record(ofWhole, actor, TWO_MATTERS);
        part.record(ofPart, actor, TWO_MATTERS);
        unit.matters().merges().part(part);
        late.forEach(each -> {
            takeLater(unit, part, each, kept, actor);
            desk.alarms.raiseAgain(unit, part, each.complaint(), whole);
        });
        withdrawn.forEach(each -> part.record(part.file().decide(new CaseCommand.Withdraw(each)), actor, TWO_MATTERS));
        for (OpenCase each : List.of(part, whole)) {
            desk.judgeAnew(unit, each, APART);
            if (wasComplete || each == part) {
                desk.reactions.ask(unit, each); // the time to bring what is missing begins anew
            }
            desk.referAgain(unit, each);
            desk.goOn(unit, each);
        }
    }

    /** The part takes over what came for it while it was part. */
    private void takeLater(
            UnitOfWork unit, OpenCase on, StoredSubmission later, List<StoredSubmission> all, String actor) {
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
                                later.id(),
                                complaint,
                                desk.requirements.of(complaint),
                                former,
                                complaint.receivedAt())),
                actor,
                "received while the case was part of another one");
        desk.decide(unit, on, Desk.whole(on));
    }
}
