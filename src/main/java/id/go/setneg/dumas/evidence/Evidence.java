package id.go.setneg.dumas.evidence;

import static id.go.setneg.dumas.evidence.CaseContents.JSON;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.CaseKeys;
import id.go.setneg.dumas.ledger.DataKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Packs of one case for who must be convinced without the hub: a ZIP with the journal, all that came and went, and a signed
 * list of it; {@link Verify} checks it. What is in it and what it proves: {@code src/docs/evidence.md}.
 */
public final class Evidence {

    private static final String FORMAT = "dumas-evidence-1";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate atOnce;
    private final CaseKeys keys;
    private final Attachments attachments;
    private final SigningKey signing;
    private final Clock clock;

    /** What there is of one case. */
    private record Gathered(
            CaseReader.Row row, String folder, CaseContents contents, boolean isOpened, List<CaseReader.Files> files) {}

    Evidence(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CaseKeys keys,
            Attachments attachments,
            SigningKey signing,
            Clock clock) {
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setReadOnly(true);
        this.atOnce.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.keys = keys;
        this.attachments = attachments;
        this.signing = signing;
        this.clock = clock;
    }

    /** The public keys by which packs are checked, as a JWK set. */
    public String publicKeys() {
        return signing.publicKeys();
    }

    /** The cases that are part of a case, whose contents are in its pack too. */
    public List<CaseNumber> parts(CaseNumber number) {
        return CaseReader.family(jdbc, number).stream()
                .skip(1)
                .map(CaseReader.Row::number)
                .toList();
    }

    /**
     * The pack of a case as it stands, with all that are part of it; none when there is no such case. A case whose key was destroyed has its journal and
     * everything that was never sealed.
     *
     * @param by who asks for it
     * @param withKey whether the key of each case is in it, which proves that the facts that people read are the sealed ones
     */
    public Optional<byte[]> of(CaseNumber number, String by, boolean withKey) {
        var entries = new CaseContents();
        List<Gathered> all = Objects.requireNonNull(atOnce.execute(status -> CaseReader.family(jdbc, number).stream()
                .map(row -> gather(entries, row, number, withKey))
                .toList()));
        for (Gathered one : all) {
            ArrayNode listed = JSON.createArrayNode();
            one.files().forEach(files -> list(files, listed));
            one.contents().add("attachments.json", listed);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(signed(entries, all, by));
    }

    private Gathered gather(CaseContents entries, CaseReader.Row row, CaseNumber asked, boolean withKey) {
        String folder = row.number().equals(asked) ? "" : "parts/" + row.number() + "/";
        CaseContents contents = entries.in(folder);
        DataKey key = keys.of(Set.of(row.id())).get(row.id());
        var reader = new CaseReader(jdbc, contents, row.id(), key);
        reader.readJournal();
        List<CaseReader.Files> files = reader.readSubmissions();
        reader.readDeliveries();
        reader.readCorrespondence();
        if (withKey) {
            keys.disclose(row.id())
                    .ifPresent(bytes -> contents.add(
                            "case-key.json",
                            JSON.createObjectNode()
                                    .put("algorithm", "AES-256-GCM")
                                    .put("key", Base64.getEncoder().encodeToString(bytes))));
        }
        return new Gathered(row, folder, contents, key != null, files);
    }

    private void list(CaseReader.Files files, ArrayNode listed) {
        for (JsonNode file : files.attachments()) {
            String ticket = file.path("content").textValue();
            ObjectNode one = listed.addObject()
                    .put("submission", files.submission().toString())
                    .put("name", file.path("name").asText());
            CaseContents.put(one, "mediaType", file.path("mediaType").textValue());
            if (file.path("size").isNumber()) {
                one.put("size", file.path("size").asLong());
            }
            CaseContents.put(one, "missing", file.path("missing").textValue());
            if (ticket != null) {
                one.put("address", ticket.substring(0, Math.max(0, ticket.indexOf('.'))));
                CaseContents.put(one, "sha256", hashOf(ticket));
            }
        }
    }

    /** Of the file's own bytes, so that whoever holds the file can compare; none when it cannot be read any more. */
    private @Nullable String hashOf(String ticket) {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(attachments.read(ticket), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return CaseReader.hex(digest.digest());
        } catch (IOException unreadable) {
            return null;
        }
    }

    private byte[] signed(CaseContents contents, List<Gathered> all, String by) {
        SortedMap<String, byte[]> entries = contents.entries();
        contents.add("BACA-SAYA.txt", Words.README.getBytes(UTF_8));
        ObjectNode manifest = JSON.createObjectNode().put("format", FORMAT);
        describe(all.getFirst(), manifest);
        manifest.put(
                        "madeAt",
                        OffsetDateTime.now(clock)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString())
                .put("madeBy", by)
                .put("hash", "SHA-256")
                .put("signature", "ES256")
                .put("kid", signing.id());
        ArrayNode parts = manifest.putArray("parts");
        all.stream().skip(1).forEach(part -> describe(part, parts.addObject().put("folder", part.folder())));
        ArrayNode listed = manifest.putArray("entries");
        entries.forEach((name, content) -> listed.add(entry(name, content)));
        byte[] signable = CaseContents.pretty(manifest);
        contents.add("manifest.json", signable);
        contents.add("manifest.jws", signing.sign(signable).getBytes(UTF_8));
        return StrictZip.of(entries);
    }

    private static void describe(Gathered one, ObjectNode in) {
        CaseReader.Row row = one.row();
        in.put("case", row.number().toString()).put("caseId", row.id().toString());
        CaseContents.put(in, "partOf", row.partOf());
        in.put("state", row.state())
                .put(
                        "openedAt",
                        row.openedAt().withOffsetSameInstant(ZoneOffset.UTC).toString())
                .put("opened", one.isOpened());
        in.putObject("journal").put("entries", row.version()).put("head", CaseReader.hex(row.head()));
    }

    private static ObjectNode entry(String name, byte[] content) {
        ObjectNode entry = JSON.createObjectNode()
                .put("name", name)
                .put("size", content.length)
                .put("sha256", CaseReader.hex(sha256().digest(content)));
        ArrayNode lines = entry.putArray("lines"); // so that who finds a change can say where
        for (String line : new String(content, ISO_8859_1).split("\n", -1)) {
            lines.add(CaseReader.hex(sha256().digest(line.getBytes(ISO_8859_1))).substring(0, 8));
        }
        return entry;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
