package id.go.setneg.dumas.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What must hold of an agency's event (CloudEvents 1.0, JSON format, structured mode). */
final class CloudEvent {

    static final String TYPE = "id.go.setneg.dumas.status.reported";

    private CloudEvent() {}

    /** What is wrong with an event, without its values; empty when nothing is. */
    static List<String> problems(JsonNode event) {
        List<String> problems = new ArrayList<>();
        if (!event.path("specversion").asText().equals("1.0")) {
            problems.add("specversion must be 1.0");
        }
        if (!event.path("type").asText().equals(TYPE)) {
            problems.add("type must be " + TYPE);
        }
        for (String required : List.of("id", "source")) {
            if (event.path(required).asText().isEmpty()) {
                problems.add(required + " is missing");
            }
        }
        JsonNode data = event.path("data");
        boolean isSealed = event.path("datacontenttype").asText().equals("application/jose");
        if (isSealed ? !data.isTextual() : !data.isObject()) {
            problems.add(isSealed ? "data must be a compact JWE" : "data must be an object");
        }
        return problems;
    }
}
