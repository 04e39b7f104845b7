package id.go.setneg.dumas.intake.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Phone;
import id.go.setneg.dumas.desk.Questions;
import id.go.setneg.dumas.ledger.ErasedCase;
import id.go.setneg.dumas.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what people write by WhatsApp: each message is kept as it came, once by its own id ({@code wamid}), and answered
 * in the same transaction. Whatever was written, the answer tells how a case stands to a number that is registered on the
 * case that the message names, and whom to turn to to everybody else. What is no message (receipts) is passed over.
 */
public final class WhatsAppMessages {

    private static final String FEED = "whatsapp";
    private static final String MAPPING = "whatsapp-webhook";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;
    private final Questions questions;
    private final @Nullable String ourNumber;

    WhatsAppMessages(Ledger ledger, Questions questions, @Nullable String ourNumber) {
        this.ledger = ledger;
        this.questions = questions;
        this.ourNumber = ourNumber;
    }

    /**
     * Takes in one call of the webhook, whose signature was seen; once this returns, all is stored.
     *
     * @throws org.springframework.dao.DataAccessException when the database fails: the caller repeats the whole
     */
    public void take(byte[] body) {
        List<JsonNode> messages;
        try {
            messages = messages(JSON.readTree(body));
        } catch (IOException notJson) {
            park("not JSON", body);
            return;
        }
        messages.forEach(this::take);
    }

    private void take(JsonNode message) {
        byte[] raw = message.toString().getBytes(StandardCharsets.UTF_8);
        String name = message.path("id").asText();
        Optional<Phone> sender = Phone.in(message.path("from").asText());
        if (name.isBlank() || name.length() > 500 || sender.isEmpty()) {
            park("a message without id or sender", raw);
            return;
        }
        Optional<CaseNumber> named =
                CaseNumber.in(message.at("/text/body").asText().toUpperCase(Locale.ROOT));
        try {
            ask(sender.get(), named, name, raw);
        } catch (ErasedCase erased) {
            ask(sender.get(), Optional.empty(), name, raw);
        }
    }

    private void ask(Phone sender, Optional<CaseNumber> named, String name, byte[] raw) {
        ledger.write(unit -> {
            named.ifPresent(number -> unit.prepareNumbered(Set.of(number)));
            return questions.take(unit, named.flatMap(unit::caseNumbered), sender, FEED, name, raw);
        });
    }

    private void park(String reason, byte[] raw) {
        ledger.write(unit -> {
            unit.park(FEED, MAPPING, reason, raw);
            return true;
        });
    }

    private List<JsonNode> messages(JsonNode call) {
        List<JsonNode> messages = new ArrayList<>();
        for (JsonNode entry : call.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                if (value.at("/metadata/phone_number_id").asText().equals(ourNumber)) {
                    value.path("messages").forEach(messages::add);
                }
            }
        }
        return messages;
    }
}
