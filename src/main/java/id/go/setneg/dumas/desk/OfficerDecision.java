package id.go.setneg.dumas.desk;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.RequiredItem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer decides on a case (JSON: {@code decision} names which), with the reason in the officer's words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decision")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OfficerDecision.Complete.class, name = "complete"),
    @JsonSubTypes.Type(value = OfficerDecision.Reject.class, name = "reject-items"),
    @JsonSubTypes.Type(value = OfficerDecision.Judge.class, name = "judge"),
    @JsonSubTypes.Type(value = OfficerDecision.Direct.class, name = "direct"),
    @JsonSubTypes.Type(value = OfficerDecision.WithdrawDirection.class, name = "withdraw-direction"),
    @JsonSubTypes.Type(value = OfficerDecision.Route.class, name = "route"),
    @JsonSubTypes.Type(value = OfficerDecision.Archive.class, name = "archive"),
    @JsonSubTypes.Type(value = OfficerDecision.Reopen.class, name = "reopen"),
    @JsonSubTypes.Type(value = OfficerDecision.Close.class, name = "close"),
    @JsonSubTypes.Type(value = OfficerDecision.FieldCheck.class, name = "field-check"),
    @JsonSubTypes.Type(value = OfficerDecision.SeeToAlarms.class, name = "see-to-alarms"),
})
public sealed interface OfficerDecision {

    /** Why, 10 to 2,000 characters. */
    String reason();

    /**
     * These items are there, such as a signature on a scan.
     *
     * @param since when they arrived, which the 14 working days count from; not the moment of this decision
     */
    record Complete(String reason, Set<RequiredItem> items, OffsetDateTime since) implements OfficerDecision {

        public Complete {
            requireNonNull(reason, "reason");
            requireNonNull(since, "since");
            items = someOf(items);
        }
    }

    /** What looked like these items is none. */
    record Reject(String reason, Set<RequiredItem> items) implements OfficerDecision {

        public Reject {
            requireNonNull(reason, "reason");
            items = someOf(items);
        }
    }

    /** Whether the case is followed up; no rule changes that any more. */
    record Judge(String reason, Eligibility outcome) implements OfficerDecision {

        public Judge {
            requireNonNull(reason, "reason");
            requireNonNull(outcome, "outcome");
        }
    }

    /** The direction that the Deputy or the Minister gave on paper. */
    record Direct(
            String reason,
            String by,
            LocalDate date,
            String document,
            @Nullable String instruction) implements OfficerDecision {

        public Direct {
            requireNonNull(reason, "reason");
            requireNonNull(by, "by");
            requireNonNull(date, "date");
            requireNonNull(document, "document");
        }
    }

    /** The direction was taken back. */
    record WithdrawDirection(String reason) implements OfficerDecision {

        public WithdrawDirection {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * These agencies are asked.
     *
     * @param agencies codes of the directory, the leading one first
     * @param copies codes of those that are only to know of it, perhaps none
     */
    record Route(
            String reason, List<String> agencies, @Nullable List<String> copies) implements OfficerDecision {

        public Route {
            requireNonNull(reason, "reason");
            if (agencies == null || agencies.isEmpty()) {
                throw new IllegalArgumentException("agencies are missing");
            }
            agencies = List.copyOf(agencies);
            copies = copies == null ? List.of() : List.copyOf(copies);
            agencies.forEach(AgencyCode::new);
            copies.forEach(AgencyCode::new);
        }

        List<AgencyCode> asked() {
            return agencies.stream().map(AgencyCode::new).toList();
        }

        List<AgencyCode> copied() {
            return copies == null
                    ? List.of()
                    : copies.stream().map(AgencyCode::new).toList();
        }
    }

    /** The case is archived. */
    record Archive(String reason) implements OfficerDecision {

        public Archive {
            requireNonNull(reason, "reason");
        }
    }

    /** The case is taken out of the archive, or opened again after it was closed. */
    record Reopen(String reason) implements OfficerDecision {

        public Reopen {
            requireNonNull(reason, "reason");
        }
    }

    /** The office has done what it had to do. */
    record Close(String reason) implements OfficerDecision {

        public Close {
            requireNonNull(reason, "reason");
        }
    }

    /** Somebody has to look on the spot before the agency can answer: the agency's longer term counts. */
    record FieldCheck(String reason, UUID referral) implements OfficerDecision {

        public FieldCheck {
            requireNonNull(reason, "reason");
            requireNonNull(referral, "referral");
        }
    }

    /** Somebody did what these alarms of the case ask for, such as a call to the writer or to the police. */
    record SeeToAlarms(String reason, Set<Alarm> alarms) implements OfficerDecision {

        public SeeToAlarms {
            requireNonNull(reason, "reason");
            if (alarms == null || alarms.isEmpty()) {
                throw new IllegalArgumentException("alarms are missing");
            }
            alarms = Set.copyOf(alarms);
        }
    }

    private static Set<RequiredItem> someOf(Set<RequiredItem> items) {
        if (items == null || items.isEmpty()) {
            throw new IllegalArgumentException("items are missing");
        }
        return Set.copyOf(items);
    }
}
