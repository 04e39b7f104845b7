package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void theFirstCauseIsNamedWithItsPlaceAndWithoutItsMessage() {
        var cause = new IllegalStateException("Sertifikat milik " + "Contoh Warga Satu");
        int line = cause.getStackTrace()[0].getLineNumber();

        assertThat(Fault.of(new CompletionException("lagi", new RuntimeException(cause))))
                .isEqualTo("IllegalStateException at FaultTest:" + line);
    }

    @Test
    void thePlaceIsTheInnermostOneInTheHub() {
        NumberFormatException thrown = thrown();
        assertThat(thrown.getStackTrace()[0].getClassName()).startsWith("java.");

        assertThat(Fault.of(thrown)).matches("NumberFormatException at FaultTest:\\d+");
    }

    @Test
    void whatDidNotPassTheHubHasNoPlace() {
        var foreign = new IllegalArgumentException("rahasia");
        foreign.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("org.example.Parser", "parse", "Parser.java", 7)});

        assertThat(Fault.of(foreign)).isEqualTo("IllegalArgumentException");
    }

    private static NumberFormatException thrown() {
        try {
            throw new AssertionError(Integer.parseInt("bukan angka"));
        } catch (NumberFormatException e) {
            return e;
        }
    }
}
