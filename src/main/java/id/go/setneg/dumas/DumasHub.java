package id.go.setneg.dumas;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class DumasHub {
    public static void main(String[] args) {
        SpringApplication.run(DumasHub.class, args);
    }
}
