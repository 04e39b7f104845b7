package id.go.setneg.dumas.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contracts of the sources, for tests that make records. */
public final class TestContracts {

    private TestContracts() {}

    /** Where a record differs from a contract such as {@code spde/record}. */
    public static List<String> differences(String contract, JsonNode record) throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Files.readString(Path.of("mappings").resolve(contract + ".contract.json")));
        List<String> found = new ArrayList<>();
        new Contract(schema).walk(record, (path, what, example) -> found.add(what + " " + path));
        return found;
    }
}
