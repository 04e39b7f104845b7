package id.go.setneg.dumas.intake.mail;

/** Text whose lines flow (RFC 3676): joins what the writer's program has broken, and keeps who quotes whom. */
final class FlowedText {

    private static final int DEEPEST = 20;

    private final StringBuilder text = new StringBuilder();
    private final boolean deleteSpace;
    private int open = -1;

    private FlowedText(boolean deleteSpace) {
        this.deleteSpace = deleteSpace;
    }

    /** A text as its type says: joined where it flows, else as it is. */
    static String of(HeaderValue type, String text) {
        return "flowed".equalsIgnoreCase(type.parameter("format"))
                ? join(text, "yes".equalsIgnoreCase(type.parameter("delsp")))
                : text;
    }

    /**
     * @param deleteSpace whether the blank at a soft line's end was added (DelSp=yes)
     */
    static String join(String flowed, boolean deleteSpace) {
        var joined = new FlowedText(deleteSpace);
        flowed.lines().forEach(joined::line);
        return joined.text.toString();
    }

    private void line(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        String content = line.substring(depth);
        boolean stuffed = content.startsWith(" ");
        if (stuffed && !(depth == 0 && content.startsWith(" >"))) { // else it would look like a quote
            content = content.substring(1);
        }
        boolean separator = content.equals("-- ");
        boolean soft = content.endsWith(" ") && !separator;
        if (open != depth || separator) {
            begin(depth);
        }
        text.append(soft && deleteSpace ? content.substring(0, content.length() - 1) : content);
        open = soft ? depth : -1;
    }

    private void begin(int depth) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        if (depth > 0) {
            text.append(">".repeat(Math.min(depth, DEEPEST))).append(' ');
        }
    }
}
