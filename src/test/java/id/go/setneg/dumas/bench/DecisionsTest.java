package id.go.setneg.dumas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Complaint;
import org.junit.jupiter.api.Test;

/** The benchmark still measures decisions of the tables as they are; how fast they are is no test. */
class DecisionsTest {

    @Test
    void eachOfItsComplaintsIsDecided() {
        var bench = new Decisions();

        for (Complaint complaint : bench.complaints) {
            assertThat(bench.decide(complaint)).hasAtLeastOneElementOfType(CaseEvent.ReferralIssued.class);
        }
    }
}
