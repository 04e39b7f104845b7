package id.go.setneg.dumas.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of an HTML mail, as text: paragraphs, lists, rows of tables, quotes with {@code >}; a link's address
 * stands behind its words. Scripts, styles and what is hidden are left out.
 */
final class MarkupText implements NodeFilter {

    private static final Set<String> LEFT_OUT =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "datalist");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "dl");
    private static final Set<String> LINES = Set.of(
            "div", "li", "tr", "section", "article", "header", "footer", "address", "center", "dt", "dd", "form",
            "body");
    private static final int DEEPEST = 10;

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int preformatted;
    private boolean blank;
    private int breaks = 2;

    private MarkupText() {}

    static String of(String html) {
        var text = new MarkupText();
        Jsoup.parse(html).body().filter(text);
        return text.text.toString().strip();
    }

    /** The charset that a page names in its first kilobyte, where the mail names none. */
    static @Nullable String charset(byte[] page) {
        String start =
                new String(page, 0, Math.min(page.length, 1024), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = start.indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int from = at + "charset=".length();
        from += from < start.length() && "\"'".indexOf(start.charAt(from)) >= 0 ? 1 : 0;
        int end = from;
        while (end < start.length() && "\"' ;/>".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        return end > from ? start.substring(from, end) : null;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (LEFT_OUT.contains(element.normalName()) || hidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        String name = element.normalName();
        breakLine(name);
        switch (name) {
            case "br" -> newline(breaks + 1);
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            case "li" -> append("- ");
            case "hr" -> append("-----");
            case "img" -> picture(element.attr("alt"));
            case "td", "th" -> append(breaks == 0 ? " | " : "");
            default -> {}
        }
    }

    private void close(Element element) {
        String name = element.normalName();
        switch (name) {
            case "blockquote" -> quotes--;
            case "pre" -> preformatted--;
            case "a" -> link(element);
            default -> {}
        }
        breakLine(name);
    }

    private void breakLine(String name) {
        if (PARAGRAPHS.contains(name)) {
            newline(2);
        } else if (LINES.contains(name)) {
            newline(1);
        }
    }

    private void picture(String alternative) {
        if (!alternative.isBlank()) {
            append("[" + alternative.strip() + "]");
        }
    }

    private void link(Element link) {
        String address = link.attr("href").strip();
        String plain = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        boolean leads = address.contains(":") && !address.regionMatches(true, 0, "javascript:", 0, 11);
        if (leads
                && !plain.isEmpty()
                && !text.substring(Math.max(0, text.length() - plain.length())).equals(plain)) {
            append(" <" + plain + ">");
        }
    }

    /** Ends the line; two make a paragraph. */
    private void newline(int wanted) {
        blank = false;
        for (int most = Math.min(wanted, 2); breaks < most; breaks++) {
            text.append('\n');
            if (breaks > 0 && quotes > 0) {
                text.insert(text.length() - 1, quote());
            }
        }
    }

    private String quote() {
        return ">".repeat(Math.min(quotes, DEEPEST)) + " ";
    }

    private void append(String words) {
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            if (preformatted > 0 && letter == '\n') {
                newline(breaks + 1);
            } else if (Character.isWhitespace(letter) || letter == '\u00a0') {
                blank = true;
            } else {
                letter(letter);
            }
        }
    }

    private void letter(char letter) {
        if (breaks > 0 && quotes > 0) {
            text.append(quote());
        } else if (blank && breaks == 0) {
            text.append(' ');
        }
        blank = false;
        breaks = 0;
        text.append(letter);
    }

    private static boolean hidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.contains("display:none")
                || plain.contains("visibility:hidden")
                || plain.contains("mso-hide:all")
                || plain.endsWith("font-size:0")
                || plain.contains("font-size:0;")
                || plain.contains("font-size:0px");
    }
}
