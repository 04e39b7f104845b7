package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.agency.AgencySettings;
import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.AgencyWays.AgencyWay;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/** Makes the routes to and from each agency that has a way, from the connector of that way. */
final class AgencyRoutes implements CamelContextConfiguration {

    private final AgencyWays ways;

    AgencyRoutes(AgencyWays ways) {
        this.ways = ways;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // templates are read later, when the context starts
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        ways.agencies().forEach(code -> {
            AgencyWay way = ways.find(code).orElseThrow();
            String destination = AgencyWays.destination(code);
            TemplatedRouteBuilder out = TemplatedRouteBuilder.builder(
                            context, "agency-" + way.kind().name().toLowerCase(Locale.ROOT))
                    .routeId(destination)
                    .parameter("destination", destination);
            if (way.kind() == AgencySettings.Kind.HTTP) {
                out.parameter("url", "{{hub.agencies." + code + ".url}}");
            } else {
                TemplatedRouteBuilder.builder(context, "agency-status-queue")
                        .routeId(destination + ".status")
                        .parameter("destination", destination)
                        .parameter("agency", code.value())
                        .add();
            }
            out.add();
        });
    }
}
