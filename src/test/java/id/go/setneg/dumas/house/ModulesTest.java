package id.go.setneg.dumas.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.go.setneg.dumas.DumasHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final String ROOT = "id.go.setneg.dumas.";

    /** Who may use whom (decision 0002 adds mapping to status). */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.of(
            "complaint", List.of(),
            "deadline", List.of("complaint"),
            "mapping", List.of("complaint"),
            "ledger", List.of("complaint"),
            "agency", List.of("complaint"),
            "desk", List.of("complaint", "deadline", "mapping", "ledger", "agency"),
            "intake", List.of("complaint", "desk", "mapping", "ledger"),
            "mailbox", List.of("intake"),
            "delivery", List.of("complaint", "ledger", "agency"),
            "status", List.of("complaint", "desk", "ledger", "mapping")));

    private static final JavaClasses HUB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.go.setneg.dumas");

    @Test
    void modulesHaveNoCircle() {
        ApplicationModules.of(DumasHub.class, new ImportOption.DoNotIncludeTests())
                .verify();
    }

    @Test
    void aPackageUsesOnlyThoseThatItMay() {
        MAY_USE.forEach((name, others) -> {
            String[] allowed = Stream.concat(Stream.of(name), others.stream())
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + "*..").and(not(resideInAnyPackage(allowed))))
                    .check(HUB);
        });
    }

    @Test
    void theRulesAreFreeOfEveryFramework() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + "complaint", ROOT + "deadline")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "complaint", ROOT + "deadline", "java..", "org.jspecify..")
                .check(HUB);
    }

    @Test
    void onlyWhoReadsMailsKnowsTheOldDate() {
        noClasses()
                .that()
                .doNotHaveSimpleName("MailReader")
                .and()
                .doNotHaveSimpleName("ReceivedWithin")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .because("java.time says whether it is a day or an instant; jakarta.mail knows nothing else")
                .check(HUB);
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIsFor() throws IOException {
        List<String> problems = new ArrayList<>();
        Path root = Path.of("src/main/java/id/go/setneg/dumas");
        try (Stream<Path> folders = Files.walk(root)) {
            for (Path folder : folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(root))
                    .toList()) {
                Path info = folder.resolve("package-info.java");
                String text = Files.exists(info) ? Files.readString(info) : "";
                if (!text.contains("@NullMarked") || !text.matches("(?s)/\\*\\*.*\\.\\s*\\*/.*")) {
                    problems.add(folder + ": write a package-info with one sentence and @NullMarked");
                }
            }
        }
        assertThat(problems).isEmpty();
    }
}
