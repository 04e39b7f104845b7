package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MappingConfigurationTest {

    private final ApplicationContextRunner hub =
            new ApplicationContextRunner().withUserConfiguration(MappingConfiguration.class);

    @Test
    void camelFindsTheComponentByItsName() {
        hub.run(context -> assertThat(context.getBean("map-component")).isInstanceOf(MapComponent.class));
    }

    @Test
    void aHomeWithoutMappingsFailsTheStartNamingTheFolder() {
        hub.withPropertyValues("hub.home=target/nowhere")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(MappingBroken.class)
                        .hasMessageContaining("target/nowhere/mappings/canonical"));
    }
}
