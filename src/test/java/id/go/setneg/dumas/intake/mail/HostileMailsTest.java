package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMailsTest {

    private static final Duration NOT_FOR_EVER = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Inbox inbox;

    @BeforeAll
    static void open() {
        inbox = Inbox.in(folder);
    }

    static List<HostileMails.Case> mails() {
        return HostileMails.all();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void itIsReadAsFarAsItCanBe(HostileMails.Case mail) {
        Assertions.assertTimeoutPreemptively(NOT_FOR_EVER, () -> {
            ObjectNode record = inbox.read(mail.mail());

            mail.expected().accept(record);
            assertThat(inbox.original(record)).isEqualTo(mail.mail());
            assertThat(record.path("size").asInt()).isEqualTo(mail.mail().length);
            assertThat(record.path("messageId").asText()).isNotEmpty();
            assertThat(record.path("fingerprints").path("copy").asText()).isNotEmpty();
        });
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(mails())
                .extracting(HostileMails.Case::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(120);
    }
}
