package id.go.setneg.dumas.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.mapping.Canonical;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * Encloses the form in a mail. It is made anew for each attempt from what was decided, with the same bytes each time: no
 * copy of it lies anywhere.
 */
public final class ProgressForms {

    private static final String PDF = "application/pdf";

    private final ObjectMapper json;

    ProgressForms(Canonical canonical) {
        this.json = canonical.json();
    }

    /**
     * Encloses the form of an answer that tells how a case stands; one that does not has none.
     *
     * @param answer as {@code progress.schema.json} has it
     */
    public void enclose(Exchange exchange, byte[] answer) throws IOException {
        JsonNode told = json.readTree(answer).path("progress");
        if (told.isObject()) {
            Progress progress = json.treeToValue(told, Progress.class);
            requireNonNull(exchange.getMessage(AttachmentMessage.class))
                    .addAttachment(
                            "perkembangan-" + progress.number() + ".pdf",
                            new DataHandler(new ByteArrayDataSource(ProgressForm.pdf(progress), PDF)));
        }
    }
}
