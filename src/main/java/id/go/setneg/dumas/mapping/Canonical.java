package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import id.go.setneg.dumas.complaint.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes our messages, checked against the JSON Schemas (2020-12) of a folder: {@code complaint.schema.json}
 * is the schema {@code complaint}.
 */
public final class Canonical {

    private static final String ENDING = ".schema.json";
    private static final String URN = "urn:id:go:setneg:dumas-hub:schema:";
    private static final int PROBLEMS_SHOWN = 10;

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Complaint.Origin.class, OriginForm.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    private final Map<String, JsonSchema> schemas;

    /** When a record changed is read but never written: it is no part of what the record says. */
    private interface OriginForm {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Nullable
        OffsetDateTime changedAt();
    }

    /**
     * Reads all schemas of a folder.
     *
     * @param folder {@code mappings/canonical}
     * @throws MappingBroken naming every file that is no schema of ours
     */
    public Canonical(Path folder) {
        var texts = new TreeMap<String, String>();
        var problems = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                String name = String.valueOf(file.getFileName()).replace(ENDING, "");
                texts.put(name, Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new MappingBroken(folder + ": cannot be read: " + unreadable.getMessage());
        }
        var byId = texts.entrySet().stream().collect(Collectors.toMap(e -> URN + e.getKey(), Map.Entry::getValue));
        var factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(byId)));
        var config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(Canonical::regularExpression)
                .locale(Locale.ROOT)
                .build();
        var read = new HashMap<String, JsonSchema>();
        texts.forEach((name, text) -> {
            try {
                JsonNode schema = json.readTree(text);
                if (!schema.path("$id").asText().equals(URN + name)) {
                    problems.add(folder.resolve(name + ENDING) + ": $id must be " + URN + name);
                }
                JsonSchema compiled = factory.getSchema(com.networknt.schema.SchemaLocation.of(URN + name), config);
                compiled.initializeValidators();
                read.put(name, compiled);
            } catch (JsonProcessingException wrong) {
                problems.add(folder.resolve(name + ENDING) + ":"
                        + wrong.getLocation().getLineNr() + ": is not JSON");
            } catch (RuntimeException wrong) {
                problems.add(folder.resolve(name + ENDING) + ": is not a schema: " + wrong.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new MappingBroken(String.join("\n", problems));
        }
        schemas = Map.copyOf(read);
    }

    /** The {@code $} of JSON Schema (ECMA-262) is the very end; Java's also stands before a last line break. */
    private static RegularExpression regularExpression(String pattern) {
        var java = Pattern.compile(pattern.replaceFirst("(?<!\\\\)\\$$", "\\\\z"));
        return value -> java.matcher(value).find();
    }

    /** The mapper of our messages: ISO dates with their own offset, nulls omitted, unknown properties refused. */
    public ObjectMapper json() {
        return json;
    }

    /** The names of the schemas, sorted. */
    public Set<String> schemas() {
        return new TreeSet<>(schemas.keySet());
    }

    /**
     * A complaint from its JSON form.
     *
     * @throws MappingRefused when it does not satisfy the schema
     */
    public Complaint complaint(JsonNode node) {
        return read("complaint", node, Complaint.class);
    }

    /** A complaint's JSON form in UTF-8; equal complaints give equal bytes. */
    public byte[] bytes(Complaint complaint) {
        try {
            return json.writeValueAsBytes(complaint);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a complaint has no JSON form", impossible);
        }
    }

    /**
     * A message as an object of ours.
     *
     * @param schema the schema's name, such as {@code status-update}
     * @throws MappingRefused when it does not satisfy the schema or the type
     */
    public <T> T read(String schema, JsonNode node, Class<T> type) {
        List<String> problems = problems(schema, node);
        if (!problems.isEmpty()) {
            throw new MappingRefused(schema + ": " + String.join("; ", problems));
        }
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new MappingRefused(schema + ": " + place(wrong) + ": cannot be read as " + type.getSimpleName());
        }
    }

    /**
     * What is wrong with a message, each as path and broken keyword, such as {@code /letter: required subject}; never a
     * value. Empty when nothing is; at most ten.
     *
     * @throws IllegalArgumentException when there is no such schema
     */
    public List<String> problems(String schema, JsonNode node) {
        JsonSchema compiled = schemas.get(schema);
        if (compiled == null) {
            throw new IllegalArgumentException("no schema " + schema + ", there are " + schemas());
        }
        return compiled.validate(node).stream()
                .map(Canonical::words)
                .distinct()
                .sorted()
                .limit(PROBLEMS_SHOWN)
                .toList();
    }

    private static String words(ValidationMessage message) {
        String path = message.getInstanceLocation().toString().replaceFirst("^\\$", "");
        String keyword = message.getType();
        boolean named = "required".equals(keyword) && message.getProperty() != null; // a name of ours, not of theirs
        return (path.isEmpty() ? "/" : path) + ": " + keyword + (named ? " " + message.getProperty() : "");
    }

    private static String place(Exception wrong) {
        return wrong instanceof JsonMappingException at
                ? at.getPath().stream().map(step -> "/" + step.getFieldName()).collect(Collectors.joining())
                : "/";
    }
}
