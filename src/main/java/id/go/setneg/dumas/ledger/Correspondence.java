package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CorrespondenceKind;

/**
 * A message to the office that is no submission.
 *
 * @param feed the feed that brought it
 * @param name the source's own stable name of the message
 * @param kind what it is
 * @param because which rule says so, without personal data
 * @param record the source's own record, unchanged
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Correspondence(String feed, String name, CorrespondenceKind kind, String because, byte[] record) {

    @Override
    public String toString() {
        return "Correspondence[" + feed + ", " + kind + "]";
    }
}
