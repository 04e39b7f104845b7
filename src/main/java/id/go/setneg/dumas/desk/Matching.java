package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Match;
import id.go.setneg.dumas.ledger.KnownMatches.Candidate;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which cases may be about the same matter as a submission, by the table {@code linking}: one person's very words belong to
 * one case by themselves, whatever is merely alike is for a person to say, one text of many people is a mass letter.
 */
final class Matching {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final int ONE_TEXT = 85;

    /** What the table may ask and say. */
    static final Tables.Check CHECK = TableChecks.all(
            TableChecks.columns(
                    List.of("identity", "similarity", "agency", "days", "channels", "people"), List.of("outcome")),
            TableChecks.asks("identity", Match.Identity.class),
            TableChecks.asks("agency", Match.Agreement.class),
            TableChecks.asks("channels", Match.Agreement.class),
            TableChecks.of("outcome", Outcome.class));

    private final Directory directory;
    private final DecisionTable table;

    private enum Outcome {
        LINK,
        REMINDER,
        PROPOSE,
        MASS_LETTER,
        NONE;

        boolean isOneCase() {
            return this == LINK || this == REMINDER;
        }
    }

    private record Found(Candidate other, Match match) {}

    Matching(Directory directory, DecisionTable table) {
        this.directory = directory;
        this.table = table;
    }

    /** The case of the same person's very words, where the table says that they are about one matter. */
    Optional<OpenCase> exact(UnitOfWork unit, Submission submission) {
        return unit.caseByWords(submission)
                .filter(on -> !on.complaints().isEmpty())
                .filter(on -> outcome(decide(
                                best(submission.complaint(), on.complaints()).ofTheVeryWords(), 1, submission))
                        .isOneCase());
    }

    /** Notes what speaks for other cases, and that a person reminds of this one. */
    void note(UnitOfWork unit, OpenCase on, Submission submission) {
        remind(on, submission);
        Complaint complaint = submission.complaint();
        List<Found> found = unit.matters().matches().of(on, complaint).stream()
                .map(other -> new Found(other, best(complaint, other.complaints())))
                .sorted(Comparator.comparingInt((Found each) -> each.match().score())
                        .reversed())
                .toList();
        List<Found> oneText = found.stream()
                .filter(each -> each.match().identity() != Match.Identity.SAME)
                .filter(each -> each.match().similarity() >= ONE_TEXT)
                .toList();
        List<Candidate> massLetter = new ArrayList<>();
        String because = "";
        for (Found each : found) {
            Decision decision = decide(each.match(), oneText.size() + 1, submission);
            switch (Outcome.valueOf(decision.output("outcome"))) {
                case MASS_LETTER -> {
                    massLetter.add(each.other());
                    because = decision.because();
                }
                case PROPOSE, LINK, REMINDER -> propose(unit, on, each, decision.because());
                case NONE -> {}
            }
        }
        if (!massLetter.isEmpty()) {
            var letter = unit.matters().proposals().groupMassLetter(on, massLetter);
            on.record(List.of(new CaseEvent.MassLetterRecognised(letter)), "hub", because);
        }
    }

    private void remind(OpenCase on, Submission submission) {
        List<Complaint> earlier = on.complaints().stream()
                .filter(other -> !isSameRecord(other, submission.complaint()))
                .toList();
        if (!earlier.isEmpty()) {
            Decision decision = decide(best(submission.complaint(), earlier), 1, submission);
            if (outcome(decision) == Outcome.REMINDER) {
                on.record(List.of(new CaseEvent.ReminderReceived(submission.id())), "hub", decision.because());
            }
        }
    }

    private static void propose(UnitOfWork unit, OpenCase on, Found found, String because) {
        Match match = found.match();
        unit.matters()
                .proposals()
                .propose(on, found.other(), match, because)
                .ifPresent(id -> on.record(
                        List.of(new CaseEvent.MatchProposed(
                                id,
                                found.other().number(),
                                match.score(),
                                match.reasons().stream().map(Enum::name).toList())),
                        "hub",
                        because));
    }

    private static Outcome outcome(Decision decision) {
        return Outcome.valueOf(decision.output("outcome"));
    }

    private Decision decide(Match match, int people, Submission submission) {
        return table.decide(
                Map.of(
                        "identity", match.identity().name(),
                        "similarity", String.valueOf(match.similarity()),
                        "agency", match.agency().name(),
                        "days", String.valueOf(match.days()),
                        "channels", match.channels().name(),
                        "people", String.valueOf(people)),
                submission.complaint().receivedAt().atZoneSameInstant(WIB).toLocalDate());
    }

    /** The match with that complaint of a case which is nearest. */
    private Match best(Complaint complaint, List<Complaint> others) {
        return others.stream()
                .map(other -> Match.of(complaint, other, agreement(complaint, other)))
                .max(Comparator.comparingInt(Match::score))
                .orElseThrow();
    }

    private Match.Agreement agreement(Complaint one, Complaint other) {
        Optional<AgencyCode> agency = agency(one);
        return agency.isEmpty() || agency(other).isEmpty()
                ? Match.Agreement.UNKNOWN
                : agency.equals(agency(other)) ? Match.Agreement.SAME : Match.Agreement.OTHER;
    }

    /** Which agency it is about: the accused one, else the one that it names. */
    private Optional<AgencyCode> agency(Complaint complaint) {
        Complaint.Accused accused = complaint.accused();
        return Stream.of(
                        Optional.ofNullable(accused == null ? null : accused.agency())
                                .map(name -> new Complaint.NamedAgency(Complaint.NamedAgency.Scheme.NAME, name)),
                        Optional.ofNullable(complaint.namedAgency()))
                .flatMap(Optional::stream)
                .flatMap(named -> directory.resolve(named).stream())
                .map(Agency::code)
                .findFirst();
    }

    private static boolean isSameRecord(Complaint one, Complaint other) {
        return one.source().equals(other.source()) && one.reference().equals(other.reference());
    }
}
