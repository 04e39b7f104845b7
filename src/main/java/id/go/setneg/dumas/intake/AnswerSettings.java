package id.go.setneg.dumas.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is borne of an answer of LAPOR!; beyond it, the connection is broken off and LAPOR! is asked again later.
 *
 * @param answerSize how large it may be, unpacked
 * @param answerTime how long it may take from the question to its last byte
 */
@ConfigurationProperties("hub.lapor")
record AnswerSettings(
        @NotNull @DefaultValue("64MB") DataSize answerSize,
        @NotNull @DefaultValue("1m") Duration answerTime) {

    AnswerSettings {
        if (answerSize.toBytes() < 1 || answerTime.toMillis() < 1) {
            throw new IllegalArgumentException("answer-size and answer-time must be more than nothing");
        }
    }
}
