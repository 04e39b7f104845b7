package id.go.setneg.dumas.complaint;

import java.util.EnumSet;
import java.util.Set;

/** The alarms of a case that nobody has seen to yet. One that somebody has seen to may be raised again. */
final class OpenAlarms {

    private final Set<Alarm> open = EnumSet.noneOf(Alarm.class);

    void apply(CaseEvent.Alarming event) {
        switch (event) {
            case CaseEvent.AlarmRaised raised -> open.add(raised.alarm());
            case CaseEvent.AlarmsSeenTo seen -> open.removeAll(seen.alarms());
        }
    }

    void addAll(OpenAlarms others) {
        open.addAll(others.open);
    }

    Set<Alarm> all() {
        return Set.copyOf(open);
    }
}
