package id.go.setneg.dumas.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Complaint.NamedAgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All agencies that the hub knows, from {@code mappings/agencies/directory.json} (schema
 * {@code agency-directory.schema.json}). Immutable.
 */
public final class Directory {

    private static final String LAPOR = "laporInstitution";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(AgencyCode.class, new CodeFromText()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<AgencyCode, Agency> byCode = new LinkedHashMap<>();
    private final Map<String, AgencyCode> byName = new HashMap<>();
    private final Map<String, AgencyCode> byLapor = new HashMap<>();
    private final Map<String, AgencyCode> byDomain = new HashMap<>();
    private final Map<String, AgencyCode> byWords = new HashMap<>();
    private final Regions regions;

    private Directory(List<Agency> agencies, List<String> problems) {
        for (Agency agency : agencies) {
            if (byCode.putIfAbsent(agency.code(), agency) != null) {
                problems.add(agency.code() + ": the code is there twice");
            }
            agency.names().stream()
                    .flatMap(name -> Stream.concat(Stream.of(name.name()), name.aliases().stream()))
                    .map(Directory::plain)
                    .distinct()
                    .forEach(name -> claim(byName, name, agency, problems));
            agency.names().stream()
                    .flatMap(name -> Stream.concat(Stream.of(name.name()), name.aliases().stream()))
                    .forEach(name -> byWords.putIfAbsent(words(name), agency.code()));
            domains(agency).forEach(domain -> byDomain.putIfAbsent(domain, agency.code()));
            String lapor = agency.crosswalk().get(LAPOR);
            if (lapor != null) {
                claim(byLapor, lapor, agency, problems);
            }
        }
        agencies.forEach(agency -> check(agency, problems));
        regions = new Regions(agencies);
    }

    /**
     * Reads the directory.
     *
     * @throws IllegalStateException naming the file and all problems
     */
    public static Directory read(Path file) {
        var problems = new ArrayList<String>();
        var agencies = new ArrayList<Agency>();
        try {
            for (JsonNode entry : JSON.readTree(Files.readAllBytes(file)).path("agencies")) {
                try {
                    agencies.add(JSON.treeToValue(entry, Agency.class));
                } catch (JsonProcessingException | IllegalArgumentException wrong) {
                    problems.add(entry.path("code").asText("?") + ": " + wrong.getMessage());
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + ": cannot be read as JSON: " + unreadable.getMessage(), unreadable);
        }
        if (agencies.isEmpty() && problems.isEmpty()) {
            problems.add("no agencies");
        }
        var directory = new Directory(agencies, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join(
                    "\n",
                    problems.stream().map(problem -> file + ": " + problem).toList()));
        }
        return directory;
    }

    /** All agencies in the order of the file. */
    public List<Agency> agencies() {
        return List.copyOf(byCode.values());
    }

    /** The agency of a code, also one that has a successor. */
    public Optional<Agency> find(AgencyCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The agency that a record means: by the institution id of LAPOR!, by any of its present or former names or their
     * aliases, or by our code. Names are compared without regard to case, punctuation and spaces. One that was taken over is
     * followed to its present successor.
     */
    public Optional<Agency> resolve(NamedAgency named) {
        AgencyCode code = switch (named.scheme()) {
            case LAPOR -> byLapor.get(named.value().strip());
            case NAME -> byName.get(plain(named.value()));
            case HUB -> ours(named.value());
        };
        return Optional.ofNullable(code).flatMap(this::present);
    }

    /**
     * The agency that a text speaks of, such as {@code Kantor Pertanahan Kabupaten Contoh}: one of whose names or aliases
     * stands in it as whole words, the longest one.
     */
    public Optional<Agency> within(@Nullable String text) {
        String words = words(text == null ? "" : text);
        return byWords.keySet().stream()
                .filter(name -> name.length() <= words.length() && words.contains(name))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(byWords::get)
                .flatMap(this::present);
    }

    /** The government of a province, by name or code. */
    public Optional<Agency> province(@Nullable String province) {
        return regions.province(province).flatMap(this::present);
    }

    /** The government of a regency or city, by name (with {@code Kabupaten} or {@code Kota}) or code. */
    public Optional<Agency> regency(@Nullable String regency) {
        return regions.regency(regency).flatMap(this::present);
    }

    /** Who examines wrongdoing in an agency: its inspectorate, else the body above it. */
    public Optional<Agency> overseer(Agency agency) {
        return Stream.of(agency.inspectorate(), agency.parent())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(this::present);
    }

    /** The agency that a mail address belongs to, by the domain of its public address or website. */
    public Optional<Agency> ofAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        while (!domain.isEmpty()) {
            AgencyCode code = byDomain.get(domain);
            if (code != null) {
                return present(code);
            }
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return Optional.empty();
    }

    /** The agency that now has the duties of a code: itself or its last successor. */
    public Optional<Agency> present(AgencyCode code) {
        Agency agency = byCode.get(code);
        while (agency != null && agency.successor() != null) {
            agency = byCode.get(agency.successor());
        }
        return Optional.ofNullable(agency);
    }

    private @Nullable AgencyCode ours(String code) {
        return byCode.keySet().stream()
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static void claim(Map<String, AgencyCode> names, String name, Agency agency, List<String> problems) {
        AgencyCode other = names.putIfAbsent(name, agency.code());
        if (other != null && !other.equals(agency.code())) {
            problems.add(agency.code() + ": '" + name + "' also means " + other);
        }
    }

    private static Stream<String> domains(Agency agency) {
        Agency.Contact contact = agency.contact();
        return contact == null
                ? Stream.empty()
                : Stream.of(contact.email(), contact.website())
                        .filter(Objects::nonNull)
                        .map(each -> each.toLowerCase(Locale.ROOT)
                                .replaceFirst("^.*@", "")
                                .replaceFirst("^https?://(www\\.)?", "")
                                .replaceFirst("/.*$", ""));
    }

    private void check(Agency agency, List<String> problems) {
        Stream.of(agency.parent(), agency.inspectorate(), agency.successor())
                .filter(Objects::nonNull)
                .filter(other -> !byCode.containsKey(other))
                .forEach(other -> problems.add(agency.code() + ": names " + other + ", which is not in the directory"));
        if (agency.names().getFirst().until() != null && agency.successor() == null) {
            problems.add(agency.code() + ": its newest name has ended and it has no successor");
        }
        for (var name : agency.names()) {
            if (name.from() != null && name.until() != null && name.until().isBefore(name.from())) {
                problems.add(agency.code() + ": '" + name.name() + "' ends before it begins");
            }
        }
        circle(agency, agency.successor(), true, problems);
        circle(agency, agency.parent(), false, problems);
    }

    private void circle(Agency start, @Nullable AgencyCode next, boolean successors, List<String> problems) {
        var seen = new HashSet<AgencyCode>();
        while (next != null && seen.add(next)) {
            if (next.equals(start.code())) {
                problems.add(start.code() + ": is its own " + (successors ? "successor" : "parent"));
                return;
            }
            Agency agency = byCode.get(next);
            next = agency == null ? null : successors ? agency.successor() : agency.parent();
        }
    }

    /** Letters and digits only, lower case: {@code Kementerian ATR/BPN} is {@code kementerianatrbpn}. */
    private static String plain(String name) {
        var plain = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Words in lower case, a blank before, between and after them. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                        .strip() + " ";
    }

    private static final class CodeFromText extends FromStringDeserializer<AgencyCode> {

        CodeFromText() {
            super(AgencyCode.class);
        }

        @Override
        protected AgencyCode _deserialize(String text, DeserializationContext context) {
            return new AgencyCode(text);
        }
    }
}
