package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64StreamTest {

    private static final byte[] OCTETS = new byte[50_000];

    static {
        new Random(64).nextBytes(OCTETS);
    }

    private final AtomicInteger wrong = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"76, 8192", "76, 1", "76, 2", "76, 3", "75, 4096", "74, 5", "73, 7", "4, 1000", "100000, 60000", "1, 3"
    })
    void linesAndReadsOfAnyLengthGiveTheSame(int line, int read) throws IOException {
        String letters = Base64.getEncoder().encodeToString(OCTETS).replaceAll("(.{" + line + "})", "$1\r\n");

        assertThat(decoded(letters, read)).isEqualTo(OCTETS);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void aLetterThatIsNoneIsToldWhereverItStands() throws IOException {
        for (int at = 0; at < 5; at++) {
            String letters = "AAAAQUJD".substring(0, at) + "*" + "AAAAQUJD".substring(at);

            assertThat(decoded(letters, 10)).containsExactly(0, 0, 0, 'A', 'B', 'C');
        }
        assertThat(wrong).hasValue(5);
    }

    private byte[] decoded(String letters, int most) throws IOException {
        var decoded = new ByteArrayOutputStream();
        byte[] piece = new byte[most];
        try (var stream = new Base64Stream(
                new ByteArrayInputStream(letters.getBytes(StandardCharsets.US_ASCII)), wrong::incrementAndGet)) {
            for (int count = stream.read(piece, 0, most); count >= 0; count = stream.read(piece, 0, most)) {
                decoded.write(piece, 0, count);
            }
        }
        return decoded.toByteArray();
    }
}
