package id.go.setneg.dumas.operations;

import java.util.Map;

/** Who may report status over HTTP: agency code to password ({@code {bcrypt}…}, {@code {noop}…} or plain). */
@FunctionalInterface
public interface AgencyLogins {

    /** Every agency that has a password. */
    Map<String, String> passwords();
}
