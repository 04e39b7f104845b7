package id.go.setneg.dumas.complaint;

import java.util.UUID;

/** No such referral, or not one of this agency: an agency cannot learn which of the two. */
public final class UnknownReferral extends RuntimeException {
    public UnknownReferral(UUID referral) {
        super("unknown referral " + referral);
    }
}
