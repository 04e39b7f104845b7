package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraftedMailsTest {

    private static final int MAILS = 300;
    private static final Duration NOT_FOR_EVER = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ComplaintMapping mapping =
            new ComplaintMapping(new Mappings(Path.of("mappings")), new Canonical(Path.of("mappings", "canonical")));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void whateverIsWrongWithAMailItIsAComplaintOrIsRefusedWithAReason(int grafts) {
        Inbox inbox = Inbox.in(folder);
        var random = new Random(20261124 + grafts);
        List<HostileMails.Case> mails = HostileMails.all().stream()
                .filter(mail -> mail.mail().length < 5_000)
                .toList();
        assertTimeoutPreemptively(NOT_FOR_EVER, () -> {
            for (int number = 0; number < MAILS; number++) {
                HostileMails.Case sound = mails.get(random.nextInt(mails.size()));
                byte[] mail = Grafts.on(sound.mail(), grafts, random);
                try {
                    check(inbox, inbox.record(mail), mail);
                } catch (Exception | AssertionError e) {
                    throw new AssertionError("mail " + number + ", which was: " + sound, e);
                }
            }
        });
    }

    private void check(Inbox inbox, SourceRecord read, byte[] mail) throws Exception {
        ObjectNode record = read.content();
        assertThat(inbox.original(record)).isEqualTo(mail);
        assertThat(record.path("unreadable").asText()).doesNotContain("not to be understood");
        assertThat(record.path("text").asText().length()).isLessThanOrEqualTo(1 << 21);
        assertThat(record.path("defects").size()).isLessThan(30);
        assertThat(record.path("attachments").size()).isLessThanOrEqualTo(1_000);
        for (JsonNode file : record.path("attachments")) {
            assertThat(file.path("name").asText())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(200)
                    .doesNotContainPattern("[/\\\\\\p{Cntrl}]");
        }
        assertThat(new String(JSON.writeValueAsBytes(record), StandardCharsets.UTF_8)) // strictly
                .doesNotContain("\\u0000");
        if (mapping.map("mail/message-to-complaint", read) instanceof MappedRecord.Refused refused) {
            assertThat(refused.reason()).contains(" ").doesNotContainPattern("Exception|Error");
        }
    }
}
