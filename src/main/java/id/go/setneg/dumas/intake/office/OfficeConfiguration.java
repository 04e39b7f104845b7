package id.go.setneg.dumas.intake.office;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfficeConfiguration {

    @Bean
    Validators validators() {
        return new Validators();
    }
}
