package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JSLT mappings of a folder: {@code spde/record-to-complaint} is {@code spde/record-to-complaint.jslt}. Each is
 * compiled once and read again when it, or a module that it imports, changes; a broken new version is reported once
 * and the former stays in use. Objects keep empty objects and arrays; nulls are left out.
 */
public final class Mappings {

    private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}(/[a-z0-9-]{1,60}){0,5}");
    private static final long CHECK_NANOS = 1_000_000_000L;
    private static final JsonFilter NO_NULLS = node -> !node.isNull();

    private final Path folder;
    private final LongSupplier nanos;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    /**
     * The mappings of a folder.
     *
     * @param folder {@code mappings}
     */
    public Mappings(Path folder) {
        this(folder, System::nanoTime);
    }

    Mappings(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
    }

    /**
     * Compiles a mapping now, if it is not yet.
     *
     * @throws MappingBroken when it is missing or wrong, naming file and line
     */
    public void require(String name) {
        loaded(name);
    }

    /**
     * Applies a mapping.
     *
     * @param variables by name without {@code $}
     * @throws MappingRefused when the mapping refuses the input ({@code error("…")}) or fails on it; without values
     * @throws MappingBroken when the mapping is missing or wrong
     */
    public JsonNode apply(String name, JsonNode input, Map<String, JsonNode> variables) {
        Expression expression = loaded(name).current();
        try {
            return expression.apply(variables, input);
        } catch (JsltException failed) {
            throw new MappingRefused(reason(name, failed));
        } catch (StackOverflowError deep) {
            throw new MappingRefused(name + ": nested too deeply");
        } catch (RuntimeException failed) {
            throw new MappingRefused(name + ": " + failed.getClass().getSimpleName());
        }
    }

    /** An {@code error("…")} of ours speaks for itself; other messages of JSLT quote the data. */
    private static String reason(String name, JsltException failed) {
        String message = failed.getMessageWithoutLocation();
        return message.startsWith("error: ")
                ? message.substring("error: ".length())
                : name + ": failed at line " + failed.getLine() + ", column " + failed.getColumn();
    }

    private Loaded loaded(String name) {
        return loaded.computeIfAbsent(name, Loaded::new);
    }

    private record Stamp(FileTime modified, long size) {

        static Stamp of(Path file) {
            try {
                return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException missing) {
                return new Stamp(FileTime.fromMillis(0), -1);
            }
        }
    }

    /** One mapping with the files that it was compiled from. */
    private final class Loaded {

        private final String name;
        private Map<Path, Stamp> files = Map.of();
        private long checked;
        private Expression expression;

        Loaded(String name) {
            this.name = name;
            this.checked = nanos.getAsLong();
            this.expression = compile();
        }

        synchronized Expression current() {
            if (nanos.getAsLong() - checked >= CHECK_NANOS) {
                checked = nanos.getAsLong();
                if (files.entrySet().stream()
                        .anyMatch(file -> !Stamp.of(file.getKey()).equals(file.getValue()))) {
                    try {
                        expression = compile();
                    } catch (MappingBroken broken) {
                        LOG.error("{}; the former version stays in use until the file is mended", broken.getMessage());
                    }
                }
            }
            return expression;
        }

        private Expression compile() {
            if (!NAME.matcher(name).matches()) {
                throw new MappingBroken("not a mapping's name: lower-case letters, digits, hyphens and /");
            }
            var read = new HashMap<Path, Stamp>();
            String main = name + ".jslt";
            try (Reader text = open(main, read)) {
                return new Parser(text)
                        .withSource(main)
                        .withFunctions(MappingFunctions.ALL)
                        .withResourceResolver(module -> open(module, read))
                        .withObjectFilter(NO_NULLS)
                        .compile();
            } catch (JsltException wrong) {
                String at = wrong.getSource() == null ? main : wrong.getSource();
                throw new MappingBroken(
                        folder.resolve(at) + ":" + wrong.getLine() + ": " + wrong.getMessageWithoutLocation());
            } catch (IOException impossible) {
                throw new MappingBroken(folder.resolve(main) + ": cannot be read");
            } finally {
                files = read;
            }
        }

        private Reader open(String file, Map<Path, Stamp> read) {
            Path path = folder.resolve(file);
            read.put(path, Stamp.of(path));
            try {
                return new StringReader(Files.readString(path));
            } catch (IOException missing) {
                throw new MappingBroken(path + ": is missing or cannot be read");
            }
        }
    }
}
