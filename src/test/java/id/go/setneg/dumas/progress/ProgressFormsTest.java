package id.go.setneg.dumas.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.go.setneg.dumas.delivery.Letters;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.Mappings;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A question's answer, from the payload of its delivery to the mailbox. */
class ProgressFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("mappings/mail/progress-to-answer");

    @Test
    void theFormHangsOnTheMailThatTellsAndOnNoOther() throws Exception {
        MimeMessage told = sent("A registered complainant asks");
        var parts = (MimeMultipart) told.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("DUMAS-2026-000123-38", "terlampir");
        BodyPart form = parts.getBodyPart(1);
        assertThat(form.getContentType()).startsWith("application/pdf");
        assertThat(form.getFileName()).isEqualTo("perkembangan-DUMAS-2026-000123-38.pdf");
        try (PDDocument pdf = Loader.loadPDF(form.getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("FORMULIR INFORMASI", "DUMAS-2026-000123-38");
        }
        assertThat(told.getSubject()).isEqualTo("[DUMAS-2026-000123-38] Perkembangan pengaduan Anda");
        assertThat(told.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(told.getHeader("In-Reply-To")).containsExactly("<2@contoh.example>");

        MimeMessage safe = sent("Somebody whom no case knows asks");
        assertThat(safe.getContentType()).startsWith("text/plain");
        assertThat(safe.getContent().toString()).doesNotContain("DUMAS-").contains("silakan hubungi kami");
        assertThat(safe.getSubject()).doesNotContain("DUMAS-");
    }

    private static MimeMessage sent(String example) throws Exception {
        JsonNode payload = JSON.readTree(EXAMPLES.resolve(example + ".in.json").toFile());
        var canonical = new Canonical(Path.of("mappings/canonical"));
        JsonNode letter = new Mappings(Path.of("mappings"))
                .apply("mail/progress-to-answer", payload, Map.of("zone", TextNode.valueOf("Asia/Jakarta")));
        var forms = new ProgressForms(canonical);
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try (var camel = new DefaultCamelContext()) {
            int port = server.getSmtp().getPort();
            camel.addRoutes(new RouteBuilder(camel) {
                @Override
                public void configure() {
                    from("direct:send")
                            .process(exchange -> forms.enclose(exchange, JSON.writeValueAsBytes(payload)))
                            .process(exchange -> exchange.getMessage().setBody(JSON.writeValueAsBytes(letter)))
                            .process(exchange -> new Letters().write(exchange, "1", "dumas@setneg.go.id"))
                            .to("smtp:127.0.0.1:" + port
                                    + "?from=dumas@setneg.go.id&useHeaderRecipients=true&useHeaderSubject=true");
                }
            });
            camel.start();
            camel.createProducerTemplate().sendBody("direct:send", "");
            return server.getReceivedMessages()[0];
        } finally {
            server.stop();
        }
    }
}
