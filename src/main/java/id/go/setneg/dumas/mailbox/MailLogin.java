package id.go.setneg.dumas.mailbox;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** One user of a mail server; its password or token is asked for at each login, so that none stands in a route. */
public final class MailLogin extends MailAuthenticator {

    private final MailAccess access;
    private String user = "";

    /** A login by these means. */
    public MailLogin(MailAccess access) {
        this.access = access;
    }

    /** Whoever logs in; empty for nobody. */
    public void setUser(String user) {
        this.user = user;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return user.isBlank()
                ? new PasswordAuthentication(null, null)
                : new PasswordAuthentication(user, access.secret(user));
    }

    /** Whether it is worth while to try again after a refusal. */
    boolean renew(String refused) {
        return access.renew(refused);
    }
}
