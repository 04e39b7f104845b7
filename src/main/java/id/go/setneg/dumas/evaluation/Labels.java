package id.go.setneg.dumas.evaluation;

import static java.util.Map.entry;

import id.go.setneg.dumas.evaluation.Report.Count;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people read for codes. */
final class Labels {

    static final String REST = "Lainnya (digabung)";

    static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final int LONGEST = 60;

    private static final Map<String, String> STATES = states();

    /** Where the issue clock still runs, or has run out. */
    private static final Set<String> OPEN = Set.of(
            "RECEIVED",
            "REGISTERED",
            "AWAITING_COMPLETION",
            "AWAITING_DECISION",
            "AWAITING_DIRECTION",
            "COMPLETE",
            "REOPENED");

    private static final Map<String, String> CHANNELS =
            Map.of("LETTER", "Surat (SPDE)", "EMAIL", "Surel", "LAPOR", "LAPOR!", "WHATSAPP", "WhatsApp");

    /** PER/05/M.PAN/4/2009. */
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            entry("01", "Penyalahgunaan wewenang"),
            entry("02", "Pelayanan masyarakat"),
            entry("03", "Korupsi/pungli"),
            entry("04", "Kepegawaian/ketenagakerjaan"),
            entry("05", "Pertanahan/perumahan"),
            entry("06", "Hukum/peradilan dan HAM"),
            entry("07", "Kewaspadaan nasional"),
            entry("08", "Tatalaksana/regulasi"),
            entry("09", "Lingkungan hidup"),
            entry("10", "Umum"),
            entry("-", "Tanpa kode"));

    private Labels() {}

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("RECEIVED", "Diterima");
        states.put("REGISTERED", "Teragenda (tembusan)");
        states.put("AWAITING_COMPLETION", "Menunggu kelengkapan");
        states.put("AWAITING_DECISION", "Menunggu keputusan petugas");
        states.put("AWAITING_DIRECTION", "Menunggu arahan");
        states.put("COMPLETE", "Lengkap, instansi belum ditentukan");
        states.put("REFERRED", "Diteruskan ke instansi");
        states.put("IN_PROGRESS", "Sedang ditindaklanjuti");
        states.put("ANSWERED", "Dijawab instansi");
        states.put("CLOSED", "Selesai");
        states.put("ARCHIVED", "Diarsipkan");
        states.put("REOPENED", "Dibuka kembali");
        states.put("WITHDRAWN", "Dicabut");
        states.put("MERGED", "Digabungkan");
        return states;
    }

    static boolean isOpen(String state) {
        return OPEN.contains(state);
    }

    /** In the order of a case's life; a state without a label stands last under its own name. */
    static List<Count> inOrder(Map<String, Long> states) {
        List<Count> counts = new ArrayList<>();
        STATES.forEach((key, label) -> {
            if (states.containsKey(key)) {
                counts.add(new Count(key, label, states.getOrDefault(key, 0L)));
            }
        });
        states.forEach((key, count) -> {
            if (!STATES.containsKey(key)) {
                counts.add(new Count(key, key, count));
            }
        });
        return counts;
    }

    static String channel(String code) {
        return CHANNELS.getOrDefault(code, code);
    }

    static String problemCode(String code) {
        String label = PROBLEMS.get(code);
        return label == null ? code : code.equals("-") ? label : code + " " + label;
    }

    static String category(String word) {
        return word.equals("-") ? "Tanpa kategori" : word.equals("*") ? REST : word;
    }

    static String ground(String code) {
        return switch (code) {
            case "OFFICE" -> "Keputusan kantor (SPDE)";
            case "COPY_ONLY" -> "Hanya tembusan";
            case "INFORMATION_REQUEST" -> "Permintaan informasi (PPID)";
            case "BEFORE_COURT" -> "Sedang atau sudah diputus pengadilan";
            case "OUTSIDE_AUTHORITY" -> "Di luar kewenangan pemerintah";
            case "NOT_REPRESENTED" -> "Bukan urusan sendiri, tanpa surat kuasa";
            case "WITHDRAWAL" -> "Dicabut pengadu";
            case "NOT_COMPLETED" -> "Tidak dilengkapi tepat waktu";
            case "*" -> REST;
            default -> {
                String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }

    static String period(String key) {
        return key.length() == 7
                ? YearMonth.parse(key).format(DateTimeFormatter.ofPattern("MMM yyyy", INDONESIAN))
                : "Pekan " + LocalDate.parse(key).format(DateTimeFormatter.ofPattern("d MMM", INDONESIAN));
    }

    /** A source's own word, alike however it is spaced and capitalised, and never a sentence. */
    static String plain(String word) {
        String plain = word.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            return "-";
        }
        if (plain.length() > LONGEST || plain.matches(".*\\d{4}.*")) {
            return "*";
        }
        return plain.substring(0, 1).toUpperCase(INDONESIAN)
                + plain.substring(1).toLowerCase(INDONESIAN);
    }
}
