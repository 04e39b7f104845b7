package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.ledger.AlarmList;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms that nobody has seen to (OpenAPI: {@code /api/openapi.yaml}); an officer sees to one by a decision on its case. */
@RestController
@RequestMapping("/api/v1/alarms")
class AlarmApi {

    private static final int MOST = 500;

    private final AlarmList list;
    private final Clock clock;

    /**
     * One of them.
     *
     * @param mail where the message to the role stands, absent where the role has no address
     */
    record Open(
            @JsonProperty("case") String caseNumber,
            Alarm alarm,
            OffsetDateTime since,
            long ageSeconds,
            @Nullable String role,
            @Nullable String mail) {}

    /** The oldest first; {@code open} also counts those beyond the list. */
    record Listed(long open, List<Open> alarms) {}

    AlarmApi(AlarmList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @GetMapping
    Listed list(@RequestParam(defaultValue = "100") int most) {
        return new Listed(
                list.figure().open(),
                list.open(Math.clamp(most, 1, MOST)).stream().map(this::open).toList());
    }

    private Open open(AlarmList.Row row) {
        long age = Duration.between(row.since(), OffsetDateTime.now(clock)).toSeconds();
        return new Open(row.number(), row.alarm(), row.since(), Math.max(0, age), row.role(), row.mail());
    }
}
