package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The correspondence office: lists letters, gives agenda numbers, takes follow-ups (plain assumed HTTP API of SPDE). */
final class SpdeServer implements AutoCloseable {

    static final String BASE = "/spde/api/v1";

    /** What the hub had registered: its case number, the agenda entry it was given, and the request as sent. */
    record Registration(String key, String caseNumber, String agenda, JsonNode request) {}

    /** A status that the hub reported to the office. */
    record FollowUp(String key, String id, String agenda, JsonNode request) {}

    /**
     * What the office received from the hub.
     *
     * @param registered counts by case number, repetitions by idempotency key
     * @param followed counts by delivery id, repetitions by idempotency key
     */
    record Received(List<Registration> registrations, List<FollowUp> followUps, Tally registered, Tally followed) {}

    private final Set<String> exported = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final String token;
    private final Clock clock;
    private final Duration officerDelay;
    private final ScheduledExecutorService officer;
    private final int firstNumber;
    private final Shelf shelf;
    private final Map<String, Registration> registrations = new HashMap<>();
    private final Map<String, FollowUp> followUps = new HashMap<>();
    private final Tally registered = new Tally();
    private final Tally followed = new Tally();
    private final Loopback web;

    /**
     * @param officer disposes what the hub registers, some time after it was registered
     * @param firstNumber agenda numbers for the hub's registrations start after this
     */
    SpdeServer(
            int port,
            String token,
            Clock clock,
            Duration officerDelay,
            ScheduledExecutorService officer,
            int firstNumber) {
        this.token = token;
        this.clock = clock;
        this.officerDelay = officerDelay;
        this.officer = officer;
        this.firstNumber = firstNumber;
        shelf = new Shelf(clock);
        web = new Loopback(port, this::answer);
    }

    String url() {
        return web.url(BASE);
    }

    Loopback web() {
        return web;
    }

    /** Enters a letter, or a correction of one. */
    void put(Input.Letter letter) {
        shelf.put(letter.reference(), letter.record());
    }

    /** The Deputy directs that a waiting letter is followed up; false when there is none such. */
    boolean direct(String reference) {
        Optional<Shelf.Item> item = shelf.find(reference);
        item.ifPresent(found -> shelf.put(reference, Officer.directed(found.record(), Wib.day(clock.instant()))));
        return item.isPresent();
    }

    Set<String> references() {
        return shelf.references();
    }

    synchronized Received received() {
        return new Received(List.copyOf(registrations.values()), List.copyOf(followUps.values()), registered, followed);
    }

    private void answer(Call call) throws IOException {
        if (!("Bearer " + token).equals(call.header("Authorization"))) {
            call.problem(401, "Token tidak berlaku");
            return;
        }
        if (call.line(BASE).startsWith("GET /berkas/")) {
            file(call, call.line(BASE).substring("GET /berkas/".length()));
            return;
        }
        switch (call.line(BASE)) {
            case "GET /surat" -> list(call);
            case "POST /surat" -> register(call);
            case "POST /tindak-lanjut" -> follow(call);
            default -> call.problem(404, "Tidak ditemukan");
        }
    }

    private void list(Call call) throws IOException {
        try {
            String since = call.query("diubahSejak");
            var from = OffsetDateTime.parse(since == null ? "1970-01-01T00:00:00Z" : since)
                    .toInstant();
            int page = call.number("halaman", 1);
            int size = call.number("ukuran", 50);
            ObjectNode answer = Json.object();
            var data = answer.putArray("data");
            List<Shelf.Item> items = shelf.page(from, page, size);
            items.forEach(item -> data.add(item.record().deepCopy().put("diubahPada", Wib.iso(item.changed()))));
            boolean more = !shelf.page(from, page + 1, size).isEmpty();
            answer.set("halamanBerikut", more ? answer.numberNode(page + 1) : answer.nullNode());
            call.validated("application/json", answer.toString().getBytes(StandardCharsets.UTF_8));
        } catch (DateTimeParseException e) {
            call.problem(400, "diubahSejak bukan waktu ISO 8601");
        }
    }

    /** A scan; every seventh breaks the connection the first time, as a bad line does. */
    private void file(Call call, String id) throws IOException {
        if (!id.matches("scan-\\d+")) {
            call.problem(404, "Tidak ditemukan");
        } else if (Integer.parseInt(id.substring(5)) % 7 == 0 && broken.add(id)) {
            call.drop();
        } else {
            call.validated("application/pdf", Pdf.of("Pindaian surat " + id));
        }
    }

    private synchronized void register(Call call) throws IOException {
        JsonNode request = call.json();
        String key = call.header("Idempotency-Key");
        List<String> missing = missing(request, "nomorRujukan", "kanal", "tanggalTerima", "kepada", "perihal", "sifat");
        if (key == null || !missing.isEmpty()) {
            call.problem(422, "Wajib diisi: " + (key == null ? "Idempotency-Key" : missing));
            return;
        }
        Registration known = registrations.get(key);
        String caseNumber = request.path("nomorRujukan").asText();
        if (known != null) {
            registered.repeat(key);
            call.json(200, Officer.agenda(known.agenda()));
        } else if (registered.acted().containsKey(caseNumber)) {
            call.problem(409, "Nomor rujukan sudah diagendakan");
        } else {
            int year = Wib.day(clock.instant()).getYear();
            int number = firstNumber + registrations.size() + 1;
            String agenda =
                    "%s/%d/%06d".formatted(Officer.book(request.path("kepada").asText()), year, number);
            registrations.put(key, new Registration(key, caseNumber, agenda, request));
            registered.act(caseNumber);
            officer.schedule(() -> dispose(agenda, request), officerDelay.toMillis(), TimeUnit.MILLISECONDS);
            call.json(201, Officer.agenda(agenda));
        }
    }

    private void dispose(String agenda, JsonNode request) {
        shelf.put(agenda, Officer.disposed(agenda, request, Wib.day(clock.instant())));
    }

    private synchronized void follow(Call call) throws IOException {
        JsonNode request = call.json();
        String key = call.header("Idempotency-Key");
        List<String> missing =
                missing(request, "id", "nomorRujukan", "bukuAgenda", "tahunAgenda", "nomorAgenda", "status", "tanggal");
        if (key == null || !missing.isEmpty()) {
            call.problem(422, "Wajib diisi: " + (key == null ? "Idempotency-Key" : missing));
            return;
        }
        String agenda = request.path("bukuAgenda").asText() + "/"
                + request.path("tahunAgenda").asText() + "/"
                + request.path("nomorAgenda").asText();
        String id = request.path("id").asText();
        if (followUps.containsKey(key)) {
            followed.repeat(key);
            call.json(200, Json.object().put("id", id));
        } else if (isKnown(agenda)) {
            followUps.put(key, new FollowUp(key, id, agenda, request));
            followed.act(id);
            call.json(201, Json.object().put("id", id));
        } else {
            call.problem(404, "Nomor agenda tidak dikenal");
        }
    }

    /** An agenda entry that the office hands over as an export, not over the API. */
    void export(String agenda) {
        exported.add(agenda);
    }

    private boolean isKnown(String agenda) {
        return shelf.find(agenda).isPresent()
                || exported.contains(agenda)
                || registrations.values().stream().anyMatch(one -> one.agenda().equals(agenda))
                || Numbers.ofAFormerRun(agenda, firstNumber);
    }

    private static List<String> missing(JsonNode request, String... fields) {
        var missing = new ArrayList<String>();
        for (String field : fields) {
            if (Json.text(request, field) == null) {
                missing.add(field);
            }
        }
        return missing;
    }

    @Override
    public void close() {
        web.close();
        officer.shutdownNow();
    }
}
