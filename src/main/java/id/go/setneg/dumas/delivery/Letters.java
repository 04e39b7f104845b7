package id.go.setneg.dumas.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes mails: plain text, named by their delivery, and marked so that no automaton answers them. */
public final class Letters {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Turns JSON with {@code to}, {@code subject} and {@code text} into a mail; {@code inReplyTo} begins with the
     * Message-ID that is answered, if there is one.
     *
     * @param id of the delivery: the same Message-ID (RFC 5322, section 3.6.4) in every attempt
     */
    public void write(Exchange exchange, String id, String sender) throws IOException {
        Message message = exchange.getMessage();
        JsonNode letter = JSON.readTree(message.getBody(byte[].class));
        String domain = sender.substring(sender.indexOf('@') + 1);
        message.removeHeaders("*");
        message.setHeader("To", letter.path("to").asText());
        message.setHeader("Subject", letter.path("subject").asText());
        message.setHeader("Message-ID", "<" + id + "@" + domain + ">");
        String answered = letter.path("inReplyTo").asText("").split(" ", 2)[0];
        if (answered.startsWith("<") && answered.endsWith(">")) {
            message.setHeader("In-Reply-To", answered);
            message.setHeader("References", answered);
        }
        message.setHeader("Auto-Submitted", "auto-replied");
        message.setHeader("contentType", "text/plain; charset=UTF-8");
        message.setBody(letter.path("text").asText());
    }
}
