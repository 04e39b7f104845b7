package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseState;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CaseLabelsTest {

    @Test
    void everyStateIsShownInWordsAndNoOther() {
        assertThat(ResourceBundle.getBundle("console.cases").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CaseState.values()).map(CaseState::name).toList());
    }
}
