package id.go.setneg.dumas.intake.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scans that a sheet's letters may mean (decision 0012). Scanners give the same names every day: a waiting scan counts
 * only beside the sheet and where no other can be meant, a taken one only for the agenda key that it was taken for.
 */
final class Near {

    private final Beside beside;
    private final Taken taken;
    private final Path folder;
    private final Predicate<Path> isContested;
    private final @Nullable Path only;

    /**
     * A scan, or why there is none.
     *
     * @param missing for the record; empty when there is a scan
     */
    record Found(@Nullable Path scan, String missing) {}

    /**
     * Of a sheet.
     *
     * @param folder where the sheet lies, or lay
     * @param isContested whether another waiting sheet names a scan for other letters
     * @param only the lone scan that brings a letter again: no other waiting one is taken by its name
     */
    Near(Beside beside, Taken taken, Path folder, Predicate<Path> isContested, @Nullable Path only) {
        this.beside = beside;
        this.taken = taken;
        this.folder = folder;
        this.isContested = isContested;
        this.only = only;
    }

    /** The scan of a name that a letter gives. */
    Found find(String key, String name) {
        String plain = Beside.plain(name);
        List<Path> waiting = waiting(plain);
        String missing = "not in the folder";
        if (waiting.size() == 1 && !isContested.test(waiting.getFirst())) {
            return new Found(waiting.getFirst(), "");
        } else if (waiting.size() == 1) {
            missing = "named by more than one export";
        } else if (!waiting.isEmpty()) {
            missing = "more than one of that name in the folder";
        }
        Path before = taken.scan(key, plain).orElse(null);
        return before == null ? new Found(null, missing) : new Found(before, "");
    }

    private List<Path> waiting(String plain) {
        if (only == null) {
            return beside.named(folder, plain);
        }
        return Beside.plain(Beside.name(only)).equals(plain) ? List.of(only) : List.of();
    }

    /** The scans whose own names begin with a letter's key: what waits, and what was taken under another name. */
    List<Path> ofKey(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        Map<String, Path> scans = new LinkedHashMap<>();
        beside.ofKey(key).forEach(scan -> scans.put(Beside.plain(Beside.name(scan)), scan));
        taken.ofKey(key).forEach(scan -> scans.putIfAbsent(Beside.plain(taken.original(scan)), scan));
        return new ArrayList<>(scans.values());
    }

    /** Whether a scan still waits to be taken. */
    boolean waits(Path scan) {
        return scan.equals(only) || beside.waits(scan);
    }

    /** A scan's name as it was when it waited. */
    String name(Path scan) {
        return waits(scan) ? Beside.name(scan) : taken.original(scan);
    }
}
