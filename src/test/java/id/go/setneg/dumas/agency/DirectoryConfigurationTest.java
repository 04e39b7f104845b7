package id.go.setneg.dumas.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DirectoryConfigurationTest {

    @Test
    void theDirectoryOfTheHomeFolderIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(DirectoryConfiguration.class)
                .withPropertyValues("hub.home=.")
                .run(context ->
                        assertThat(context.getBean(Directory.class).agencies()).isNotEmpty());
    }
}
