package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Camel component {@code map:<mapping>}. A body that is a list of {@link SourceRecord} becomes a list of
 * {@link MappedRecord}, one for one: refused ones are among them and nothing is thrown. Any other body is JSON and
 * becomes JSON ({@code byte[]}); there, failure throws {@link MappingRefused}, which no repetition heals.
 *
 * <p>Options: {@code to} is the schema that a JSON result must satisfy (records always become complaints); {@code zone}
 * is {@code $zone} of a mapping from JSON to JSON, {@code Asia/Jakarta} unless given (records bring their own).
 * A missing or broken mapping fails the start of the route, naming file and line.
 */
public final class MapComponent extends DefaultComponent {

    private final Mappings mappings;
    private final Canonical canonical;
    private final ComplaintMapping complaints;
    private final RecordWatch watch;

    public MapComponent(Mappings mappings, Canonical canonical, ComplaintMapping complaints) {
        this(mappings, canonical, complaints, (mapping, record) -> {});
    }

    /** The same, with somebody who looks at each record first. */
    public MapComponent(Mappings mappings, Canonical canonical, ComplaintMapping complaints, RecordWatch watch) {
        this.mappings = mappings;
        this.canonical = canonical;
        this.complaints = complaints;
        this.watch = watch;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        String to = getAndRemoveParameter(parameters, "to", String.class);
        String zone = getAndRemoveParameter(parameters, "zone", String.class, "Asia/Jakarta");
        mappings.require(name);
        if (to != null && !canonical.schemas().contains(to)) {
            throw new MappingBroken("map:" + name + ": no schema " + to + ", there are " + canonical.schemas());
        }
        return new ProcessorEndpoint(uri, this, exchange -> {
            Object body = exchange.getMessage().getBody();
            exchange.getMessage()
                    .setBody(body instanceof List<?> records ? all(name, records) : json(name, exchange, to, zone));
        });
    }

    private List<MappedRecord> all(String name, List<?> records) {
        var mapped = new ArrayList<MappedRecord>(records.size());
        for (Object record : records) {
            var source = (SourceRecord) record;
            watch.saw(name, source);
            mapped.add(complaints.map(name, source));
        }
        return mapped;
    }

    private byte[] json(String name, Exchange exchange, @Nullable String to, String zone)
            throws InvalidPayloadException {
        JsonNode input;
        try {
            input = canonical.json().readTree(exchange.getMessage().getMandatoryBody(byte[].class));
        } catch (IOException notJson) {
            throw new MappingRefused(name + ": the body is not JSON");
        }
        JsonNode output = mappings.apply(name, input, Map.of("zone", TextNode.valueOf(zone)));
        List<String> problems = to == null ? List.of() : canonical.problems(to, output);
        if (!problems.isEmpty()) {
            throw new MappingRefused(name + ": " + String.join("; ", problems));
        }
        try {
            return canonical.json().writeValueAsBytes(output);
        } catch (IOException impossible) {
            throw new IllegalStateException("a JSON node has no text", impossible);
        }
    }
}
