package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an answer says about the page after it. An address that asks for nothing but what we ask ourselves only says
 * that there is one; one with something of its own, such as a cursor, is followed, but only to the list itself: our
 * credentials go nowhere else.
 *
 * @param base the list's address
 * @param query what we ask, with {@code {page}} for the number
 */
record NextPage(String base, String query) {

    private static final Set<String> NONE = Set.of("", "null", "false", "0");

    Page.Next read(JsonNode said) {
        if (said.isContainerNode()) {
            return said.isEmpty() ? new Page.Next.None() : new Page.Next.Numbered(0);
        }
        String text = said.asText("").strip();
        if (NONE.contains(text)) {
            return new Page.Next.None();
        }
        boolean isAddress = text.indexOf('?') >= 0 && !query.isEmpty();
        if (!isAddress) {
            return new Page.Next.Numbered(number(text));
        }
        String asked = text.substring(text.indexOf('?') + 1).replaceFirst("#.*", "");
        if (names(query).containsAll(names(asked))) {
            return new Page.Next.Numbered(number(asked));
        }
        if (!isTheList(text)) {
            throw new FeedFailed(Kind.OTHER_HOST, "not a page: the next page is at another place");
        }
        return new Page.Next.Cursor(asked);
    }

    private boolean isTheList(String address) {
        if (address.startsWith("?")) {
            return true; // RFC 3986, section 5.2.2; URI.resolve takes the last segment away
        }
        try {
            URI list = URI.create(base);
            URI there = list.resolve(address.replace(" ", "%20"));
            return Objects.equals(list.getScheme(), there.getScheme())
                    && Objects.equals(lower(list.getRawAuthority()), lower(there.getRawAuthority()))
                    && Objects.equals(list.getRawPath(), there.normalize().getRawPath());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String lower(@Nullable String authority) {
        return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    }

    /** The value of the parameter that carries our page number. */
    private int number(String asked) {
        String name = Arrays.stream(query.split("&", -1))
                .filter(part -> part.endsWith("={page}"))
                .map(part -> part.substring(0, part.indexOf('=')))
                .findFirst()
                .orElse("");
        String value = Arrays.stream(asked.split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse(asked);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static Set<String> names(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
