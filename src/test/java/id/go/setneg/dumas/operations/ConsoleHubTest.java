package id.go.setneg.dumas.operations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** All tests of the console share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ConsoleHub.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.home=src/test/resources/console-home",
            "hub.contoh.token=" + ConsoleHub.SECRET_TOKEN,
            "hub.contoh.password=" + ConsoleHub.SECRET_PASSWORD,
            "hub.operators.budi.password=sandi-budi",
            "hub.operators.budi.role=OPERATOR",
            "hub.operators.sari.password={bcrypt}$2y$04$U7vQK2DGfwFJDX8xI6H/bOrpD2fSiGCTj0BqjgULzTyqWTLoufEOW",
            "hub.operators.sari.role=OFFICER",
            "spring.autoconfigure.exclude=org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration,"
                    + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@interface ConsoleHubTest {}
