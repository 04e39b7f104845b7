package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.node.TextNode;
import id.go.setneg.dumas.complaint.Complaint;
import java.util.Map;

/** Turns a source's record into a complaint, or says why it cannot be one. */
public final class ComplaintMapping {

    private final Mappings mappings;
    private final Canonical canonical;

    public ComplaintMapping(Mappings mappings, Canonical canonical) {
        this.mappings = mappings;
        this.canonical = canonical;
    }

    /**
     * Maps one record; nothing is thrown, whatever the record holds.
     *
     * @param name the mapping, such as {@code spde/record-to-complaint}
     */
    public MappedRecord map(String name, SourceRecord record) {
        try {
            var zone = TextNode.valueOf(record.zone().getId());
            Complaint complaint = canonical.complaint(mappings.apply(name, record.content(), Map.of("zone", zone)));
            return new MappedRecord.Mapped(record, name, complaint, canonical.bytes(complaint));
        } catch (MappingRefused refused) {
            return new MappedRecord.Refused(record, name, String.valueOf(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError failed) {
            return new MappedRecord.Refused(record, name, failed.getClass().getSimpleName());
        }
    }
}
