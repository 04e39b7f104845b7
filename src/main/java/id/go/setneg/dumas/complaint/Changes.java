package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts by which a newer version of a record differs from the one before; of a new record, those that it tells. */
final class Changes {

    private final UUID submission;
    private final Complaint now;
    private final CaseCommand.Receive.@Nullable Former former;
    private final @Nullable Complaint before;
    private final OffsetDateTime at;
    private final Set<RequiredItem> provided;
    private final List<CaseEvent> events = new ArrayList<>();

    private Changes(CaseCommand.Receive receive) {
        submission = receive.submission();
        now = receive.complaint();
        former = receive.former();
        before = former == null ? null : former.complaint();
        at = receive.at();
        provided = receive.provided();
    }

    static List<CaseEvent> of(CaseCommand.Receive receive) {
        var changes = new Changes(receive);
        changes.correction();
        changes.status();
        changes.dispositions();
        changes.archive();
        return changes.events;
    }

    private void correction() {
        if (former == null || before == null) {
            return;
        }
        events.add(
                new CaseEvent.SubmissionCorrected(submission, former.submission(), fields(before, now), at, provided));
        for (Complaint.Attachment file : now.attachments()) {
            before.attachments().stream()
                    .filter(file::isSameFile)
                    .filter(older -> older.content() != null && file.content() != null)
                    .filter(older -> !Objects.equals(older.content(), file.content()))
                    .findFirst()
                    .ifPresent(older -> events.add(new CaseEvent.AttachmentReplaced(submission, file.name())));
        }
        if (before.confidential() != now.confidential()
                || before.complainant().anonymous() != now.complainant().anonymous()) {
            events.add(new CaseEvent.SecrecyChanged(
                    now.source(), now.confidential(), now.complainant().anonymous()));
        }
    }

    private static Set<String> fields(Complaint before, Complaint now) {
        Set<String> fields = new TreeSet<>();
        note(fields, "letter", before.letter(), now.letter());
        note(fields, "complainant", before.complainant(), now.complainant());
        note(fields, "accused", before.accused(), now.accused());
        note(fields, "place", before.place(), now.place());
        note(fields, "matter", before.matter(), now.matter());
        note(fields, "addressee", before.addressee(), now.addressee());
        note(fields, "copies", before.copies(), now.copies());
        note(fields, "namedAgency", before.namedAgency(), now.namedAgency());
        note(fields, "attachments", before.attachments(), now.attachments());
        return fields;
    }

    private static void note(Set<String> fields, String name, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            fields.add(name);
        }
    }

    private void status() {
        Complaint.Origin origin = now.origin();
        Complaint.Origin.Status was = before == null ? null : before.origin().status();
        Complaint.Origin.Status is = origin.status();
        String word = before == null ? null : before.origin().statusWord();
        if (is != null && (is != was || !Objects.equals(word, origin.statusWord()))) {
            events.add(new CaseEvent.SourceStatusChanged(now.source(), is, origin.statusWord()));
            if (was != null && was.isFinal() && is.isOpen()) {
                events.add(new CaseEvent.SubmissionReopened(now.source()));
            }
        }
        if (origin.hidden() != (before != null && before.origin().hidden())) {
            events.add(new CaseEvent.VisibilityChanged(now.source(), origin.hidden()));
        }
    }

    private void dispositions() {
        for (Complaint.Disposition disposition : now.dispositions()) {
            Complaint.Disposition older = before == null
                    ? null
                    : before.dispositions().stream()
                            .filter(disposition::isSame)
                            .findFirst()
                            .orElse(null);
            if (older == null) {
                events.add(new CaseEvent.DispositionGiven(disposition));
            }
            if (disposition.readAt() != null && (older == null || older.readAt() == null)) {
                events.add(new CaseEvent.DispositionRead(disposition));
            }
            if (disposition.cancelledAt() != null && (older == null || older.cancelledAt() == null)) {
                events.add(new CaseEvent.DispositionCancelled(disposition));
            }
        }
    }

    private void archive() {
        Complaint.Archive was = before == null ? null : before.origin().archive();
        Complaint.Archive is = now.origin().archive();
        if (is != null && !is.equals(was)) {
            events.add(CaseEvent.CaseArchived.of(is));
        } else if (is == null && was != null) {
            events.add(new CaseEvent.CaseReopened(at));
        }
        if (before != null && before.direction() != null && now.direction() == null) {
            events.add(new CaseEvent.DirectionWithdrawn(before.direction()));
        }
    }
}
