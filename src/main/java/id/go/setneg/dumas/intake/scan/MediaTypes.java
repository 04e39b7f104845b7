package id.go.setneg.dumas.intake.scan;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a file is, by how it begins. */
final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String UNKNOWN = "application/octet-stream";

    /** PDF readers accept rubbish before the header within the first kilobyte (ISO 32000-2, annex I). */
    private static final int PDF_WITHIN = 1024;

    private static final Map<String, String> BEGINNINGS = Map.of(
            "\u00ff\u00d8\u00ff", "image/jpeg",
            "\u0089PNG\r\n", "image/png",
            "II*\0", "image/tiff",
            "MM\0*", "image/tiff",
            "GIF8", "image/gif",
            "PK\u0003\u0004", "application/zip",
            "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage",
            "{\\rtf", "application/rtf");

    private MediaTypes() {}

    static String of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
        if (text.contains("%PDF-")) {
            return PDF;
        }
        return BEGINNINGS.entrySet().stream()
                .filter(one -> text.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
