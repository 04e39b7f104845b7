package id.go.setneg.dumas.complaint;

import java.util.regex.Pattern;

/** The hub's own stable id of an agency, such as {@code atr-bpn}: lower case, digits and hyphens, at most 40 characters. */
public record AgencyCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public AgencyCode {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agency code: lower-case letters, digits and single hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
