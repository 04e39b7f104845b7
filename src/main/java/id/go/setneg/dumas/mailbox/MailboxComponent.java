package id.go.setneg.dumas.mailbox;

import java.net.URI;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.spi.annotations.Component;

/**
 * camel-mail's {@code imap} and {@code imaps}, options and all, with a consumer that loses nothing (decision 0014). The
 * options that matter are authenticator, additionalJavaMailProperties, moveTo, maxMessagesPerPoll and those of every
 * scheduled consumer.
 */
@Component("imap,imaps")
public final class MailboxComponent extends MailComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        var configuration = getConfiguration().copy();
        configuration.configure(new URI(uri));
        var endpoint = new MailboxEndpoint(uri, this, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
