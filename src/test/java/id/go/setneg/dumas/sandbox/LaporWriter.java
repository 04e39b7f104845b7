package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes LAPOR!'s answers, with its quirks. */
final class LaporWriter {

    private static final List<String> NUMBERS = List.of("id", "disposition_id", "category_id", "location_id");
    private static final List<String> FLAGS = List.of("is_anonymous", "is_secret", "is_priority");
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>LAPOR!</title></head><body>Situs dalam pemeliharaan</body></html>";

    private final Quirks quirks;

    LaporWriter(Quirks quirks) {
        this.quirks = quirks;
    }

    /** Answers a reading wrongly when its turn has come; every quirk counts every reading. */
    boolean hiccup(Call call) throws IOException {
        boolean gateway401 = quirks.shows(Quirk.GATEWAY_401);
        boolean lapor401 = quirks.shows(Quirk.LAPOR_401);
        boolean fault = quirks.shows(Quirk.GATEWAY_FAULT);
        boolean tooMany = quirks.shows(Quirk.TOO_MANY_READINGS);
        boolean html = quirks.shows(Quirk.HTML_WITH_200);
        boolean missing = quirks.shows(Quirk.MISSING_RESULTS);
        if (gateway401) {
            fault(call, 401, 900901, "Invalid Credentials");
        } else if (lapor401) {
            refuse(call, 401, "Token klien kedaluwarsa");
        } else if (fault) {
            fault(call, 503, 303001, "Currently , Address endpoint is in suspended state");
        } else if (tooMany) {
            refuse(call.with("Retry-After", "1"), 429, "Terlalu banyak permintaan");
        } else if (html) {
            html(call);
        } else if (missing) {
            call.json(200, Json.object().put("status", 200).put("message", "Data tidak tersedia"));
        } else {
            return false;
        }
        return true;
    }

    /** The gateway's own error. */
    void fault(Call call, int status, int code, String message) throws IOException {
        ObjectNode answer = Json.object();
        answer.putObject("fault").put("code", code).put("message", message).put("description", "Gateway SPLP");
        call.json(status, answer);
    }

    /** LAPOR!'s own error. */
    void refuse(Call call, int status, String message) throws IOException {
        call.json(status, Json.object().put("status", status).put("message", message));
    }

    void html(Call call) throws IOException {
        call.text(200, "text/html", HTML);
    }

    void success(Call call, ObjectNode results) throws IOException {
        ObjectNode answer = Json.object().put("status", 200).put("message", "success");
        answer.set("results", results);
        call.json(200, answer);
    }

    ObjectNode report(Shelf.Item item) {
        ObjectNode report = item.record().deepCopy();
        if (quirks.shows(Quirk.ODD_ATTACHMENTS)) {
            String ids = StreamSupport.stream(report.path("attachments").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
            report.set("attachments", ids.isEmpty() ? report.booleanNode(false) : report.textNode("[" + ids + "]."));
        }
        report.put("updated_at", date(item.changed()));
        if (quirks.shows(Quirk.MIXED_NUMBERS)) {
            mix(report, item.reference());
        }
        return report;
    }

    private static void mix(ObjectNode report, String id) {
        for (String field : NUMBERS) {
            if (Math.floorMod((id + field).hashCode(), 2) == 0) {
                report.put(field, report.path(field).asLong());
            }
        }
        for (String field : FLAGS) {
            int flag = report.path(field).asInt();
            switch (Math.floorMod((id + field).hashCode(), 3)) {
                case 0 -> report.put(field, flag);
                case 1 -> report.put(field, flag == 1);
                default -> report.put(field, flag + "");
            }
        }
    }

    ObjectNode detail(Shelf.Item item) {
        ObjectNode report = report(item);
        String status = item.record().path("status_name").asText();
        report.putArray("status_logs").addObject().put("note", status).put("timestamp", date(item.changed()));
        ObjectNode results = Json.object();
        results.set("data", report);
        ArrayNode logs = results.putArray("data_logs");
        if (!status.equals("Belum Terverifikasi")) {
            ObjectNode change = Json.object();
            change.putObject("status_old").put("name", "Belum Terverifikasi");
            change.putObject("status_new").put("name", status);
            ObjectNode log = logs.addObject()
                    .put("id", "1")
                    .put("content", "{{institution_from}} mengubah status dari {{status_old}} menjadi {{status_new}}")
                    .put("date", date(item.changed()));
            log.set("data", quirks.shows(Quirk.JSON_IN_TEXT) ? log.textNode(change.toString()) : change);
        }
        return results;
    }

    ObjectNode followUp(LaporServer.FollowUp one) {
        ObjectNode followUp = Json.object()
                .put("id", one.id())
                .put("created_at", date(one.at()))
                .put("content", one.content());
        ArrayNode files = followUp.putArray("attachments");
        for (int i = 0; i < one.form().files().size(); i++) {
            files.addObject()
                    .put("path", "/files/" + one.id() + "/" + i)
                    .put("extension", "pdf")
                    .put("file_name", "lampiran-" + i + ".pdf");
        }
        return followUp;
    }

    private String date(Instant instant) {
        return Wib.at(instant)
                .format(quirks.shows(Quirk.DAYS_FIRST) ? Wib.DAY_FIRST : DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
