package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SFTP connector against a real server: what arrives there is taken in by the drop folder's own route. */
class SftpTest {

    private static final String EXPORT =
            "bukuAgenda;tahunAgenda;nomorAgenda;asalSurat\r\nPRES;2026;004512;Contoh Warga Satu\r\n";

    @TempDir
    Path data;

    private Path home;
    private SshServer server;
    private KeyPair host;
    private KeyPair ours;
    private OfficeRoutes office;

    @BeforeEach
    void open() throws Exception {
        home = Files.createDirectories(data.resolve("home"));
        Files.createDirectories(home.resolve("keluar"));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        host = generator.generateKeyPair();
        ours = generator.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(freePort());
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("hub") && password.equals("ra+ha&sia"));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("hub") && KeyUtils.compareKeys(key, ours.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.start();
        office = new OfficeRoutes(data);
    }

    @AfterEach
    void close() throws IOException {
        office.close();
        server.stop(true);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(String password, String keyFile, KeyPair known) throws Exception {
        Path knownHosts = Files.writeString(
                data.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(known.getPublic()) + "\n");
        Map<String, String> settings = new HashMap<>(Map.of(
                "hub.spde.folder-enabled", "true",
                "hub.spde.folder", data.resolve("ekspor").toString(),
                "hub.spde.period", "200",
                "hub.spde.scan-patience", "10m",
                "hub.spde.sheet-size", "50MB",
                "hub.spde.sheet-expanded", "1GB",
                "hub.spde.sheet-rows", "200000",
                "hub.spde.file-size", "1MB"));
        settings.putAll(Map.of(
                "hub.spde.sftp-enabled",
                "true",
                "hub.spde.sftp-host",
                "127.0.0.1",
                "hub.spde.sftp-port",
                Integer.toString(server.getPort()),
                "hub.spde.sftp-folder",
                "keluar",
                "hub.spde.sftp-user",
                "hub",
                "hub.spde.sftp-password",
                password,
                "hub.spde.sftp-key-file",
                keyFile,
                "hub.spde.sftp-known-hosts",
                knownHosts.toString()));
        office.start(
                settings,
                "connectors/spde-drop-folder",
                "routes/spde/spde-drop-folder",
                "connectors/spde-sftp",
                "routes/spde/spde-sftp");
    }

    @Test
    void anExportOnTheServerIsTakenInAndMovedAwayThere() throws Exception {
        start("ra+ha&sia", "", host);
        Files.writeString(home.resolve("keluar/ekspor.csv.part"), "x");
        Files.writeString(home.resolve("keluar/ekspor.csv"), EXPORT);

        await().atMost(Duration.ofSeconds(30)).until(() -> office.records().size() == 1);
        assertThat(office.records().getFirst().content().path("nomorAgenda").asText())
                .isEqualTo("004512");
        await().atMost(Duration.ofSeconds(10)).until(() -> movedAway().size() == 1);
        assertThat(home.resolve("keluar/ekspor.csv")).doesNotExist();
        assertThat(home.resolve("keluar/ekspor.csv.part")).exists();

        Files.writeString(home.resolve("keluar/ekspor.csv"), EXPORT.replace("Satu", "Dua"));
        await().atMost(Duration.ofSeconds(30)).until(() -> office.records().size() == 2);
    }

    @Test
    void anExportThatIsReplacedWhileItIsFetchedIsFetchedAgain() throws Exception {
        Path export = home.resolve("keluar/ekspor.csv");
        var isReplaced = new AtomicBoolean();
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void closed(ServerSession session, String handle, Handle local, Throwable thrown)
                    throws IOException {
                if (local instanceof FileHandle && isReplaced.compareAndSet(false, true)) {
                    Files.writeString(export, EXPORT.replace("Satu", "Yang Kedua"));
                }
            }
        });
        server.setSubsystemFactories(List.of(sftp));
        Files.writeString(export, EXPORT);
        start("ra+ha&sia", "", host);

        await().atMost(Duration.ofSeconds(30)).until(() -> office.records().size() == 2);
        assertThat(office.records().getLast().content().path("asalSurat").asText())
                .isEqualTo("Contoh Warga Yang Kedua");
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(export));
    }

    @Test
    void aPrivateKeyOpensTheServerToo() throws Exception {
        Path key = data.resolve("kunci");
        try (OutputStream out = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "hub", null, out);
        }
        start("", key.toString(), host);
        Files.write(home.resolve("keluar/ekspor.csv"), EXPORT.getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(30)).until(() -> office.records().size() == 1);
    }

    @Test
    void anUnknownServerIsRefused() throws Exception {
        Files.writeString(home.resolve("keluar/ekspor.csv"), EXPORT);
        start("ra+ha&sia", "", ours);

        await().atMost(Duration.ofSeconds(20)).until(() -> !office.health.failures.isEmpty());
        assertThat(home.resolve("keluar/ekspor.csv")).exists();
        assertThat(office.records()).isEmpty();
        assertThat(String.join("\n", office.health.failures)).doesNotContain("ra+ha");
    }

    private List<Path> movedAway() throws IOException {
        Path folder = home.resolve("keluar/diproses");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
