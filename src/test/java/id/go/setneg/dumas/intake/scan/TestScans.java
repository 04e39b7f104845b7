package id.go.setneg.dumas.intake.scan;

import id.go.setneg.dumas.ledger.Attachments;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Scans with ordinary limits. */
public final class TestScans {

    private TestScans() {}

    public static Scans of(Attachments attachments) {
        return new Scans(attachments, new ScanSettings(DataSize.ofMegabytes(50), 300, Duration.ofSeconds(20)));
    }
}
