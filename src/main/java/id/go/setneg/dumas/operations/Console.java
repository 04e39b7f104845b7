package id.go.setneg.dumas.operations;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jolokia.server.core.http.AgentServlet;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Hawtio's static files and Jolokia at {@code /hawtio/}; Hawtio's own module is for an older Spring Boot. The path is
 * fixed: the console's page has {@code <base href="/hawtio/">}. What Jolokia gives is limited by {@code jolokia-access.xml}
 * and, for officers, {@link OfficersView}.
 */
@Configuration(proxyBeanMethods = false)
class Console implements WebMvcConfigurer {

    @Bean
    ServletRegistrationBean<AgentServlet> jolokia() throws IOException {
        var servlet = new ServletRegistrationBean<>(new AgentServlet(access()), "/hawtio/jolokia/*");
        servlet.setInitParameters(Map.of(
                "allowErrorDetails", "false",
                "includeStackTrace", "false",
                "includeRequest", "false",
                "agentDescription", "Dumas Hub"));
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    private static Restrictor access() throws IOException {
        try (InputStream policy = new ClassPathResource("jolokia-access.xml").getInputStream()) {
            return new OfficersView(new PolicyRestrictor(policy));
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/", "/hawtio/");
        views.addRedirectViewController("/hawtio", "/hawtio/");
        views.addViewController("/hawtio/").setViewName("forward:/hawtio/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler("/hawtio/static/**") // names carry a hash of the content
                .addResourceLocations("classpath:/hawtio-static/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate());
        resources
                .addResourceHandler("/hawtio/**")
                .addResourceLocations("classpath:/hawtio-plugins/", "classpath:/hawtio-static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageOrFile());
    }

    /** The console has pages of its own, such as {@code /hawtio/camel/routes}: they are all its one file. */
    private static final class PageOrFile extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            boolean page = path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
            return file == null && page ? new ClassPathResource("/hawtio-static/index.html") : file;
        }
    }
}
