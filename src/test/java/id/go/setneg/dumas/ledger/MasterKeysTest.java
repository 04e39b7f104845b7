package id.go.setneg.dumas.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNotMadeUnlessAllowed() {
        assertThatThrownBy(() -> keys(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hub.ledger.master-key-file")
                .hasMessageContaining("master.json")
                .hasMessageContaining("hub.ledger.create-master-key=true");
        assertThat(folder.resolve("master.json")).doesNotExist();
    }

    @Test
    void aFileThatIsMadeIsForItsOwnerOnly() throws IOException {
        keys(true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aFileThatIsThereIsNeverReplaced() throws IOException {
        keys(true);
        String before = Files.readString(file());
        keys(true);

        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void aDataKeyIsUnwrappedAfterARestart() {
        MasterKeys.Wrapped wrapped = keys(true).newDataKey();
        byte[] sealed = wrapped.key().seal("use", bytes("isi"));

        assertThat(keys(false).unwrap(wrapped.master(), wrapped.sealed()).open("use", sealed))
                .isEqualTo(bytes("isi"));
    }

    @Test
    void afterARotationTheOldKeyStillUnwrapsAndTheNewOneWraps() throws IOException {
        MasterKeys.Wrapped old = keys(true).newDataKey();
        byte[] sealed = old.key().seal("use", bytes("isi"));
        ObjectNode content = (ObjectNode) JSON.readTree(file().toFile());
        content.put("primary", "k2");
        content.withObject("/keys").put("k2", new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
        JSON.writeValue(file().toFile(), content);

        MasterKeys rotated = keys(false);

        assertThat(old.master()).isEqualTo("k1");
        assertThat(rotated.unwrap(old.master(), old.sealed()).open("use", sealed))
                .isEqualTo(bytes("isi"));
        assertThat(rotated.newDataKey().master()).isEqualTo("k2");
    }

    @Test
    void aRotationKeepsTheHashes() throws IOException {
        byte[] before = keys(true).hash("reference", "spde", "PRES/2026/004512");
        ObjectNode content = (ObjectNode) JSON.readTree(file().toFile());
        content.put("primary", "k2");
        content.withObject("/keys").put("k2", new byte[32]);
        JSON.writeValue(file().toFile(), content);

        assertThat(keys(false).hash("reference", "spde", "PRES/2026/004512")).isEqualTo(before);
    }

    @Test
    void aKeyThatIsGoneIsNamed() {
        MasterKeys keys = keys(true);
        MasterKeys.Wrapped wrapped = keys.newDataKey();

        assertThatThrownBy(() -> keys.unwrap("k0", wrapped.sealed()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k0");
    }

    @Test
    void anotherMasterKeyDoesNotUnwrap() {
        MasterKeys.Wrapped wrapped = keys(true).newDataKey();
        var others = new LedgerSettings(folder.resolve("others.json"), true, folder);

        assertThatThrownBy(() -> MasterKeys.of(others).unwrap(wrapped.master(), wrapped.sealed()))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void whatIsSealedForOneUseCannotBeOpenedForAnother() {
        DataKey key = keys(true).newDataKey().key();

        assertThatThrownBy(() -> key.open("other", key.seal("use", bytes("isi"))))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        DataKey key = keys(true).newDataKey().key();

        assertThat(key.seal("use", bytes("isi"))).isNotEqualTo(key.seal("use", bytes("isi")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{\"primary\":\"k1\",\"keys\":{},\"search\":\"AAAA\"}",
                "{\"primary\":\"k1\",\"keys\":{\"k1\":\"AAAA\"},\"search\":\"AAAA\"}",
                "{\"primary\":\"k1\",\"keys\":{\"k1\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}",
            })
    void anUnusableFileIsRefusedAndKept(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatThrownBy(() -> keys(true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no usable keys");
        assertThat(file()).hasContent(content);
    }

    private MasterKeys keys(boolean create) {
        return MasterKeys.of(new LedgerSettings(file(), create, folder.resolve("files")));
    }

    private Path file() {
        return folder.resolve("master.json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
