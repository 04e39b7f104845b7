package id.go.setneg.dumas.intake.mail;

import java.util.Locale;

/** How the bytes of a text are read as characters and as lines: by what its part says, or the page itself. */
record TextPart(HeaderValue type, boolean markup) {

    /** Its name as a file. */
    String name() {
        return markup ? "isi-surel.html" : "isi-surel.txt";
    }

    String mediaType() {
        return markup ? "text/html" : "text/plain";
    }

    /**
     * The characters, with line ends of any kind.
     *
     * @param whole whether the bytes end where the text ends
     */
    String characters(byte[] bytes, int length, boolean whole) {
        String declared = type.parameter("charset");
        String charset = declared == null && markup ? MarkupText.charset(bytes) : declared;
        return Accents.thinned(Charsets.decode(bytes, length, charset, whole).replace("\0", ""));
    }

    /** What a person sees. */
    String seen(String characters) {
        if (markup) {
            return MarkupText.of(characters);
        }
        boolean flowed = "flowed".equals(said("format"));
        String lines = flowed ? FlowedText.join(characters, "yes".equals(said("delsp"))) : characters;
        return lines.replace("\r\n", "\n").replace('\r', '\n');
    }

    private String said(String parameter) {
        String said = type.parameter(parameter);
        return said == null ? "" : said.toLowerCase(Locale.ROOT);
    }
}
