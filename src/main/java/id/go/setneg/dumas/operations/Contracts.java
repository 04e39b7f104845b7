package id.go.setneg.dumas.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The contracts for agencies, as they lie in {@code mappings/canonical}: OpenAPI, AsyncAPI and the JSON Schemas. The schemas
 * are also served beside the two, where their relative references point.
 */
@RestController
class Contracts {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml"); // RFC 9512
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Path folder;

    Contracts(HomeSettings home) {
        this.folder = home.canonical();
    }

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> http() {
        return file("openapi.yaml", YAML);
    }

    @GetMapping("/api/asyncapi.yaml")
    ResponseEntity<Resource> queues() {
        return file("asyncapi.yaml", YAML);
    }

    /** A name has letters and hyphens only, so it cannot leave the folder. */
    @GetMapping({"/api/schemas/{name:[a-z-]+}.schema.json", "/api/{name:[a-z-]+}.schema.json"})
    ResponseEntity<Resource> schema(@PathVariable String name) {
        return file(name + ".schema.json", SCHEMA);
    }

    private ResponseEntity<Resource> file(String name, MediaType type) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(type).body(new FileSystemResource(file));
    }
}
