package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

class MailMutationsTest {

    private static java.nio.file.Path folder;
    private static Inbox inbox;
    private static List<byte[]> mails;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("mails");
        inbox = Inbox.in(folder);
        mails = HostileMails.all().stream()
                .map(HostileMails.Case::mail)
                .filter(mail -> mail.length < 5_000)
                .toList();
    }

    @AfterContainer
    static void tidy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 200)
    void anyBytesAreARecordAndKept(@ForAll byte[] bytes) throws Exception {
        isKept(bytes);
    }

    @Property(tries = 200)
    void anyTextIsARecordAndKept(@ForAll String text) throws Exception {
        isKept((HostileMails.HEAD + "\r\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 600)
    void aDamagedMailIsARecordAndKept(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int wounds)
            throws Exception {
        var random = new Random(seed);
        byte[] mail = mails.get(random.nextInt(mails.size())).clone();
        for (int i = 0; i < wounds && mail.length > 0; i++) {
            mail = damaged(mail, random);
        }
        isKept(mail);
    }

    private static byte[] damaged(byte[] mail, Random random) {
        int at = random.nextInt(mail.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(mail, at);
            case 1 ->
                joined(Arrays.copyOf(mail, at), Arrays.copyOfRange(mail, random.nextInt(mail.length), mail.length));
            case 2 -> {
                mail[at] = (byte) random.nextInt(256);
                yield mail;
            }
            default -> {
                mail[at] = "\r\n\0 =?;:\"<>-".getBytes(StandardCharsets.US_ASCII)[random.nextInt(12)];
                yield mail;
            }
        };
    }

    private static byte[] joined(byte[] start, byte[] end) {
        byte[] joined = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, joined, start.length, end.length);
        return joined;
    }

    private static void isKept(byte[] mail) throws Exception {
        SourceRecord first = inbox.record(mail);
        ObjectNode record = first.content();

        assertThat(inbox.original(record)).isEqualTo(mail);
        assertThat(record.path("messageId").asText()).isNotEmpty();
        assertThat(inbox.reader().again(first).content()).isEqualTo(record);
    }
}
