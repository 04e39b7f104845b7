package id.go.setneg.dumas.sandbox;

import id.go.setneg.dumas.DumasHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Runs the hub in its sandbox: {@code ./mvnw spring-boot:test-run}. Arguments of the hub may be added and win. */
public final class SandboxApplication {

    private static final int RECORDS = 60;
    private static final Duration TRICKLE = Duration.ofSeconds(4);

    private SandboxApplication() {}

    public static void main(String[] args) {
        int port = Integer.parseInt(argument(args, "server.port", "8080"));
        int broker = Integer.parseInt(argument(args, "hub.broker.port", "5672"));
        var settings = SandboxSettings.in(Path.of(argument(args, "hub.data", "data")))
                .withPorts(port, broker)
                .withDelays(Duration.ofSeconds(3), Duration.ofSeconds(4));
        Sandbox sandbox = Sandbox.start(settings);
        SpringApplication.getShutdownHandlers().add(sandbox::close);
        try {
            sandbox.load(RECORDS);
            new SpringApplicationBuilder(DumasHub.class).run(arguments(sandbox, args));
            sandbox.trickle(TRICKLE);
            System.out.println(frame(port));
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static String[] arguments(Sandbox sandbox, String[] args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        sandbox.properties().forEach((name, value) -> {
            if (argument(args, name, "").isEmpty()) {
                all.add("--" + name + "=" + value);
            }
        });
        return all.toArray(String[]::new);
    }

    private static String argument(String[] args, String name, String otherwise) {
        String start = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(start))
                .map(arg -> arg.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }

    private static String frame(int port) {
        List<String> lines = List.of(
                "Dumas Hub berjalan di dalam sandbox: semua orang dan pengaduan rekaan.",
                "Konsol      http://127.0.0.1:" + port + "/hawtio/",
                "Pengguna    operator",
                "Kata sandi  sandbox",
                RECORDS + " pengaduan dimuat; satu lagi setiap " + TRICKLE.toSeconds() + " detik. Berhenti: Ctrl+C");
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        var frame = new StringBuilder("\n+" + "-".repeat(width + 2) + "+\n");
        lines.forEach(line -> frame.append("| ")
                .append(line)
                .append(" ".repeat(width - line.length()))
                .append(" |\n"));
        return frame.append("+" + "-".repeat(width + 2) + "+\n").toString();
    }
}
