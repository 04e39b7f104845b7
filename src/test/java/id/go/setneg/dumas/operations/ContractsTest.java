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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
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
        assertThat(contract.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/api/v1/referrals/{id}/status", "/api/v1/keys");
        assertThat(contract.at("/webhooks/referral/post/requestBody").isMissingNode())
                .isFalse();
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
