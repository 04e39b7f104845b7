package id.go.setneg.dumas.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands, as far as its complainant may be told (SK Asdep Dumas 4/2022, product: Formulir Informasi Perkembangan
 * Penanganan Pengaduan Masyarakat). There is no name of a person in it and no word of the complaint. All words are
 * Indonesian; all days are those of Jakarta.
 *
 * @param number the case number
 * @param asOf when this was so
 * @param confidential whether a submission is classified or secret: then nothing of this leaves by mail or messenger
 * @param channels by which the matter reached the office, in words
 * @param state the state's name
 * @param words what the state means
 * @param steps what was done, oldest first
 * @param missing what the file lacks, in words
 * @param next what happens next, absent when nothing does
 * @param entries how many entries the journal had
 * @param seal the hash of its last entry, hexadecimal
 */
public record Progress(
        @JsonProperty("case") String number,
        OffsetDateTime asOf,
        boolean confidential,
        LocalDate receivedOn,
        List<String> channels,
        String state,
        String words,
        List<Step> steps,
        List<String> missing,
        @Nullable String next,
        int entries,
        String seal) {

    /** One thing that was done. */
    public record Step(LocalDate on, String words) {}

    public Progress {
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
        return "Progress[" + number + ", " + state + "]";
    }
}
