package id.go.setneg.dumas;

import id.go.setneg.dumas.evidence.Verify;
import id.go.setneg.dumas.operations.BackfillCommand;
import id.go.setneg.dumas.operations.DryRunCommand;
import id.go.setneg.dumas.operations.EvidenceCommand;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Starts the hub; {@code backfill}, {@code dry-run} or {@code evidence} as the first argument talks to one that runs,
 * {@code verify} checks an evidence pack without any.
 */
@SpringBootApplication
public class DumasHub {
    /** Artemis frees its buffers through Netty, which from JDK 24 on may only do so with this (README, "Requirements"). */
    private static final String MEMORY_ACCESS = "sun.misc.unsafe.memory.access";

    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty(MEMORY_ACCESS) == null) {
            System.setProperty(MEMORY_ACCESS, "allow");
        }
        if (args.length > 0 && args[0].equals(BackfillCommand.NAME)) {
            List<String> options = List.of(args).subList(1, args.length);
            System.exit(new BackfillCommand(System.getenv(), System.out).run(options));
        }
        if (args.length > 0 && args[0].equals(DryRunCommand.NAME)) {
            List<String> options = List.of(args).subList(1, args.length);
            System.exit(new DryRunCommand(System.getenv(), System.out).run(options));
        }
        if (args.length > 0 && args[0].equals(EvidenceCommand.NAME)) {
            List<String> options = List.of(args).subList(1, args.length);
            System.exit(new EvidenceCommand(System.getenv(), System.out).run(options));
        }
        if (args.length > 0 && args[0].equals(Verify.NAME)) {
            System.exit(Verify.run(List.of(args).subList(1, args.length), System.out));
        }
        SpringApplication.run(DumasHub.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
