package id.go.setneg.dumas.complaint;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses to which a mail may go without a second thought: a dot-atom, a sign and a host name with a dot in it (RFC 5322,
 * section 3.4.1; RFC 5321, sections 4.1.2 and 4.5.3.1), in ASCII. Quoted local parts, address literals and more than one
 * address are none.
 */
public final class AddrSpec {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern STRICT =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    private AddrSpec() {}

    /** Whether a text is one such address. */
    public static boolean isStrict(@Nullable String address) {
        return address != null
                && address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL
                && STRICT.matcher(address).matches();
    }
}
