package id.go.setneg.dumas.mailbox;

import java.util.Objects;
import org.apache.camel.Consumer;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.support.LoggingExceptionHandler;

/** camel-mail's endpoint with our consumer. */
final class MailboxEndpoint extends MailEndpoint {

    MailboxEndpoint(String uri, MailboxComponent component, MailConfiguration configuration) {
        super(uri, component, configuration);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Objects.requireNonNull(getConfiguration().getMoveTo(), "say with moveTo where mails go once they are stored");
        var consumer = new MailboxConsumer(this, processor);
        configureConsumer(consumer);
        consumer.setExceptionHandler( // the poll strategy says what has to be said
                new LoggingExceptionHandler(getCamelContext(), MailboxConsumer.class, LoggingLevel.DEBUG));
        return consumer;
    }
}
