package id.go.setneg.dumas.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

    private static final String CANARY = "kenari-lampiran-8412";

    @TempDir
    Path folder;

    private Attachments attachments;

    @BeforeEach
    void open() {
        attachments = attachments("master.json");
    }

    @Test
    void whatIsStoredIsOpenedByItsTicket() {
        assertThat(attachments.open(attachments.store(bytes(CANARY)))).isEqualTo(bytes(CANARY));
        assertThat(attachments.open(attachments.store(new byte[0]))).isEmpty();
    }

    @Test
    void theSameBytesHaveTheSameTicketAndOneFile() throws IOException {
        assertThat(attachments.store(bytes(CANARY))).isEqualTo(attachments.store(bytes(CANARY)));
        assertThat(files()).hasSize(1);
    }

    @Test
    void otherBytesHaveAnotherTicketAndAnotherFile() throws IOException {
        assertThat(attachments.store(bytes("satu"))).isNotEqualTo(attachments.store(bytes("dua")));
        assertThat(files()).hasSize(2);
    }

    @Test
    void aLargeFileFlowsThroughAndHasTheTicketOfItsBytes() throws IOException {
        byte[] large = new byte[700_000];
        new Random(7).nextBytes(large);

        Attachments.Stored stored = attachments.store(new ByteArrayInputStream(large), large.length);

        assertThat(stored.size()).isEqualTo(large.length);
        assertThat(stored.ticket()).isEqualTo(attachments.store(large));
        assertThat(attachments.open(stored.ticket())).isEqualTo(large);
        assertThat(files()).hasSize(1);
    }

    @Test
    void moreThanIsAllowedIsNotStored() throws IOException {
        for (int most : new int[] {10, 300_000}) {
            assertThatThrownBy(() -> attachments.store(new ByteArrayInputStream(new byte[most + 1]), most))
                    .isInstanceOf(Attachments.TooLarge.class);
        }
        assertThat(Files.exists(folder.resolve("files")) ? files() : List.of()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsRemoved() throws IOException {
        attachments.store(bytes(CANARY));
        Path old = Files.writeString(folder.resolve("files/draft1"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.writeString(folder.resolve("files/draft2"), "x");

        attachments.removeAbandoned(Instant.now());

        assertThat(files()).hasSize(2).doesNotContain(old);
    }

    @Test
    void theFilesSurviveARestart() {
        String ticket = attachments.store(bytes(CANARY));

        assertThat(attachments("master.json").open(ticket)).isEqualTo(bytes(CANARY));
    }

    @Test
    void theTicketOfAnotherInstallationIsAnother() {
        assertThat(attachments("other.json").store(bytes(CANARY))).isNotEqualTo(attachments.store(bytes(CANARY)));
    }

    @Test
    void aTamperedFileHasABrokenSeal() throws IOException {
        String ticket = attachments.store(bytes(CANARY));
        byte[] sealed = Files.readAllBytes(files().getFirst());
        for (int at : new int[] {0, 12, 45, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(files().getFirst(), changed);

            assertThatThrownBy(() -> attachments.open(ticket)).isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void aFileInThePlaceOfAnotherHasABrokenSeal() throws IOException {
        String one = attachments.store(bytes("satu"));
        Path first = files().getFirst();
        attachments.store(bytes("dua"));
        Path second =
                files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        Files.write(first, Files.readAllBytes(second));

        assertThatThrownBy(() -> attachments.open(one)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void aMissingFileIsSaidSo() throws IOException {
        String ticket = attachments.store(bytes(CANARY));
        Files.delete(files().getFirst());

        assertThatThrownBy(() -> attachments.open(ticket))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining(ticket);
    }

    @Test
    void thePlainTextIsNotOnDisk() throws IOException {
        attachments.store(bytes("awal " + CANARY + " akhir"));

        assertThat(files()).hasSize(1);
        assertThat(Files.readString(files().getFirst(), ISO_8859_1)).doesNotContain(CANARY);
    }

    @Test
    void theAddressSaysNothingOfTheKey() {
        String ticket = attachments.store(bytes(CANARY));

        assertThat(ticket).hasSize(43 + 1 + 43);
        assertThat(Attachments.address(ticket)).hasSize(43).isNotEqualTo(ticket.substring(44));
    }

    @Test
    void fingerprintsTellTextsApartAlsoWhereTheirEndsMeet() {
        assertThat(attachments.fingerprint("ab", "c"))
                .isEqualTo(attachments.fingerprint("ab", "c"))
                .isNotEqualTo(attachments.fingerprint("a", "bc"));
    }

    private Attachments attachments(String keys) {
        var settings = new LedgerSettings(folder.resolve(keys), true, folder.resolve("files"));
        return new Attachments(settings, MasterKeys.of(settings));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder.resolve("files"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
