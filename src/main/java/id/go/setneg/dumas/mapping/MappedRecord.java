package id.go.setneg.dumas.mapping;

import id.go.setneg.dumas.complaint.Complaint;

/** What became of one record of a source. */
public sealed interface MappedRecord {

    /** The record as it came. */
    SourceRecord record();

    /** The mapping that was applied, such as {@code spde/record-to-complaint}. */
    String mapping();

    /**
     * The record is a complaint.
     *
     * @param canonical the complaint's JSON in UTF-8; equal complaints have equal bytes, so that its hash is the version
     *     of the submission
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Mapped(SourceRecord record, String mapping, Complaint complaint, byte[] canonical) implements MappedRecord {

        @Override
        public String toString() {
            return "Mapped[" + record + "]";
        }
    }

    /**
     * The record cannot be a complaint and is to be parked.
     *
     * @param mapping the mapping's name, such as {@code spde/record-to-complaint}
     * @param reason why, without any value of the record
     */
    record Refused(SourceRecord record, String mapping, String reason) implements MappedRecord {}
}
