package id.go.setneg.dumas.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

    private static final Duration NOT_FOR_EVER = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Tanah, Tanah",
        "'Re: Tanah', Tanah",
        "' RE :Fwd: [DUMAS-2026-000123-38]  Bls:Tanah ', Tanah",
        "'[DUMAS- Tanah', '[DUMAS- Tanah'",
        "'Hal: Tanah', 'Hal: Tanah'",
        "': Tanah', ': Tanah'",
        "'Re:', ''",
    })
    void theMatterStandsBehindTheMarksOfAnswers(String subject, String matter) {
        assertThat(Fingerprints.matter(subject)).isEqualTo(matter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: ", "[DUMAS-]", "re:  fwd:", " "})
    void aSubjectOfNothingButMarksIsReadInOnePass(String mark) {
        assertTimeoutPreemptively(
                NOT_FOR_EVER,
                () -> assertThat(Fingerprints.matter(mark.repeat(2_000_000 / mark.length()) + "Tanah"))
                        .isEqualTo("Tanah"));
    }

    @Test
    void manyMarksOnOneLetterAreReadInOnePass() {
        String text = "a" + "\u0301\u0327".repeat(500_000) + " tanah kami";
        assertTimeoutPreemptively(
                NOT_FOR_EVER, () -> assertThat(copy("Tanah", text)).isNotEmpty());
    }

    @Test
    void howALetterIsComposedAndWhereLinesBreakDoesNotMatter() {
        String composed = "d\u00e9sa kami di tepi k\u00e2li, \ufb01rma itu";
        String broken = "de\u0301sa  kami\ndi tepi\r\nka\u0302li firma itu";

        assertThat(copy("Re: T\u00e1nah", broken)).isEqualTo(copy("ta\u0301nah", composed));
    }

    private String copy(String subject, String text) {
        Inbox inbox = Inbox.in(folder);
        return Fingerprints.of(
                        inbox.attachments(), "warga@contoh.invalid", subject, new Conversation(text, null), List.of())
                .copy();
    }
}
