package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class SettingsProblemsTest {

    private static final String OPERATOR = """
            hub:
              operators:
                budi: {password: sandi-budi, role: OPERATOR}
            """;

    @Test
    void whatIsShippedLacksOnlyWhatAnInstallerMustDecide() throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new YamlPropertySourceLoader()
                        .load("shipped", new ClassPathResource("application.yaml"))
                        .getFirst());
        assertThat(problems(environment, SettingsCheck.records().toArray(Class<?>[]::new)))
                .contains("hub.operators: must name at least one operator (not set)")
                .allSatisfy(problem -> assertThat(problem)
                        .matches("hub\\.(operators|ledger\\.master-key-file|(status|evidence)\\.key-file): must .*"));
    }

    @Test
    void everyProblemIsNamedAtOnceWithItsFileAndWithoutItsValue() {
        assertThat(problems("""
                                hub:
                                  operators:
                                    budi: {password: sandi-rahasia, role: BOSS}
                                    sari: {role: OFFICER}
                                  lapor:
                                    enabled: true
                                    url:
                                    gateway-key: kunci-rahasia
                                    client-token: ${LAPOR_TOKEN_NOT_SET}
                                    institution: 151
                                    user: 7
                                    period: often
                                    page-size: ten
                                  mail:
                                    enabled: yes-please
                                    imap-port: 70000
                                """, OperatorSettings.class, LaporSettings.class, MailSettings.class))
                .containsExactly(
                        "hub.lapor.client-token: names LAPOR_TOKEN_NOT_SET, which is not set (given.yaml:9)",
                        "hub.lapor.page-size: must be a whole number (given.yaml:13)",
                        "hub.lapor.period: must be a duration such as 30s, 5m or PT30S (given.yaml:12)",
                        "hub.lapor.url: must not be empty (given.yaml:7)",
                        "hub.mail.enabled: must be true or false (given.yaml:15)",
                        "hub.mail.imap-port: must be less than or equal to 65535 (given.yaml:16)",
                        "hub.operators.budi.role: must be one of operator, officer (given.yaml:3)",
                        "hub.operators.sari.password: must not be blank (not set)");
    }

    @Test
    void anUnknownNameIsAProblemAndTheNearestIsOffered() {
        assertThat(problems(OPERATOR + """
                                              sari: {pasword: x, password: x, role: OFFICER}
                                            lapor: {gatway-key: x}
                                            lapro: {url: x}
                                            tidak: {dikenal: x}
                                          """, OperatorSettings.class, LaporSettings.class))
                .hasSize(4)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "hub.operators.sari.pasword: is unknown; did you mean hub.operators.sari.password?"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "hub.lapor.gatway-key: is unknown; did you mean hub.lapor.gateway-key? (given.yaml:"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("hub.lapro.url: is unknown; did you mean hub.lapor.url? (given.yaml:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("hub.tidak.dikenal: is unknown (given.yaml:"));
    }

    @Test
    void namesInTheEnvironmentOfOtherProgramsAreNoProblem() {
        var environment = environment(OPERATOR);
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("HUB_SERVICE_HOST", "10.0.0.1", "HUB_LAPOR_PERIOD", "never")));
        assertThat(problems(environment, OperatorSettings.class, LaporSettings.class))
                .singleElement()
                .asString()
                .startsWith("hub.lapor.period: must be a duration")
                .contains("\"HUB_LAPOR_PERIOD\"");
    }

    @Test
    void theCommandLineIsNamed() {
        var environment = environment(OPERATOR);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commandLineArgs", Map.of("hub.spde.page-size", "many")));
        assertThat(problems(environment, OperatorSettings.class, SpdeSettings.class))
                .singleElement()
                .asString()
                .startsWith("hub.spde.page-size: must be a whole number")
                .contains("commandLineArgs");
    }

    @Test
    void aFolderIsNeededOnlyWhenItIsRead() {
        assertThat(problems("hub.spde: {folder-enabled: true}", SpdeSettings.class))
                .containsExactly("hub.spde.folder: must not be empty (not set)");
        assertThat(problems("hub.spde: {folder-enabled: false}", SpdeSettings.class))
                .isEmpty();
    }

    @Test
    void aRecordThatRefusesItsValuesIsHeard() {
        assertThat(problems("contoh: {zone: Mars}", Refusing.class))
                .containsExactly("contoh: zone must be in Indonesia (not set)");
        assertThat(problems("contoh: {zone: Mars, days: many}", Refusing.class))
                .containsExactly("contoh.days: must be a whole number (given.yaml:1)");
    }

    @Test
    void everySettingsRecordOfTheHubIsFound() {
        assertThat(SettingsCheck.records())
                .contains(
                        HomeSettings.class,
                        OperatorSettings.class,
                        LaporSettings.class,
                        SpdeSettings.class,
                        MailSettings.class);
    }

    private static List<String> problems(String yaml, Class<?>... records) {
        return problems(environment(yaml), records);
    }

    private static List<String> problems(StandardEnvironment environment, Class<?>... records) {
        return new SettingsProblems(
                        environment,
                        Stream.of(records)
                                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                                .toList())
                .find();
    }

    private static StandardEnvironment environment(String yaml) {
        var environment = new StandardEnvironment();
        try {
            environment
                    .getPropertySources()
                    .addFirst(new YamlPropertySourceLoader()
                            .load(
                                    "given",
                                    new ByteArrayResource(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                                        @Override
                                        public String getFilename() {
                                            return "given.yaml";
                                        }
                                    })
                            .getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return environment;
    }

    /** Not under {@code hub}, so the real check does not find it. */
    @ConfigurationProperties("contoh")
    record Refusing(String zone, int days) {
        Refusing {
            if (!zone.startsWith("Asia/")) {
                throw new IllegalArgumentException("zone must be in Indonesia");
            }
        }
    }
}
