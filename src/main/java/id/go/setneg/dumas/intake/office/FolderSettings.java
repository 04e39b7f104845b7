package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.sheet.Headings;
import id.go.setneg.dumas.intake.sheet.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** What a connector says about a drop folder and the exports in it. */
public final class FolderSettings {

    private String feed = "";
    private Path folder = Path.of("");
    private ZoneId zone = ZoneOffset.UTC;
    private Duration patience = Duration.ZERO;
    private long size = Long.MAX_VALUE;
    private long expanded = Long.MAX_VALUE;
    private int rows = Integer.MAX_VALUE;
    private long scanSize = Long.MAX_VALUE;
    private List<String> columns = List.of();
    private List<String> key = List.of();
    private Map<String, String> words = Map.of();
    private Map<String, String> also = Map.of();
    private @Nullable Headings headings;

    /** The feed's name. */
    public void setFeed(String feed) {
        this.feed = feed;
    }

    /** The folder itself. */
    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** Where the office's clock stands. */
    public void setZone(String zone) {
        this.zone = ZoneId.of(zone);
    }

    /** How long an export waits for its scans, and a scan for its export, such as {@code 10m}. */
    public void setPatience(String patience) {
        this.patience = DurationStyle.detectAndParse(patience);
    }

    /** Largest export, such as {@code 50MB}. */
    public void setSize(String size) {
        this.size = DataSize.parse(size).toBytes();
    }

    /** How much an export may unfold to. */
    public void setExpanded(String expanded) {
        this.expanded = DataSize.parse(expanded).toBytes();
    }

    /** Most rows of an export. */
    public void setRows(int rows) {
        this.rows = rows;
    }

    /** Largest scan. */
    public void setScanSize(String scanSize) {
        this.scanSize = DataSize.parse(scanSize).toBytes();
    }

    /** The columns of an export, separated by commas. */
    public void setColumns(String columns) {
        this.columns = list(columns);
    }

    /** The columns that together name a letter, the last of which every export has. */
    public void setKey(String key) {
        this.key = list(key);
    }

    /** The office's abbreviations: {@code tgl=tanggal,…}. */
    public void setWords(String words) {
        this.words = pairs(words);
    }

    /** Other titles of columns: {@code pengirim=asalSurat,…}. */
    public void setAlso(String also) {
        this.also = pairs(also);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : list(text)) {
            int at = pair.indexOf('=');
            pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
        }
        return pairs;
    }

    String feed() {
        return feed;
    }

    Path folder() {
        return folder;
    }

    ZoneId zone() {
        return zone;
    }

    Duration patience() {
        return patience;
    }

    Limits limits() {
        return new Limits(size, expanded, rows);
    }

    long scanSize() {
        return scanSize;
    }

    Headings headings() {
        Headings known = headings;
        if (known == null) {
            known = new Headings(columns, key, words, also);
            headings = known;
        }
        return known;
    }
}
