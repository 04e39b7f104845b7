package id.go.setneg.dumas.intake.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contracts of a folder: {@code spde/record.contract.json} says what {@code spde/record-to-complaint} reads. They are
 * read again when a file changes; a broken one is reported and its former version stays in use.
 */
final class Contracts {

    private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".contract.json";
    private static final String MAPPING = "-to-complaint";

    private final Path folder;
    private volatile Map<String, Read> read = Map.of();

    /** One file as it was read; no contract when it has never been one. */
    private record Read(long stamp, Optional<Contract> contract) {}

    Contracts(Path folder) {
        this.folder = folder;
        refresh();
    }

    /** What a mapping's records are known to look like; none when nobody has written it down. */
    Optional<Contract> of(String mapping) {
        Read known =
                mapping.endsWith(MAPPING) ? read.get(mapping.substring(0, mapping.length() - MAPPING.length())) : null;
        return known == null ? Optional.empty() : known.contract();
    }

    /** Reads what has changed. */
    void refresh() {
        Map<String, Read> now = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
                String name =
                        folder.relativize(file).toString().replace('\\', '/').replace(ENDING, "");
                now.put(name, read(file, read.get(name)));
            }
            read = Map.copyOf(now);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The contracts in {} cannot be read now", folder, e);
        }
    }

    private static Read read(Path file, @Nullable Read before) throws IOException {
        long stamp = Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
        if (before != null && before.stamp() == stamp) {
            return before;
        }
        try {
            return new Read(stamp, Optional.of(new Contract(JSON.readTree(file.toFile()))));
        } catch (IOException | IllegalArgumentException broken) {
            LOG.error("{} is no contract and is not used: {}", file, firstLine(broken));
            return new Read(stamp, before == null ? Optional.empty() : before.contract());
        }
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
