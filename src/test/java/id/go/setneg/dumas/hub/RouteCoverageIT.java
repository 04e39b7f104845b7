package id.go.setneg.dumas.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every step of every route and connector is reached by what the sandbox sends; a connector's in at least one of its routes. */
@RunningHub
class RouteCoverageIT {

    /** File and id of a step that no test can reach → why not. */
    private static final Map<String, String> UNREACHABLE = Map.of();

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @Autowired
    private CamelContext camel;

    @Test
    void everyStepIsReached() throws Exception {
        world.canaries().letter("Kementerian PANRB", "");
        world.canaries().questionMail();
        world.canaries().question();
        world.canaries().lateLetter();
        world.canaries().alarmingLetter();
        failToTakeIn();
        BackfillIT.runAll(world);
        await("every step to be reached, also of feeds that wait after what failed before")
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(missed())
                        .as("steps that were never reached: let the sandbox send what reaches them, or remove them")
                        .isEqualTo(UNREACHABLE.keySet()));
    }

    /** Camel counts a step of a route configuration in one of the routes that use it, so each of them must fail. */
    private void failToTakeIn() throws Exception {
        List<String> takers = List.of("take-spde-rows", "take-mail");
        for (String taker : takers) {
            camel.getRouteController().suspendRoute(taker);
        }
        world.sandbox().down("spde", true);
        world.sandbox().down("lapor", true);
        ledger.update(
                "update feed_position set position = null where feed in ('lapor-full-scan', 'lapor-institutions')");
        try {
            world.canaries().row();
            world.canaries().mail();
            world.canaries().automaticMail();
            world.canaries().agencyMail();
            await("files and mails that cannot be taken")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> missed().stream().noneMatch(step -> step.startsWith("note-")));
            BackfillIT.failAll(world);
        } finally {
            world.sandbox().down("spde", false);
            world.sandbox().down("lapor", false);
            for (String taker : takers) {
                camel.getRouteController().resumeRoute(taker);
            }
        }
    }

    /** Such as {@code lapor.camel.yaml:24 lapor.hand-over}: a template's step is one step, however many routes it makes. */
    private Set<String> missed() throws Exception {
        String coverage = camel.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedCamelContext()
                .dumpRoutesCoverageAsXml();
        var elements = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(coverage)))
                .getElementsByTagName("*");
        var ids = new TreeMap<String, String>();
        var reached = new TreeSet<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof Element step
                    && step.hasAttribute("exchangesTotal")
                    && step.hasAttribute("sourceLineNumber")
                    && step.hasAttribute("id")) {
                String file = step.getAttribute("sourceLocation")
                        .replaceFirst("^.*/", "")
                        .replaceFirst(":\\d+$", "");
                String place = file + ":" + step.getAttribute("sourceLineNumber");
                ids.putIfAbsent(place, place + " " + step.getAttribute("id"));
                if (!step.getAttribute("exchangesTotal").equals("0")) {
                    reached.add(place);
                }
            }
        }
        assertThat(ids).hasSizeGreaterThan(80);
        ids.keySet().removeAll(reached);
        return Set.copyOf(ids.values());
    }
}
