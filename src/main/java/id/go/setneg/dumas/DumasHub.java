package id.go.setneg.dumas;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the hub. */
@SpringBootApplication
public class DumasHub {
    /** Artemis frees its buffers through Netty, which from JDK 24 on may only do so with this (README, "Requirements"). */
    private static final String MEMORY_ACCESS = "sun.misc.unsafe.memory.access";

    public static void main(String[] args) {
        if (System.getProperty(MEMORY_ACCESS) == null) {
            System.setProperty(MEMORY_ACCESS, "allow");
        }
        SpringApplication.run(DumasHub.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
