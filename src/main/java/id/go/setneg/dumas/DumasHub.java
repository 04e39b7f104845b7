package id.go.setneg.dumas;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the hub. */
@SpringBootApplication
public class DumasHub {
    public static void main(String[] args) {
        SpringApplication.run(DumasHub.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
