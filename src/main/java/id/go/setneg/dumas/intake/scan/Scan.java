package id.go.setneg.dumas.intake.scan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A stored file, looked at.
 *
 * @param ticket opens its bytes; keep it sealed
 * @param size in bytes
 * @param mediaType what its bytes say it is (IANA), not its name
 * @param textLayer for a PDF only
 * @param text ticket of its text (UTF-8), where it has some
 */
public record Scan(
        String ticket,
        long size,
        String mediaType,
        @Nullable TextLayer textLayer,
        @Nullable String text) {

    /** Writes {@code mediaType}, {@code size}, {@code content}, {@code textLayer}, {@code text} into a record's file; no layer where it was not read. */
    public ObjectNode into(ObjectNode file) {
        file.put("mediaType", mediaType).put("size", size).put("content", ticket);
        if (textLayer != null && textLayer != TextLayer.NOT_READ) {
            file.put("textLayer", textLayer.name());
        }
        if (text != null) {
            file.put("text", text);
        }
        return file;
    }

    @Override
    public String toString() {
        return "Scan[" + mediaType + ", " + size + ", " + textLayer + "]";
    }
}
