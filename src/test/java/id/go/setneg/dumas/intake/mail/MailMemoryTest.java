package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Isolated
class MailMemoryTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final MailLimits WIDE = new MailLimits(
            DataSize.ofMegabytes(250),
            DataSize.ofMegabytes(500),
            500,
            20,
            DataSize.ofMegabytes(200),
            DataSize.ofMegabytes(1));

    @TempDir
    Path folder;

    @Test
    void aMailOf200MegabytesTakesNoMoreMemoryThanASmallOne() throws Exception {
        Inbox inbox = Inbox.in(folder, WIDE);
        long before = live();
        long[] most = {0};
        var message = new RawMessage(out -> write(out, 200, () -> most[0] = Math.max(most[0], live() - before)), -1);

        ObjectNode record =
                inbox.reader().read(message, "mail-dumas", "dumas").getFirst().content();

        assertThat(record.has("unreadable")).isFalse();
        assertThat(record.path("size").asLong()).isGreaterThan(200 * MEGABYTE);
        assertThat(record.at("/attachments/0/size").asLong()).isGreaterThan(140 * MEGABYTE);
        assertThat(Math.max(most[0], live() - before)).isLessThan(10 * MEGABYTE);
    }

    @Test
    void aMailOf200MegabytesIsUnderstoodInLittleMemory() throws Exception {
        assertThat(inLittleMemory("besar", 48)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"terusan", "winmail", "halaman", "kosong"})
    void theTextsWithinAMailAreReadInLittleMemory(String mail) throws Exception {
        assertThat(inLittleMemory(mail, 144)).isEmpty();
    }

    /** What a process of its own says that reads a mail in so many megabytes. */
    private String inLittleMemory(String mail, int megabytes) throws Exception {
        Inbox.in(folder, WIDE);
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailMemoryTest.class.getName(),
                        folder.toString(),
                        mail)
                .redirectErrorStream(true)
                .start();
        String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return hub.waitFor() == 0 ? "" : "failed: " + said;
    }

    /** Reads a mail, in a process of its own. */
    public static void main(String[] words) throws Exception {
        Inbox inbox = Inbox.in(Path.of(words[0]), WIDE);
        RawMessage.Content content = switch (words[1]) {
            case "terusan" -> out -> writeForwarded(out, 45, 'k');
            case "kosong" -> out -> writeForwarded(out, 45, '\n');
            case "winmail" -> MailMemoryTest::writePacked;
            case "halaman" -> MailMemoryTest::writePages;
            default -> out -> write(out, 200, () -> {});
        };
        ObjectNode record = inbox.reader()
                .read(new RawMessage(content, -1), "mail-dumas", "dumas")
                .getFirst()
                .content();
        boolean isLarge = words[1].equals("besar");
        boolean isTold = record.path("defects").toString().contains("beyond the limit");
        System.exit(record.has("unreadable") || isTold == isLarge ? 1 : 0);
    }

    /** Mails within a mail, each a megabyte of one letter. */
    private static void writeForwarded(OutputStream out, int mails, char letter) throws IOException {
        out.write(RawMessage.bytes(HostileMails.HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"));
        byte[] text = RawMessage.bytes(String.valueOf(letter).repeat(99) + "\n");
        for (int mail = 0; mail < mails; mail++) {
            out.write(RawMessage.bytes("--b\nContent-Type: message/rfc822\n\nSubject: " + mail + "\n\n"));
            for (long line = 0; line < MEGABYTE / 100; line++) {
                out.write(text);
            }
        }
        out.write(RawMessage.bytes("--b--\n"));
    }

    /** Bodies in one winmail.dat, each almost a megabyte. */
    private static void writePacked(OutputStream out) throws IOException {
        out.write(RawMessage.bytes(HostileMails.HEAD
                + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: binary\n\n"));
        var tnef = new TnefBytes();
        out.write(tnef.bytes());
        byte[] body = TnefBytes.body(800_000);
        for (int count = 0; count < 200; count++) {
            out.write(body);
        }
    }

    /** Two megabytes of tags in each other, and as much of quotes. */
    private static void writePages(OutputStream out) throws IOException {
        out.write(RawMessage.bytes(HostileMails.HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"));
        for (String tags : List.of("<i>a<p>", "<blockquote>a<br>")) {
            out.write(RawMessage.bytes("--b\nContent-Type: text/html\n\n"));
            for (int line = 0; line < 20_000; line++) {
                out.write(RawMessage.bytes(tags.repeat(100 / tags.length()) + "\n"));
            }
        }
        out.write(RawMessage.bytes("--b--\n"));
    }

    /** Each of 45 mails within has a text as long as a mail may have, and a winmail.dat two. */
    @Test
    void theTextsOfAllMailsWithinShareOneBudget() throws Exception {
        Inbox inbox = Inbox.in(folder, WIDE);
        String text = "Jalan rusak di depan balai warga. ".repeat(30_000);
        var mail = new StringBuilder(HostileMails.HEAD + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 45; i++) {
            mail.append("--b\nContent-Type: message/rfc822\n\nSubject: ke-")
                    .append(i)
                    .append("\n\n")
                    .append(text)
                    .append('\n');
        }

        ObjectNode record = inbox.read(mail.append("--b--\n").toString());

        assertThat(record.path("text").asText().length()
                        + record.path("quoted").asText().length())
                .isBetween(900_000, 1_100_000);
        assertThat(record.path("attachments")).hasSizeGreaterThan(85); // the mails, and what of their texts is not read
    }

    @Test
    void theTextOfAWinmailDatIsBounded() throws Exception {
        var packed = new TnefBytes();
        for (int i = 0; i < 5; i++) {
            packed.body("x".repeat(800_000));
        }

        ObjectNode record = Inbox.in(folder, WIDE)
                .read(HostileMails.HEAD
                        + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(packed.bytes()));

        assertThat(record.path("text").asText()).hasSize((int) MEGABYTE);
        assertThat(record.path("attachments"))
                .as("what is not whole stays a file")
                .hasSize(1);
    }

    @Test
    void aMailBeyondTheLimitIsKeptWithItsHeaderRead() throws Exception {
        Inbox inbox = Inbox.in(folder, limits(1, 5));
        var message = new RawMessage(out -> write(out, 2, () -> {}), -1);

        ObjectNode record =
                inbox.reader().read(message, "mail-dumas", "dumas").getFirst().content();

        assertThat(record.path("unreadable").asText()).isEqualTo("larger than 1048576 bytes");
        assertThat(record.path("subject").asText()).isEqualTo("Pengaduan tanah");
        assertThat(inbox.original(record)).hasSize(record.path("size").asInt());
    }

    @Test
    void aMailBeyondAllReasonStaysOnTheServerAndIsNamed() throws Exception {
        Inbox inbox = Inbox.in(folder, limits(1, 2));
        for (int size : new int[] {-1, 3_000_000}) {
            var message = new RawMessage(out -> write(out, 3, () -> {}), size);

            ObjectNode record = inbox.reader()
                    .read(message, "mail-dumas", "dumas")
                    .getFirst()
                    .content();

            assertThat(record.path("original").isNull()).isTrue();
            assertThat(record.path("unreadable").asText()).contains("left on the mail server");
            assertThat(record.path("messageId").asText()).isEqualTo("<satu@contoh.invalid>");
            assertThat(record.path("size").asInt()).isEqualTo(size);
        }
    }

    @Test
    void aServerThatBreaksOffBreaksTheReading() {
        Inbox inbox = Inbox.in(folder);
        var message = new RawMessage(
                out -> {
                    out.write(HostileMails.HEAD.getBytes(StandardCharsets.UTF_8));
                    throw new IOException("putus");
                },
                -1);

        assertThatThrownBy(() -> inbox.reader().read(message, "mail-dumas", "dumas"))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("putus");
    }

    private static MailLimits limits(int message, int kept) {
        return new MailLimits(
                DataSize.ofMegabytes(message),
                DataSize.ofMegabytes(kept),
                500,
                20,
                DataSize.ofMegabytes(200),
                DataSize.ofMegabytes(1));
    }

    private static void write(OutputStream out, int megabytes, Runnable now) throws IOException {
        out.write(RawMessage.bytes(
                HostileMails.HEAD + "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"));
        byte[] piece = Base64.getMimeEncoder().encode(new byte[57 * 1024]);
        long lines = megabytes * MEGABYTE / piece.length + 1;
        for (long line = 0; line < lines; line++) {
            out.write(piece);
            out.write('\r');
            out.write('\n');
            if (line % 500 == 499) {
                now.run();
            }
        }
    }

    /** What is in use after a collection, in bytes. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
