package id.go.setneg.dumas.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks an evidence pack offline, without hub, database or library: {@code java -jar dumas-hub.jar verify pack.zip --key
 * keys.json}, or from the source, with a JDK from 22 on: {@code java Verify.java pack.zip --key keys.json}. The key is the hub's public one (a JWK or a set of them),
 * from {@code /api/v1/keys/evidence} and kept apart from the pack. Exit code 0: sound; 1: not, and where; 2: wrong use.
 */
public final class Verify {

    /** The first argument that means this command. */
    public static final String NAME = "verify";

    private static final String JOURNAL = "journal.jsonl";
    private static final String FACTS = ",\"facts\":";

    private final UnpackedZip zip;

    /**
     * What came out.
     *
     * @param where the first place that is not as it was signed: entry and line, or part of the ZIP; empty when sound
     * @param what Indonesian
     */
    public record Verdict(boolean isSound, String where, String what) {}

    private Verify(byte[] pack) {
        this.zip = new UnpackedZip(pack);
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** As from the command line; returns the exit code. */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 3 || !arguments.get(1).equals("--key")) {
            out.println("usage: verify <pack.zip> --key <keys.json>");
            return 2;
        }
        try {
            Verdict verdict =
                    of(Files.readAllBytes(Path.of(arguments.get(0))), Files.readString(Path.of(arguments.get(2))));
            out.println(
                    verdict.isSound()
                            ? "SAH: " + verdict.what()
                            : "TIDAK SAH: " + verdict.where() + ": " + verdict.what());
            return verdict.isSound() ? 0 : 1;
        } catch (IOException unreadable) {
            out.println("Tidak dapat dibaca: " + unreadable.getMessage());
            return 2;
        }
    }

    /** Checks the whole pack, and stops at the first place that is wrong. */
    public static Verdict of(byte[] pack, String keys) {
        try {
            return new Verdict(true, "", new Verify(pack).check(keys));
        } catch (Broken broken) {
            return new Verdict(false, broken.where(), String.valueOf(broken.getMessage()));
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return new Verdict(false, "paket atau kunci", "tidak dapat diperiksa: " + wrong);
        }
    }

    private String check(String keys) throws GeneralSecurityException {
        String kid = checkSignature(keys);
        Map<?, ?> manifest = PlainJson.object(text("manifest.json"));
        checkContents(list(manifest, "entries"));
        zip.checkTheRest();
        String proved = checkJournal(manifest, "");
        for (Object one : list(manifest, "parts")) {
            Map<?, ?> part = (Map<?, ?>) one;
            proved += "; bagian " + part.get("case") + ", " + checkJournal(part, text(part, "folder"));
        }
        return manifest.get("case")
                + (manifest.containsKey("partOf") ? ", bagian dari " + manifest.get("partOf") : "") + ", "
                + zip.contents().size() + " berkas, " + proved + "; dibuat " + manifest.get("madeAt") + " oleh "
                + manifest.get("madeBy") + ", kunci " + kid;
    }

    /** Returns the id of the key that signed. */
    private String checkSignature(String keys) throws GeneralSecurityException {
        for (String name : List.of("manifest.json", "manifest.jws")) {
            Broken.unless(zip.isIntact(name), name, "isi berubah, atau berkas tidak ada");
        }
        String[] parts = text("manifest.jws").split("\\.", -1);
        Broken.unless(parts.length == 3 && parts[1].isEmpty(), "manifest.jws", "bukan JWS tanpa isi");
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        Broken.unless(url.encodeToString(signature).equals(parts[2]), "manifest.jws", "tanda tangan berubah");
        Map<?, ?> header = PlainJson.object(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
        Broken.unless("ES256".equals(header.get("alg")), "manifest.jws", "bukan ES256");
        String kid = String.valueOf(header.get("kid"));
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key(keys, kid));
        check.update((parts[0] + "." + url.encodeToString(bytes("manifest.json"))).getBytes(US_ASCII));
        Broken.unless(check.verify(signature), "manifest.json atau manifest.jws", "tanda tangan tidak cocok");
        return kid;
    }

    private static PublicKey key(String keys, String kid) throws GeneralSecurityException {
        Map<?, ?> read = PlainJson.object(keys);
        List<?> all = read.containsKey("keys") ? list(read, "keys") : List.of(read);
        for (Object one : all) {
            Map<?, ?> jwk = (Map<?, ?>) one;
            if (kid.equals(jwk.get("kid"))) {
                AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp256r1"));
                var point = new ECPoint(number(text(jwk, "x")), number(text(jwk, "y")));
                return KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
            }
        }
        throw new Broken("manifest.jws", "ditandatangani dengan kunci lain: " + kid);
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }

    private void checkContents(List<?> entries) throws GeneralSecurityException {
        List<String> signed = new ArrayList<>(List.of("manifest.json", "manifest.jws"));
        for (Object one : entries) {
            Map<?, ?> entry = (Map<?, ?>) one;
            String name = String.valueOf(entry.get("name"));
            byte[] content = bytes(name);
            signed.add(name);
            if (!hex(sha256(content)).equals(entry.get("sha256"))) {
                throw new Broken(name + line(content, list(entry, "lines")), "isi berubah");
            }
        }
        zip.contents().keySet().forEach(name -> Broken.unless(signed.contains(name), name, "tidak ada dalam manifest"));
    }

    private static String line(byte[] content, List<?> lines) throws GeneralSecurityException {
        String[] now = new String(content, ISO_8859_1).split("\n", -1);
        for (int i = 0; i < now.length; i++) {
            String hash = hex(sha256(now[i].getBytes(ISO_8859_1)));
            if (i >= lines.size() || !hash.substring(0, 8).equals(lines.get(i))) {
                return ", baris " + (i + 1);
            }
        }
        return ", baris " + (now.length + 1);
    }

    /** Recomputes the chain of one case from the first fact to the head; returns what is proved. */
    private String checkJournal(Map<?, ?> about, String folder) throws GeneralSecurityException {
        UUID caseId = UUID.fromString(String.valueOf(about.get("caseId")));
        String name = folder + JOURNAL;
        byte[] previous = new byte[32];
        int seq = 0;
        for (String line : text(name).split("\n", -1)) {
            if (!line.isEmpty()) {
                seq++;
                String where = name + ", baris " + seq + " (seq " + seq + ")";
                Map<?, ?> fact = PlainJson.object(line);
                Broken.unless(Long.valueOf(seq).equals(fact.get("seq")), where, "nomor urut tidak bersambung");
                Broken.unless(
                        hex(previous).equals(fact.get("previous")), where, "tidak bersambung dengan fakta sebelumnya");
                previous = hash(caseId, seq, fact, previous);
                Broken.unless(hex(previous).equals(fact.get("hash")), where, "hash tidak cocok");
                checkFacts(folder + "case-key.json", line, fact, where);
            }
        }
        Map<?, ?> journal = part(about, "journal");
        Broken.unless(Long.valueOf(seq).equals(journal.get("entries")), name, "jumlah fakta tidak cocok");
        Broken.unless(hex(previous).equals(journal.get("head")), name, "kepala rantai tidak cocok");
        return "jurnal " + seq + " fakta, kepala rantai " + journal.get("head") + ", isi fakta "
                + (zip.contents().containsKey(folder + "case-key.json")
                        ? "dibuktikan dengan kunci berkas"
                        : "dinyatakan oleh tanda tangan hub");
    }

    private static byte[] hash(UUID caseId, int seq, Map<?, ?> fact, byte[] previous) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Instant at = OffsetDateTime.parse(text(fact, "at")).toInstant();
        digest.update(ByteBuffer.allocate(28)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putInt(seq)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .flip());
        for (byte[] part : List.of(
                text(fact, "event").getBytes(UTF_8),
                text(fact, "actor").getBytes(UTF_8),
                text(fact, "because").getBytes(UTF_8),
                Base64.getDecoder().decode(text(fact, "sealedFacts")),
                previous)) {
            digest.update(ByteBuffer.allocate(4).putInt(0, part.length));
            digest.update(part);
        }
        return digest.digest();
    }

    /** With the key of the case: whether what people read is what was sealed when the fact was written. */
    private void checkFacts(String keyName, String line, Map<?, ?> fact, String where) throws GeneralSecurityException {
        if (zip.contents().containsKey(keyName)) {
            Map<?, ?> key = PlainJson.object(text(keyName));
            byte[] sealed = Base64.getDecoder().decode(text(fact, "sealedFacts"));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(Base64.getDecoder().decode(text(key, "key")), "AES"),
                    new GCMParameterSpec(128, sealed, 0, 12));
            cipher.updateAAD("journal.sealed_facts".getBytes(US_ASCII));
            byte[] opened = cipher.doFinal(sealed, 12, sealed.length - 12);
            String shown = line.substring(line.indexOf(FACTS) + FACTS.length(), line.length() - 1);
            Broken.unless(new String(opened, UTF_8).equals(shown), where, "isi fakta bukan yang disegel");
        }
    }

    private String text(String entry) {
        return new String(bytes(entry), UTF_8);
    }

    private byte[] bytes(String entry) {
        byte[] content = zip.contents().get(entry);
        if (content == null) {
            throw new Broken(entry, "berkas tidak ada");
        }
        return content;
    }

    private static Map<?, ?> part(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static List<?> list(Map<?, ?> object, String name) {
        return object.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> object, String name) {
        return String.valueOf(object.get(name));
    }

    private static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
