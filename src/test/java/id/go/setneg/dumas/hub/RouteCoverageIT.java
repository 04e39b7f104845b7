package id.go.setneg.dumas.hub;

import java.nio.file.*;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RunningHub
class RouteCoverageIT {

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @Autowired
    private CamelContext camel;

    @Test
    void everyStepIsReached() throws Exception {
        world.settle(ledger);
        Files.writeString(
                Path.of("target/coverage.xml"),
                camel.getCamelContextExtension()
                        .getContextPlugin(ManagedCamelContext.class)
                        .getManagedCamelContext()
                        .dumpRoutesCoverageAsXml());
    }
}
