package id.go.setneg.dumas.hub;

import id.go.setneg.dumas.DumasHub;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** A test of the one running hub; it leaves every route started and every system up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DumasHub.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = World.Start.class)
@interface RunningHub {}
