package id.go.setneg.dumas.mailbox;

import static id.go.setneg.dumas.mailbox.DrainedMailbox.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.fixture.Dovecot;
import id.go.setneg.dumas.intake.Backfill;
import id.go.setneg.dumas.intake.BackfillFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A backfill of mailboxes at a real Dovecot, whose INTERNALDATE is the time of the file; wanted is the 10th of March, WIB. */
class TakenMailsTest {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final String PROCESSED = ".Diproses";
    private static final String WITHIN = "2026-03-10T10:00:00Z";
    private static Dovecot dovecot;
    private final Set<Path> dated = new HashSet<>();
    private String user;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @BeforeEach
    void giveEachTestAMailbox(TestInfo test) {
        user = test.getTestMethod().orElseThrow().getName().toLowerCase();
    }

    private void deliver(String received, String... subjects) throws IOException {
        for (String subject : subjects) {
            dovecot.deliver(user, mail(subject));
        }
        for (Path file : dovecot.list(user, "")) {
            if (dated.add(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse(received)));
            }
        }
    }

    private static String[] subjects(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "Pengaduan " + i).toArray(String[]::new);
    }

    private static Backfill march10(int rate) {
        return BackfillFixture.of("2026-03-10", "2026-03-11", rate);
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(30)).until(() -> dovecot.count(user, "") == 0);
    }

    private DrainedMailbox drained() throws Exception {
        DrainedMailbox mailbox = DrainedMailbox.start(dovecot, user, OFTEN);
        awaitEmpty();
        mailbox.taken.clear();
        return mailbox;
    }

    @Test
    void mailsOfTheRangeAreMovedBackOnceAndTakenAgain() throws Exception {
        deliver(WITHIN, subjects(45));
        deliver("2026-03-09T17:00:00Z", "yang pertama");
        deliver("2026-03-10T16:59:59Z", "yang terakhir");
        deliver("2026-03-09T16:59:59Z", "terlalu awal");
        deliver("2026-03-10T17:00:00Z", "terlalu lambat");
        Backfill backfill = march10(200);
        try (var mailbox = drained()) {
            mailbox.backfill(backfill);
            awaitEmpty();
            await().until(() -> mailbox.taken.size() >= 47);
            assertThat(mailbox.taken)
                    .hasSize(47)
                    .contains(subjects(45))
                    .contains("yang pertama", "yang terakhir")
                    .doesNotHaveDuplicates();
            assertThat(mailbox.faults).isEmpty();
        }
        assertThat(BackfillFixture.moved(backfill)).isEqualTo(47);
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(49);
    }

    @Test
    void whatIsCancelledMovesNoMore() throws Exception {
        deliver(WITHIN, subjects(30));
        Backfill backfill = march10(2);
        try (var mailbox = drained()) {
            var running = CompletableFuture.runAsync(() -> mailbox.backfill(backfill));
            await().until(() -> !mailbox.taken.isEmpty());
            BackfillFixture.cancel(backfill);
            await().atMost(Duration.ofSeconds(5)).until(running::isDone);
            awaitEmpty();
            assertThat(running).isCompleted();
            assertThat(mailbox.taken).hasSizeBetween(1, 20).doesNotHaveDuplicates();
            assertThat(BackfillFixture.moved(backfill)).isEqualTo(mailbox.taken.size());
        }
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(30);
    }

    @Test
    void whileTheMailboxIsSuspendedFewWaitInIt() throws Exception {
        deliver(WITHIN, subjects(90));
        Backfill backfill = march10(200);
        try (var mailbox = drained()) {
            mailbox.suspend();
            var running = CompletableFuture.runAsync(() -> mailbox.backfill(backfill));
            await().until(() -> dovecot.count(user, "") >= 40);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> dovecot.count(user, "") == 40);
            mailbox.resume();
            await().atMost(Duration.ofSeconds(20)).until(running::isDone);
            awaitEmpty();
            assertThat(running).isCompleted();
            assertThat(mailbox.taken).hasSize(90).doesNotHaveDuplicates();
        }
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(90);
    }

    @Test
    void aConnectionThatIsCutIsMadeAgainAndNothingIsLost() throws Exception {
        deliver(WITHIN, subjects(60));
        var isCut = new AtomicBoolean();
        try (var mailbox = drained()) {
            mailbox.meanwhile = subject -> {
                if (mailbox.taken.size() == 5 && isCut.compareAndSet(false, true)) {
                    dovecot.cutConnections();
                }
            };
            mailbox.backfill(march10(20));
            awaitEmpty();
            assertThat(mailbox.taken).contains(subjects(60));
        }
        assertThat(isCut).isTrue();
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(60);
    }

    @Test
    void foldersBelowTheInboxAndMailboxesWithoutAnyServeAsWell() throws Exception {
        try (var courier = Dovecot.belowInbox();
                var mailbox = DrainedMailbox.start(courier, user, OFTEN)) {
            mailbox.backfill(march10(10));
            courier.deliver(user, mail("satu"));
            await().until(() -> courier.count(user, PROCESSED) == 1);
            mailbox.taken.clear();
            mailbox.backfill(BackfillFixture.of("2026-01-01", "2999-01-01", 10));
            await().until(() -> courier.count(user, PROCESSED) == 1 && mailbox.taken.equals(List.of("satu")));
        }
    }
}
