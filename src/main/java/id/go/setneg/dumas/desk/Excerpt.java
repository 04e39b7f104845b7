package id.go.setneg.dumas.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Copies out of a complaint the fields that may leave, one by one; nothing is copied that is not named. */
final class Excerpt {

    private static final String WITHHELD = "(tidak disertakan)";
    private static final List<String> FILE = List.of("name", "mediaType", "size");

    private final JsonNode complaint;
    private final Masking masking;
    private final Disclosure.Allowed allowed;

    Excerpt(JsonNode complaint, Masking masking, Disclosure.Allowed allowed) {
        this.complaint = complaint;
        this.masking = masking;
        this.allowed = allowed;
    }

    /** Adds the fields to a referral; the texts that its schema requires are replaced where they may not leave. */
    void into(ObjectNode message) {
        message.putObject("letter")
                .put("subject", WITHHELD)
                .put("classification", "NORMAL")
                .put("urgency", "NORMAL");
        message.putObject("place");
        message.putObject("matter").put("text", WITHHELD);
        ArrayNode files = message.putArray("attachments");
        Disclosure.GROUPS.forEach((group, pointers) -> {
            if (!group.equals("attachments") && (allowed.isWhole(group) || allowed.isMasked(group))) {
                pointers.forEach(pointer -> copy(pointer, message, allowed.isMasked(group)));
            }
        });
        message.set("subject", message.at("/letter/subject"));
        addFiles(files);
    }

    private void copy(String pointer, ObjectNode message, boolean isMasked) {
        JsonNode value = complaint.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        String[] steps = pointer.substring(1).split("/", -1);
        ObjectNode block = message;
        for (int i = 0; i < steps.length - 1; i++) {
            block = block.withObjectProperty(steps[i]);
        }
        block.set(steps[steps.length - 1], isMasked ? TextNode.valueOf(masking.mask(value.asText())) : value);
    }

    /** Names of files often say whose they are: masked, only their number, type and size leave. */
    private void addFiles(ArrayNode files) {
        boolean isMasked = allowed.isMasked("attachments");
        if (!isMasked && !allowed.isWhole("attachments")) {
            return;
        }
        int number = 0;
        for (JsonNode file : complaint.path("attachments")) {
            number++;
            ObjectNode copied = files.addObject();
            FILE.stream().filter(file::hasNonNull).forEach(field -> copied.set(field, file.get(field)));
            if (isMasked) {
                copied.put("name", "Lampiran " + number);
            }
        }
    }
}
