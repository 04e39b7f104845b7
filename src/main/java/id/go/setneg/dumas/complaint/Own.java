package id.go.setneg.dumas.complaint;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another case has to know of a case before both are joined, or parted.
 *
 * @param submissions what it holds, and what the cases hold that are part of it
 * @param given referrals that the case has given to the one that it is part of
 */
record Own(
        Set<UUID> submissions,
        boolean copyOnly,
        Complaint.@Nullable Agenda agenda,
        Complaint.@Nullable Direction direction,
        Set<UUID> given) {}
