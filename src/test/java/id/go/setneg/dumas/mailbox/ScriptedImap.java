package id.go.setneg.dumas.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An IMAP server with an empty inbox and one way of taking IDLE; it notes when it was asked for it. */
final class ScriptedImap implements AutoCloseable {

    /** What becomes of IDLE. */
    enum Idle {
        /** It is said no to, with a farewell: at a NO alone the mail library waits on, until the connection times out. */
        REFUSED,
        /** The connection ends. */
        CUT,
        /** It ends at once, for no reason. */
        ENDED,
        /** It lasts until the test ends it. */
        KEPT
    }

    /** When IDLE was asked for, in nanoseconds. */
    final List<Long> asked = new CopyOnWriteArrayList<>();

    /** Ends an IDLE that is kept. */
    final Semaphore ends = new Semaphore(0);

    volatile Idle idle;
    private final ServerSocket server;

    ScriptedImap(Idle idle) throws IOException {
        this.idle = idle;
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("imap").start(this::accept);
    }

    OpenFolder inbox() throws MessagingException {
        var store = (IMAPStore) Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getLocalPort(), "warga", "rahasia-rekaan");
        return new OpenFolder(store, OpenFolder.INBOX);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name("imap-client").start(() -> serve(client));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII)) {
            say(out, "* OK [CAPABILITY IMAP4rev1 IDLE MOVE] siap");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 3);
                String command = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
                if (command.equals("IDLE")) {
                    asked.add(System.nanoTime());
                    if (idle == Idle.REFUSED) {
                        say(out, "* BYE tidak sekarang");
                    }
                    if (idle == Idle.REFUSED || idle == Idle.CUT) {
                        return;
                    }
                    idle(out, words[0]);
                } else if (!command.isEmpty()) { // which DONE is, behind an IDLE that ended by itself
                    answer(out, words[0], command);
                }
            }
        } catch (IOException e) {
            // the client has gone, which ends its connection
        }
    }

    private void idle(Writer out, String tag) throws IOException {
        say(out, "+ menunggu");
        if (idle == Idle.KEPT) {
            ends.acquireUninterruptibly();
        }
        say(out, tag + " OK selesai");
    }

    private void answer(Writer out, String tag, String command) throws IOException {
        switch (command) {
            case "CAPABILITY" -> say(out, "* CAPABILITY IMAP4rev1 IDLE MOVE");
            case "LIST" -> say(out, "* LIST () \"/\" INBOX");
            case "SELECT" -> {
                say(out, "* 0 EXISTS");
                say(out, "* FLAGS (\\Seen \\Deleted)");
                say(out, "* OK [UIDVALIDITY 1] sah");
            }
            case "LOGOUT" -> say(out, "* BYE sampai jumpa");
            default -> {}
        }
        say(out, tag + " OK selesai");
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
