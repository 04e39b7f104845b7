package id.go.setneg.dumas.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of {@code multipart/form-data} (RFC 7578).
 *
 * @param fields name → text
 * @param files sizes in bytes of the files in it
 */
record Multipart(Map<String, String> fields, List<Integer> files) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]+)\"?");

    /** Null when it is no such form. */
    static @Nullable Multipart parse(@Nullable String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.matches()) {
            return null;
        }
        var fields = new HashMap<String, String>();
        var files = new ArrayList<Integer>();
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
            int gap = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(gap < 0 ? "" : part.substring(0, gap));
            if (name.find()) {
                byte[] value = part.substring(gap + 4).getBytes(StandardCharsets.ISO_8859_1);
                if (part.substring(0, gap).contains("filename")) {
                    files.add(value.length);
                } else {
                    fields.put(name.group(1), new String(value, StandardCharsets.UTF_8));
                }
            }
        }
        return new Multipart(Map.copyOf(fields), List.copyOf(files));
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
