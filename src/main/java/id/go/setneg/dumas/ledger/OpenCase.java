package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case inside one unit of work: its facts so far, and those that this unit adds. */
public final class OpenCase {

    private final UUID id;
    private final CaseNumber number;
    private final DataKey key;
    private final CaseFile file;
    private final CaseClocks clocks;
    private final OffsetDateTime now;
    private final int versionBefore;
    private final byte[] headBefore;
    private @Nullable UUID mergedInto;
    private final Supplier<List<StoredSubmission>> stored;
    private final Supplier<List<History.Entry>> journal;
    private final Map<UUID, ReferralState> referralsBefore;
    private final List<Entry> entries = new ArrayList<>();
    private final List<StoredSubmission> added = new ArrayList<>();

    /** A fact that waits to be written, with who caused it and which rule says so. */
    record Entry(CaseEvent event, String actor, String because) {}

    OpenCase(
            UUID id,
            CaseNumber number,
            DataKey key,
            CaseFile file,
            CaseClocks clocks,
            OffsetDateTime now,
            int versionBefore,
            byte[] headBefore,
            @Nullable UUID mergedInto,
            Supplier<List<StoredSubmission>> stored,
            Supplier<List<History.Entry>> journal) {
        this.id = id;
        this.number = number;
        this.key = key;
        this.file = file;
        this.clocks = clocks;
        this.now = now;
        this.versionBefore = versionBefore;
        this.headBefore = headBefore;
        this.mergedInto = mergedInto;
        this.stored = stored;
        this.journal = journal;
        this.referralsBefore = file.referrals().stream().collect(Collectors.toMap(Referral::id, Referral::state));
    }

    public UUID id() {
        return id;
    }

    public CaseNumber number() {
        return number;
    }

    /** The facts, with those of this unit of work. */
    public CaseFile file() {
        return file;
    }

    /** When what began and ended, with the facts of this unit of work. */
    public CaseTimeline timeline() {
        return clocks.timeline();
    }

    /** Its clocks, with the facts of this unit of work. */
    public List<Deadline> deadlines() {
        return clocks.present();
    }

    /**
     * Adds facts.
     *
     * @param actor who caused them: {@code hub}, {@code source:<name>} or {@code agency:<code>}
     * @param because the rule, without personal data
     */
    public void record(List<CaseEvent> events, String actor, String because) {
        for (CaseEvent event : events) {
            file.apply(event);
            if (event instanceof CaseEvent.ReferralTaken taken) {
                referralsBefore.put(taken.referral(), taken.state()); // its row is there
            }
            clocks.change();
            clocks.timeline().apply(event, now);
            entries.add(new Entry(event, actor, because));
        }
    }

    /**
     * What the submissions on this case say, oldest first; of a record that came in several versions, the newest. None of
     * those that are on another case now, or that their source deleted.
     */
    public List<Complaint> complaints() {
        return submissions().stream().map(StoredSubmission::complaint).toList();
    }

    /** The newest version of a record on this case; none when it is not there. */
    public Optional<StoredSubmission> newest(String source, String reference) {
        return submissions().stream().filter(one -> one.is(source, reference)).findFirst();
    }

    /** What was stored before this unit of work; what it adds has no hash yet. */
    public History history() {
        return new History(number, headBefore.clone(), journal.get(), complaints());
    }

    private List<StoredSubmission> submissions() {
        List<StoredSubmission> all = new ArrayList<>(isNew() ? List.of() : stored.get());
        all.addAll(added);
        return StoredSubmission.present(all, file);
    }

    void add(StoredSubmission submission) {
        added.add(submission);
    }

    boolean isNew() {
        return versionBefore == 0;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Where a referral stood before this unit of work, null when it is new. */
    @Nullable
    ReferralState stateBefore(UUID referral) {
        return referralsBefore.get(referral);
    }

    int versionBefore() {
        return versionBefore;
    }

    /** The case that it is part of. */
    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    void mergedInto(@Nullable UUID whole) {
        mergedInto = whole;
    }

    byte[] headBefore() {
        return headBefore;
    }

    DataKey key() {
        return key;
    }

    CaseClocks clocks() {
        return clocks;
    }
}
