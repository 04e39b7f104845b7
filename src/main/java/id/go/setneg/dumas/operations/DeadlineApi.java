package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.deadline.WorkCalendar;
import id.go.setneg.dumas.desk.Calendar;
import id.go.setneg.dumas.desk.DeadlineReview;
import id.go.setneg.dumas.ledger.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Due days of all cases, and the calendar by which they are counted (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/deadlines")
class DeadlineApi {

    /** What is due within so many working days is due soon. */
    static final int SOON = 3;

    private static final int MOST = 500;

    private final Deadlines deadlines;
    private final Calendar calendar;
    private final DeadlineReview review;
    private final Clock clock;

    /** Which ones. */
    enum State {
        overdue,
        due,
        all
    }

    /**
     * One open deadline.
     *
     * @param late by how many working days it has passed, negative before it; absent without a due day
     */
    record Shown(
            String caseNumber,
            Deadline.Kind clock,
            @Nullable UUID referral,
            @Nullable String agency,
            Deadline.Owner owner,
            OffsetDateTime startedAt,
            @Nullable LocalDate due,
            @Nullable Integer late,
            Deadline.State state,
            boolean provisional,
            @Nullable String reminded) {}

    record Page(List<Shown> deadlines, @Nullable String next) {}

    record CalendarShown(String version, int days, List<Integer> years) {}

    record Reloaded(boolean isNew, String version, List<String> problems, int cases) {}

    DeadlineApi(Deadlines deadlines, Calendar calendar, DeadlineReview review, Clock clock) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.review = review;
        this.clock = clock;
    }

    @GetMapping
    Page page(
            @RequestParam(defaultValue = "overdue") State state,
            @RequestParam(name = "clock", required = false) Deadline.@Nullable Kind kind,
            @RequestParam(required = false) Deadline.@Nullable Owner owner,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int most) {
        if (most < 1 || most > MOST) {
            throw Refusals.of(HttpStatus.BAD_REQUEST, "Paling banyak 500 tenggat sekaligus.");
        }
        LocalDate today = LocalDate.now(clock.withZone(Clocks.WIB));
        WorkCalendar present = calendar.present();
        LocalDate until = switch (state) {
            case overdue -> today.minusDays(1);
            case due -> present.roughly(today, SOON);
            case all -> null;
        };
        List<Deadlines.Line> lines;
        try {
            lines = deadlines.page(new Deadlines.Filter(until, kind, owner, agency), after, most);
        } catch (IllegalArgumentException wrong) {
            throw Refusals.of(HttpStatus.BAD_REQUEST, "Tempat lanjutan tidak dikenal.");
        }
        return new Page(
                lines.stream().map(line -> shown(line, present, today)).toList(),
                lines.size() < most ? null : lines.getLast().place());
    }

    @GetMapping(path = "/calendar")
    CalendarShown calendar() {
        WorkCalendar present = calendar.present();
        return new CalendarShown(
                present.version(),
                present.days().size(),
                present.days().stream()
                        .map(day -> day.date().getYear())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** A decree has been added to the file: open deadlines are computed again. What is wrong with the file is said. */
    @PostMapping(path = "/calendar")
    Reloaded reload() {
        DeadlineReview.Reviewed done = review.review();
        return new Reloaded(
                done.calendar().isNew(),
                done.calendar().version(),
                done.calendar().problems(),
                done.cases());
    }

    private static Shown shown(Deadlines.Line line, WorkCalendar calendar, LocalDate today) {
        LocalDate due = line.due();
        return new Shown(
                line.caseNumber(),
                line.clock(),
                line.referral(),
                line.agency(),
                line.owner(),
                line.startedAt(),
                due,
                due == null ? null : calendar.late(due, today),
                line.state(),
                line.provisional(),
                line.reminded());
    }
}
