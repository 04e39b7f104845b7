package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class ContractsTest {

    private static final Set<String> SCHEMAS = Set.of("referral.schema.json", "status-update.schema.json");

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "asyncapi.yaml"})
    void everyReferencePointsSomewhere(String name) throws IOException {
        JsonNode contract = contract(name);
        assertThat(contract.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(contract.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(SCHEMAS).contains(reference);
            }
        });
    }

    @Test
    void theHttpContractNamesWhatTheHubServes() throws IOException {
        JsonNode contract = contract("openapi.yaml");
        assertThat(contract.path("openapi").asText()).startsWith("3.1");
        assertThat(contract.path("paths").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(served());
        assertThat(contract.at("/webhooks/referral/post/requestBody").isMissingNode())
                .isFalse();
    }

    /** What the controllers say. */
    private static Set<String> served() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(TestComponent.class));
        Set<String> paths = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("id.go.setneg.dumas")) {
            Class<?> controller = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            String base = all == null ? "" : all.path()[0];
            for (var method : controller.getDeclaredMethods()) {
                RequestMapping one = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (base.startsWith("/api/v1") && one != null) {
                    String path = one.path().length == 0 ? "" : one.path()[0];
                    paths.add((base + path).replace("{referral}", "{id}"));
                }
            }
        }
        return paths;
    }

    @Test
    void theQueueContractNamesBothQueues() throws IOException {
        JsonNode contract = contract("asyncapi.yaml");
        assertThat(contract.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(contract.at("/channels/referrals/address").asText()).isEqualTo("agency.{code}.referrals");
        assertThat(contract.at("/channels/status/address").asText()).isEqualTo("agency.{code}.status");
    }

    @Test
    void aContractIsServedAsItLies(@TempDir Path home) throws IOException {
        Path canonical = Files.createDirectories(home.resolve("mappings/canonical"));
        Files.writeString(canonical.resolve("openapi.yaml"), "openapi: 3.1.0");
        Files.writeString(canonical.resolve("referral.schema.json"), "{}");
        var contracts = new Contracts(new HomeSettings(home.toFile(), new File("data")));

        assertThat(contracts.http().getHeaders().getContentType()).hasToString("application/yaml");
        assertThat(contracts.schema("referral").getHeaders().getContentType()).hasToString("application/schema+json");
        assertThatThrownBy(contracts::queues)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        none -> assertThat(none.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    private static JsonNode contract(String name) throws IOException {
        return new YAMLMapper().readTree(new File("mappings/canonical", name));
    }
}
