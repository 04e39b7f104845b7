package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LAPOR! generation 3 behind the national gateway, as clients meet it: see {@link Quirk}. */
final class LaporServer implements AutoCloseable {

    static final String BASE = "/lapor/3.0.0";
    /** The institution id of the Ministry of State Secretariat. */
    static final String SETNEG = "151";

    private static final Pattern ONE =
            Pattern.compile("(GET|POST) /complaints/(?:process/)?(\\d+)/(complaint|followups|reject)");
    private static final Pattern REFERENCE = Pattern.compile("\\(Ref\\. ([0-9A-Za-z-]{8})\\)\\s*$");

    /**
     * A follow-up that was stored.
     *
     * @param reference the first characters of the hub's delivery id at the end of the content; the follow-up's own id
     *     where there is none
     */
    record FollowUp(String id, String complaint, String reference, String content, Instant at, Multipart form) {}

    private final String gatewayKey;
    private final String clientToken;
    private final Clock clock;
    private final int firstId;
    private final Quirks quirks;
    private final Shelf shelf;
    private final LaporWriter writer;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final Tally followed = new Tally();
    private final Loopback web;

    /** @param firstId ids up to this belong to earlier runs; follow-ups for them are taken */
    LaporServer(int port, String gatewayKey, String clientToken, Clock clock, long seed, int firstId) {
        this.gatewayKey = gatewayKey;
        this.clientToken = clientToken;
        this.clock = clock;
        this.firstId = firstId;
        quirks = new Quirks(seed);
        shelf = new Shelf(clock);
        writer = new LaporWriter(quirks);
        web = new Loopback(port, this::answer);
    }

    String url() {
        return web.url(BASE);
    }

    Loopback web() {
        return web;
    }

    Quirks quirks() {
        return quirks;
    }

    /** Files a report, or a new version of one. */
    void put(Input.Report report) {
        shelf.put(report.reference(), report.record());
    }

    /** Changes a report as its author or an administrator does; false when there is none such. */
    boolean change(String id, UnaryOperator<ObjectNode> change) {
        Optional<Shelf.Item> item = shelf.find(id);
        item.ifPresent(found -> shelf.put(id, change.apply(found.record().deepCopy())));
        return item.isPresent();
    }

    /** Deletes a report, so that nobody finds it any more; false when there is none such. */
    boolean delete(String id) {
        return shelf.remove(id);
    }

    /** Hides a report from our inbox: it is not listed, and its detail is refused. */
    void hide(String id) {
        hidden.add(id);
    }

    Set<String> references() {
        return shelf.references();
    }

    synchronized List<FollowUp> followUps() {
        return List.copyOf(followUps);
    }

    /** Counts by the hub's delivery reference; LAPOR! recognises no repetition. */
    Tally followed() {
        return followed;
    }

    private void answer(Call call) throws IOException {
        if (!("Bearer " + gatewayKey).equals(call.header("Authorization"))) {
            writer.fault(call, 401, 900901, "Invalid Credentials");
        } else if (!clientToken.equals(call.header("token"))) {
            writer.refuse(call, 401, "Token klien tidak valid");
        } else if (!call.isGet() || !writer.hiccup(call)) {
            dispatch(call);
        }
    }

    private void dispatch(Call call) throws IOException {
        String line = call.line(BASE);
        Matcher one = ONE.matcher(line);
        if (line.equals("GET /complaints")) {
            list(call);
        } else if (line.equals("POST /complaints/followup/add")) {
            follow(call);
        } else if (line.equals("GET /masters/institutions/external")) {
            institutions(call);
        } else if (one.matches() && line.endsWith("/followups") && isKnown(one.group(2))) {
            followUps(call, one.group(2)); // also of a report of an earlier run, whose follow-ups are forgotten
        } else if (one.matches() && shelf.find(one.group(2)).isPresent()) {
            Shelf.Item item = shelf.find(one.group(2)).orElseThrow();
            switch (one.group(1) + " " + one.group(3)) {
                case "GET complaint" -> {
                    if (hidden.contains(item.reference())) {
                        writer.refuse(call, 403, "Laporan tidak dapat ditampilkan");
                    } else {
                        writer.success(call, writer.detail(item));
                    }
                }
                case "POST reject" -> reject(call, item);
                default -> writer.refuse(call, 405, "Metode tidak diizinkan");
            }
        } else {
            writer.refuse(call, 404, "Data tidak ditemukan");
        }
    }

    private void list(Call call) throws IOException {
        int page = call.number("page", 1);
        int size = Math.min(call.number("page_size", 20), 100);
        Instant since;
        try {
            String text = call.query("updated_since");
            since = text == null ? Instant.EPOCH : Wib.parse(text, Wib.SINCE);
        } catch (DateTimeParseException e) {
            writer.refuse(call, 422, "updated_since tidak valid");
            return;
        }
        if (page > 1 && quirks.shows(Quirk.SHIFTING_PAGES)) {
            shelf.page(since, 1, 1).forEach(item -> shelf.put(item.reference(), item.record()));
        }
        List<Shelf.Item> items = shelf.page(since, page, size);
        boolean more = !shelf.page(since, page + 1, size).isEmpty();
        if (items.size() > 1 && quirks.shows(Quirk.CUT_LISTING)) {
            items = items.subList(0, items.size() / 2);
            more = false;
        }
        ObjectNode results = Json.object();
        var data = results.putArray("data");
        String ours = call.query("disposition_id");
        for (Shelf.Item item : items) {
            boolean isOurs = ours == null
                    || ours.equals(item.record().path("disposition_id").asText());
            if (isOurs && !hidden.contains(item.reference())) {
                data.add(writer.report(item));
            }
        }
        String next = web.url(BASE) + "/complaints?disposition_id=" + (ours == null ? "" : ours) + "&updated_since="
                + Wib.at(since).format(Wib.SINCE).replace(" ", "%20") + "&page_size=" + size + "&page=" + (page + 1);
        writer.success(call, results.put("next_page_url", more ? next : null));
    }

    private synchronized void followUps(Call call, String complaint) throws IOException {
        int page = call.number("page", 1);
        int size = 10;
        List<FollowUp> all = followUps.stream()
                .filter(one -> one.complaint().equals(complaint))
                .toList();
        ObjectNode results = Json.object();
        var data = results.putArray("data");
        all.stream().skip((page - 1L) * size).limit(size).forEach(one -> data.add(writer.followUp(one)));
        String next = web.url(BASE) + "/complaints/" + complaint + "/followups?page=" + (page + 1);
        writer.success(call, results.put("next_page_url", all.size() > page * size ? next : null));
    }

    private void follow(Call call) throws IOException {
        if (quirks.shows(Quirk.TOO_MANY_FOLLOW_UPS)) {
            call.body();
            writer.refuse(call.with("Retry-After", "1"), 429, "Terlalu banyak permintaan");
            return;
        }
        Multipart form = Multipart.parse(call.header("Content-Type"), call.body());
        String wrong = form == null ? "Bukan multipart/form-data" : wrong(form);
        if (form == null || !wrong.isEmpty()) {
            writer.refuse(call, 422, wrong);
        } else if (!isKnown(form.field("complaint_id"))) {
            writer.refuse(call, 404, "Data tidak ditemukan");
        } else {
            FollowUp stored = store(form);
            if (quirks.shows(Quirk.FOLLOW_UP_ANSWERED_IN_HTML)) {
                writer.html(call);
            } else if (quirks.shows(Quirk.FOLLOW_UP_UNANSWERED)) {
                call.drop();
            } else {
                ObjectNode results = Json.object();
                results.putObject("data").put("id", stored.id());
                writer.success(call, results);
            }
        }
    }

    private static String wrong(Multipart form) {
        int length =
                form.field("content").codePointCount(0, form.field("content").length());
        if (length == 0 || length > 1000) {
            return "content wajib diisi, maksimal 1000 karakter";
        }
        if (!form.field("complaint_id").matches("\\d+") || form.field("user_id").isEmpty()) {
            return "complaint_id dan user_id wajib diisi";
        }
        if (!form.field("is_secret").matches("[01]?")) {
            return "is_secret harus 0 atau 1";
        }
        boolean heavy = form.files().stream().anyMatch(size -> size > 5 * 1024 * 1024);
        return heavy || form.files().size() > 5 ? "attachment maksimal 5 berkas, masing-masing 5 MB" : "";
    }

    private boolean isKnown(String id) {
        return shelf.find(id).isPresent() || (id.length() <= 9 && Integer.parseInt(id) <= firstId);
    }

    private synchronized FollowUp store(Multipart form) {
        String id = 5_000_001 + followUps.size() + "";
        String content = form.field("content");
        Matcher reference = REFERENCE.matcher(content);
        String name = reference.find() ? reference.group(1) : id;
        var stored = new FollowUp(id, form.field("complaint_id"), name, content, clock.instant(), form);
        followUps.add(stored);
        followed.act(name);
        boolean waiting = shelf.find(stored.complaint())
                .map(item -> item.record().path("status_name").asText().equals("Belum Terverifikasi"))
                .orElse(false);
        if (waiting) {
            change(stored.complaint(), record -> record.put("status_code", "2").put("status_name", "Dalam Proses"));
        }
        return stored;
    }

    private void reject(Call call, Shelf.Item item) throws IOException {
        JsonNode request = call.json();
        if (Json.text(request, "reason") == null || Json.text(request, "reason_description") == null) {
            writer.refuse(call, 422, "reason dan reason_description wajib diisi");
            return;
        }
        change(
                item.reference(),
                record -> record.put("disposition_id", request.path("reason").asText())
                        .put(
                                "disposition_name",
                                "Instansi " + request.path("reason").asText()));
        writer.success(call, Json.object());
    }

    /** 300 institutions; a page smaller than that cuts the list without a word. */
    private void institutions(Call call) throws IOException {
        ObjectNode results = Json.object();
        var data = results.putArray("data");
        data.addObject().put("id", SETNEG).put("name", "Kementerian Sekretariat Negara");
        data.addObject().put("id", "12").put("name", "Kementerian Agraria dan Tata Ruang/BPN");
        data.addObject().put("id", "23").put("name", "Kementerian Ketenagakerjaan");
        data.addObject().put("id", "27").put("name", "Kementerian Sosial");
        for (int i = data.size(); i < Math.min(300, call.number("page_size", 100)); i++) {
            data.addObject().put("id", 1000 + i + "").put("name", "Pemerintah Kabupaten Contoh " + i);
        }
        writer.success(call, results);
    }

    @Override
    public void close() {
        web.close();
    }
}
