package id.go.setneg.dumas.mailbox;

import static id.go.setneg.dumas.mailbox.DrainedMailbox.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.fixture.Dovecot;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class DovecotTest {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final String PROCESSED = ".Diproses";
    private static final String NEEDS_A_LOOK = ".Perlu dilihat.Tidak terbaca &AOk-";
    private static Dovecot dovecot;
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

    private void deliver(String... subjects) {
        for (String subject : subjects) {
            dovecot.deliver(user, mail(subject));
        }
    }

    private static String[] subjects(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "Pengaduan " + i).toArray(String[]::new);
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(30)).until(() -> dovecot.count(user, "") == 0);
    }

    @Test
    void everyMailIsTakenOnceAndMovesToItsFolder() throws Exception {
        deliver(subjects(1, 150));
        deliver("? rusak");
        deliver(subjects(151, 160));
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            assertThat(mailbox.taken).hasSize(161).doesNotHaveDuplicates();
            assertThat(mailbox.faults).isEmpty();
        }
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(160);
        assertThat(dovecot.count(user, NEEDS_A_LOOK)).isEqualTo(1);
    }

    @Test
    void whatLiesInTheInboxIsToBeDoneWhateverItsFlags() throws Exception {
        dovecot.deliver(user, mail("sudah dibaca"), "S");
        dovecot.deliver(user, mail("akan dihapus"), "ST");
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            assertThat(mailbox.taken).containsExactlyInAnyOrder("sudah dibaca", "akan dihapus");
        }
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(2);
    }

    @Test
    void mailsThatCannotBeTakenStayUnseenAndTheOnesBehindThemAreTaken() throws Exception {
        deliver(subjects(1, 230));
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            mailbox.suspend();
            mailbox.refused.addAll(List.of(subjects(1, 105)));
            mailbox.resume();
            await().atMost(Duration.ofSeconds(20)).until(() -> mailbox.taken.size() >= 125);
            assertThat(mailbox.taken).hasSize(125).doesNotHaveDuplicates();
            await().until(() -> dovecot.count(user, "") == 105);
            assertThat(dovecot.list(user, "")).noneMatch(file -> file.toString().matches(".*:2,.*S.*"));
            assertThat(mailbox.faults).isNotEmpty();
            mailbox.refused.clear();
            deliver("yang terakhir");
            awaitEmpty();
            assertThat(mailbox.taken).hasSize(231).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenHoldsUpNoOtherMail() throws Exception {
        deliver(IntStream.rangeClosed(1, 105).mapToObj(i -> "? rusak " + i).toArray(String[]::new));
        deliver(subjects(1, 30));
        dovecot.setWritable(user, NEEDS_A_LOOK, false);
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> dovecot.count(user, PROCESSED) == 30);
            await().until(() -> dovecot.count(user, "") == 105);
            await().until(() -> !mailbox.faults.isEmpty());
            assertThat(mailbox.faults.getFirst())
                    .hasMessage("IMAP folder takes no mails: Perlu dilihat/Tidak terbaca é");
            dovecot.setWritable(user, NEEDS_A_LOOK, true);
            awaitEmpty();
        }
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(30);
        assertThat(dovecot.count(user, NEEDS_A_LOOK)).isEqualTo(105);
    }

    @Test
    void aServerThatCannotMoveRemovesExactlyWhatWasCopied() throws Exception {
        try (var server = Dovecot.capableOf("IMAP4rev1 UIDPLUS NAMESPACE")) {
            server.deliver(user, mail("satu"));
            server.deliver(user, mail("gagal"), "T");
            try (var mailbox = DrainedMailbox.start(server, user, SELDOM)) {
                mailbox.suspend();
                mailbox.refused.add("gagal");
                server.deliver(user, mail("dua"));
                mailbox.resume();
                await().until(() -> mailbox.taken.contains("dua"));
                await().until(() -> server.list(user, "").stream()
                        .noneMatch(file -> file.getParent().endsWith("new")));
            }
            assertThat(server.count(user, "") + server.count(user, PROCESSED)).isEqualTo(3);
        }
    }

    @Test
    void aServerThatCannotRemoveSingleMailsIsRefusedAndNothingIsTaken() throws Exception {
        try (var server = Dovecot.capableOf("IMAP4rev1 NAMESPACE")) {
            server.deliver(user, mail("satu"));
            server.deliver(user, mail("akan dihapus"), "T");
            try (var mailbox = DrainedMailbox.start(server, user, OFTEN)) {
                await().until(() -> !mailbox.faults.isEmpty());
                assertThat(mailbox.faults.getFirst()).hasMessageContaining("RFC 4315");
                assertThat(mailbox.taken).isEmpty();
            }
            assertThat(server.count(user, "")).isEqualTo(2);
        }
    }

    @Test
    void aMailboxInWhichEveryMailFailsIsNotWell() throws Exception {
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            await().until(() -> mailbox.wells > 0);
            mailbox.refused.add("gagal");
            int before = mailbox.wells;
            deliver("gagal");
            await().until(() -> !mailbox.faults.isEmpty());
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(2)).until(() -> mailbox.wells == before);
            assertThat(dovecot.count(user, "")).isEqualTo(1);
        }
    }

    @Test
    void aMailThatSomebodyMovesAwayMeanwhileIsLeftToThem() throws Exception {
        deliver("satu", "dua", "tiga");
        var isMoved = new AtomicBoolean();
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            mailbox.meanwhile = subject -> {
                if (isMoved.compareAndSet(false, true)) {
                    byHand(inbox -> move(inbox, subject.equals("dua") ? "tiga" : "dua"));
                }
            };
            await().until(() -> dovecot.count(user, "") == 0);
            deliver("empat");
            awaitEmpty();
            assertThat(mailbox.taken).contains("empat").doesNotHaveDuplicates();
        }
        assertThat(dovecot.count(user, PROCESSED) + dovecot.count(user, ".Lain"))
                .isEqualTo(4);
    }

    private interface Hand {
        void on(Folder inbox) throws Exception;
    }

    private void byHand(Hand hand) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", dovecot.imapPort(), user, Dovecot.PASSWORD);
            Folder other = store.getFolder("Lain");
            if (!other.exists()) {
                other.create(Folder.HOLDS_MESSAGES);
            }
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                hand.on(inbox);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void move(Folder inbox, String subject) throws Exception {
        for (Message message : inbox.getMessages()) {
            if (message.getSubject().equals(subject)) {
                inbox.copyMessages(new Message[] {message}, inbox.getStore().getFolder("Lain"));
                message.setFlag(Flags.Flag.DELETED, true);
            }
        }
        inbox.expunge();
    }

    @Test
    void aNewUidValidityChangesNothing() throws Exception {
        deliver("lama");
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            dovecot.forgetUids(user);
            deliver("baru");
            awaitEmpty();
            assertThat(mailbox.taken).containsExactly("lama", "baru");
        }
    }

    @Test
    void newMailIsTakenWithinSecondsAlthoughLooksAreSeldom() throws Exception {
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            await().until(() -> mailbox.wells > 0);
            deliver("satu", "dua");
            await().atMost(Duration.ofSeconds(5)).until(() -> mailbox.taken.size() == 2);
            deliver("tiga");
            await().atMost(Duration.ofSeconds(5)).until(() -> mailbox.taken.size() == 3);
        }
    }

    @Test
    void whatTheServerStopsInTheMiddleOfIsTakenOnTheNextConnection() throws Exception {
        deliver(subjects(1, 60));
        var isCut = new AtomicBoolean();
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            mailbox.meanwhile = subject -> {
                if (mailbox.taken.size() == 30 && isCut.compareAndSet(false, true)) {
                    dovecot.cutConnections();
                }
            };
            awaitEmpty();
            assertThat(mailbox.taken).contains(subjects(1, 60));
            dovecot.stop();
            deliver("selama server mati");
            dovecot.startAgain();
            awaitEmpty();
            assertThat(mailbox.taken).contains("selama server mati");
        }
        assertThat(isCut).isTrue();
        assertThat(dovecot.count(user, PROCESSED)).isEqualTo(61);
    }

    @Test
    void aMailInBothFoldersIsHandedInAgainAndMovedAgain() throws Exception {
        deliver("dua kali");
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            deliver("dua kali");
            awaitEmpty();
            assertThat(mailbox.taken).containsExactly("dua kali", "dua kali");
        }
    }

    @Test
    void aSuspendedMailboxIsLeftAloneAndLookedIntoAtOnceWhenResumed() throws Exception {
        try (var mailbox = DrainedMailbox.start(dovecot, user, SELDOM)) {
            await().until(() -> mailbox.wells > 0);
            mailbox.suspend();
            deliver("sabar");
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(3)).until(() -> mailbox.taken.isEmpty());
            mailbox.resume();
            await().atMost(Duration.ofSeconds(3)).until(() -> mailbox.taken.size() == 1);
        }
    }

    @Test
    void aLargeMailArrivesWhole() throws Exception {
        var large = new ByteArrayOutputStream();
        large.write(mail("besar"));
        byte[] line = ("x".repeat(76) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        while (large.size() < 50 << 20) {
            large.write(line);
        }
        dovecot.deliver(user, large.toByteArray());
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            assertThat(mailbox.bytes).isEqualTo(large.size());
        }
    }

    @Test
    void nothingIsLeftRunningBehind() throws Exception {
        DrainedMailbox.start(dovecot, user, SELDOM).close();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().contains("watch-kotak")
                                || thread.getName().contains("look-kotak")
                                || thread.getName().contains("Jakarta-Mail")));
    }

    @Test
    void foldersMayLieBelowTheInbox() throws Exception {
        try (var courier = Dovecot.belowInbox()) {
            courier.deliver(user, mail("satu"));
            courier.deliver(user, mail("? dua"));
            try (var mailbox = DrainedMailbox.start(courier, user, OFTEN)) {
                await().until(() -> courier.count(user, PROCESSED) == 1 && courier.count(user, NEEDS_A_LOOK) == 1);
                assertThat(mailbox.taken).hasSize(2);
            }
        }
    }

    @Test
    void aThousandMailsAreTakenInSeconds() throws Exception {
        deliver(subjects(1, 1000));
        try (var mailbox = DrainedMailbox.start(dovecot, user, OFTEN)) {
            awaitEmpty();
            assertThat(mailbox.taken).hasSize(1000).doesNotHaveDuplicates();
        }
    }
}
