package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.complaint.CaseNumber;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A case's number as people write it. */
final class WrittenNumber {

    private WrittenNumber() {}

    /**
     * The number, whatever its letters' case and the blanks around it.
     *
     * @param otherwise the status of the refusal (RFC 9457) when it is none, or its check digits are wrong
     */
    static CaseNumber read(String text, HttpStatus otherwise) {
        try {
            return CaseNumber.parse(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw Refusals.of(
                    otherwise,
                    "Nomor berkas atau dua angka pemeriksa di ujungnya salah. Bentuknya DUMAS-2026-000123-38.");
        }
    }
}
