package id.go.setneg.dumas.intake.lapor;

import id.go.setneg.dumas.ledger.Feeds;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What is done once a day at a set time, and at once when it was never done. The day is remembered as the feed's
 * position, so that a restart neither repeats nor skips it.
 */
record Daily(Feeds feeds, String feed, LocalTime at, ZoneId zone) {

    boolean isDue() {
        return feeds.position(feed).map(LocalDate::parse).map(today()::isAfter).orElse(true);
    }

    void done() {
        feeds.succeeded(feed, today().toString());
    }

    /** Done, but to no good. */
    void doneBadly(String reason) {
        done();
        feeds.failed(feed, reason);
    }

    /** The day whose turn it is: until the set time, still yesterday. */
    private LocalDate today() {
        ZonedDateTime now = feeds.now().atZoneSameInstant(zone);
        return now.toLocalTime().isBefore(at) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }
}
