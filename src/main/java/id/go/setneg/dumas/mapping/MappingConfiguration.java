package id.go.setneg.dumas.mapping;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mappings of the hub's home folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MappingSettings.class)
class MappingConfiguration {

    @Bean
    Mappings mappings(MappingSettings settings) {
        return new Mappings(settings.mappings());
    }

    @Bean
    Tables tables() {
        return new Tables();
    }

    @Bean
    Canonical canonical(MappingSettings settings) {
        return new Canonical(settings.mappings().resolve("canonical"));
    }

    @Bean
    ComplaintMapping complaintMapping(Mappings mappings, Canonical canonical) {
        return new ComplaintMapping(mappings, canonical);
    }

    /** Camel finds the component {@code map} under this bean name. */
    @Bean("map-component")
    MapComponent mapComponent(
            Mappings mappings, Canonical canonical, ComplaintMapping complaints, ObjectProvider<RecordWatch> watch) {
        return new MapComponent(mappings, canonical, complaints, watch.getIfAvailable(() -> (mapping, record) -> {}));
    }
}
