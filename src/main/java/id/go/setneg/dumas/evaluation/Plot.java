package id.go.setneg.dumas.evaluation;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** Plots as SVG (2): drawn here, so that a page needs no script and prints as it is seen. */
final class Plot {

    private static final int WIDTH = 640;
    private static final int LABEL = 240;
    private static final int BAR = 20;
    private static final int ROW = 30;
    private static final int HEIGHT = 190;
    private static final int FOOT = 44;

    private Plot() {}

    /**
     * One bar.
     *
     * @param value from 0 on; the longest bar is the largest value, or 1 for shares
     * @param shown what stands behind the bar
     * @param kind a style's name
     */
    record Bar(String label, double value, String shown, String kind) {}

    /** Lying bars, one below the other. */
    static String bars(String id, String title, List<Bar> bars, double most) {
        double longest = Math.max(most, 1e-9);
        var svg = new StringBuilder();
        int y = 4;
        for (Bar bar : bars) {
            double length = (WIDTH - LABEL - 84) * Math.min(1, bar.value() / longest);
            text(svg, "nama", LABEL - 10, y + BAR - 5, "end", shorten(bar.label()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"rel\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                    LABEL,
                    y,
                    WIDTH - LABEL - 84,
                    BAR));
            if (bar.value() > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                        bar.kind(),
                        LABEL,
                        y,
                        Math.max(2, length),
                        BAR));
            }
            text(svg, "nilai", LABEL + (int) Math.ceil(Math.max(2, length)) + 8, y + BAR - 5, "start", bar.shown());
            y += ROW;
        }
        return frame(id, title, y, svg);
    }

    /** Standing columns from left to right, with a scale. */
    static String columns(String id, String title, List<Bar> columns) {
        double largest = columns.stream().mapToDouble(Bar::value).max().orElse(0);
        double step = step(largest);
        double top = Math.max(step, Math.ceil(largest / step) * step);
        int left = 44;
        double width = (double) (WIDTH - left) / Math.max(1, columns.size());
        var svg = new StringBuilder();
        for (double value = 0; value <= top + 1e-9; value += step) {
            int y = (int) Math.round(10 + HEIGHT * (1 - value / top));
            svg.append(String.format(
                    Locale.ROOT, "<line class=\"skala\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", left, WIDTH, y, y));
            text(
                    svg,
                    "nilai",
                    left - 8,
                    y + 4,
                    "end",
                    NumberFormat.getIntegerInstance(Labels.INDONESIAN).format(value));
        }
        int every = Math.max(1, (int) Math.ceil(columns.size() / 9.0));
        for (int i = 0; i < columns.size(); i++) {
            Bar column = columns.get(i);
            double height = HEIGHT * column.value() / top;
            double bar = Math.min(46, width * 0.68);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\"/>",
                    column.kind(),
                    left + i * width + (width - bar) / 2,
                    10 + HEIGHT - height,
                    bar,
                    height));
            if (i % every == 0) {
                text(svg, "nama", (int) (left + i * width + width / 2), 10 + HEIGHT + 22, "middle", column.label());
            }
        }
        return frame(id, title, 10 + HEIGHT + FOOT - 12, svg);
    }

    /** One bar that is made of parts, side by side, with their names below. */
    static String parts(String id, String title, List<Bar> parts) {
        double all = Math.max(1, parts.stream().mapToDouble(Bar::value).sum());
        var svg = new StringBuilder();
        double x = 0;
        for (Bar part : parts) {
            double width = WIDTH * part.value() / all;
            if (part.value() > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"4\" width=\"%.1f\" height=\"34\"/>",
                        part.kind(),
                        x,
                        Math.max(1, width - 1.5)));
            }
            x += width;
        }
        int y = 68;
        for (int i = 0; i < parts.size(); i++) {
            Bar part = parts.get(i);
            int left = i % 2 * (WIDTH / 2);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" rx=\"2\"/>",
                    part.kind(),
                    left,
                    y - 11));
            text(svg, "nama", left + 20, y, "start", part.label() + "  " + part.shown());
            y += i % 2 * 24;
        }
        return frame(id, title, y + (parts.size() % 2 == 0 ? -8 : 14), svg);
    }

    /** 1, 2 or 5 times a power of ten, so that about five lines do. */
    private static double step(double largest) {
        double rough = Math.max(1, largest / 5);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return Math.max(1, (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power);
    }

    private static String frame(String id, String title, int height, StringBuilder content) {
        return String.format(
                        Locale.ROOT,
                        "<svg role=\"img\" aria-labelledby=\"%s-judul\" aria-describedby=\"%s-tabel\" viewBox=\"0 0 %d %d\">",
                        id,
                        id,
                        WIDTH,
                        height)
                + "<title id=\"" + id + "-judul\">" + escape(title) + "</title>\n"
                + content + "</svg>\n";
    }

    private static void text(StringBuilder svg, String kind, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                kind,
                x,
                y,
                anchor,
                escape(text)));
    }

    private static String shorten(String label) {
        return label.length() <= 31 ? label : label.substring(0, 30).strip() + "…";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
