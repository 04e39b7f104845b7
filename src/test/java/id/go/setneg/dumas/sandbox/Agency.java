package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An agency as tests see it. */
interface Agency extends AutoCloseable {

    /** Such as {@code atr-bpn}. */
    String code();

    /** Every referral that was acted upon, in canonical form. */
    List<JsonNode> referrals();

    /** Counts by referral id; repetitions by event id. */
    Tally received();

    /** Who answers. */
    Clerk clerk();

    @Override
    void close();
}
