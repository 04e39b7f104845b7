package id.go.setneg.dumas.progress;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.Classification;
import id.go.setneg.dumas.ledger.History;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells how cases stand. A pure function of what is stored, the table {@code desk/progress} and the agency directory: the
 * same history at the same time gives the same words. Agencies are named unless a submission is classified or secret.
 */
public final class Progresses {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final DecisionTable words;
    private final Directory directory;

    public Progresses(DecisionTable words, Directory directory) {
        this.words = words;
        this.directory = directory;
    }

    /**
     * Over a table that is kept up to date.
     *
     * @throws id.go.setneg.dumas.mapping.MappingBroken naming file, line and problem of all that is wrong
     */
    public static Progresses open(Tables tables, Path words, Directory directory) {
        return new Progresses(tables.open(words, Wording.CHECK), directory);
    }

    /** How a case stands. */
    public Progress of(History history, OffsetDateTime asOf) {
        LocalDate today = day(asOf);
        var wording = new Wording(words, today);
        boolean isConfidential = history.complaints().stream().anyMatch(Progresses::isConfidential);
        var steps = new Steps(wording, directory, !isConfidential, today);
        List<Progress.Step> told = steps.told(history.entries());
        CaseFile file =
                CaseFile.of(history.entries().stream().map(History.Entry::event).toList());
        String state = file.state().name();
        String next = wording.next(state);
        return new Progress(
                history.number().toString(),
                asOf.atZoneSameInstant(WIB).toOffsetDateTime(),
                isConfidential,
                history.complaints().stream()
                        .map(complaint -> day(complaint.receivedAt()))
                        .min(LocalDate::compareTo)
                        .orElse(told.isEmpty() ? today : told.getFirst().on()),
                history.complaints().stream()
                        .map(Complaint::channel)
                        .distinct()
                        .map(channel -> wording.words("CHANNEL", channel.name(), false))
                        .toList(),
                state,
                wording.words("STATE", state, false),
                told,
                steps.missing(),
                next.isEmpty() ? null : next,
                history.entries().size(),
                HexFormat.of().formatHex(history.head()));
    }

    static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(WIB).toLocalDate();
    }

    private static boolean isConfidential(Complaint complaint) {
        return complaint.confidential()
                || complaint.letter().classification().compareTo(Classification.CONFIDENTIAL) >= 0;
    }
}
