package id.go.setneg.dumas.desk;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the agencies of a plan: facts, messages, and what waits for a person, in the caller's unit of work. */
final class Referring {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Basis PERSON = new Basis("officer", "-", 0, "a person decided");
    private static final String NO_WAY = "WAY none configured";

    private final Routing routing;
    private final Messages messages;
    private final Disclosure disclosure;
    private final AgencyWays ways;

    Referring(Routing routing, Messages messages, Disclosure disclosure, AgencyWays ways) {
        this.routing = routing;
        this.messages = messages;
        this.disclosure = disclosure;
        this.ways = ways;
    }

    /** Lets the rules say where the case goes; agencies that have it already are not asked again. */
    void byRules(UnitOfWork unit, OpenCase on) {
        if (on.complaints().isEmpty()) {
            return; // its sources took back all that was said
        }
        Plan plan = routing.plan(
                on.complaints(),
                on.file().refusedBy(),
                on.file().returns(),
                unit.now().atZoneSameInstant(WIB).toLocalDate());
        issue(unit, on, plan, "hub", null);
    }

    /** Asks those again whose letter was taken back, unless they have the case or sent it back since. */
    void again(UnitOfWork unit, OpenCase on) {
        List<Referral> asked = on.file().referrals().stream()
                .filter(each -> each.kind() == Referral.Kind.ACTION)
                .filter(each -> !on.file().refusedBy().contains(each.agency()))
                .toList();
        List<AgencyCode> recalled = asked.stream()
                .filter(Referring::isRecalled)
                .map(Referral::agency)
                .distinct()
                .toList();
        if (!recalled.isEmpty() && !on.complaints().isEmpty()) {
            boolean isLed = !asked.stream().allMatch(Referring::isRecalled);
            issue(unit, on, routing.again(on.complaints(), recalled, isLed), "hub", null);
        }
    }

    private static boolean isRecalled(Referral referral) {
        return referral.state() == ReferralState.RECALLED;
    }

    /**
     * Lets a person say where the case goes; the first one asked leads.
     *
     * @param decided the fact that the person decided, written before what follows
     * @return what follows, nothing when it cannot be referred or every agency has it already
     */
    List<CaseEvent> byPerson(
            UnitOfWork unit,
            OpenCase on,
            List<AgencyCode> asked,
            List<AgencyCode> copies,
            CaseEvent decided,
            String actor) {
        if (on.complaints().isEmpty()) {
            return List.of();
        }
        Plan plan = routing.chosen(on.complaints(), asked, copies, PERSON);
        return plan.left() == null ? issue(unit, on, plan, actor, decided) : List.of();
    }

    /** Carries out a plan. */
    private List<CaseEvent> issue(UnitOfWork unit, OpenCase on, Plan plan, String actor, @Nullable CaseEvent decided) {
        Map<UUID, Plan.Step> steps = new HashMap<>();
        List<CaseCommand.Refer> wanted = plan.steps().stream()
                .map(step -> {
                    UUID referral = unit.newId();
                    steps.put(referral, step);
                    return new CaseCommand.Refer(
                            referral, step.agency().code(), step.kind(), step.basis(), step.explanation());
                })
                .toList();
        List<CaseEvent> follows = on.file().decide(new CaseCommand.ReferTogether(wanted));
        if (decided != null && !follows.isEmpty()) {
            on.record(List.of(decided), actor, "an officer decided");
        }
        for (CaseEvent event : follows) {
            if (event instanceof CaseEvent.ReferralIssued issued) {
                Plan.Step step = requireNonNull(steps.get(issued.referral()));
                on.record(List.of(issued), actor, cut(issued.basis().toString()));
                send(unit, on, issued.referral(), step);
            }
        }
        if (plan.left() != null) {
            Plan.Left left = plan.left();
            on.record(
                    on.file().decide(new CaseCommand.LeaveToPerson(left.basis(), left.explanation())),
                    actor,
                    cut(left.explanation().sentence()));
        }
        return follows;
    }

    private void send(UnitOfWork unit, OpenCase on, UUID referral, Plan.Step step) {
        AgencyCode code = step.agency().code();
        String way = ways.find(code).map(found -> found.kind().name()).orElse("NONE");
        Disclosure.Allowed allowed = disclosure.of(on.complaints(), step.agency(), step.kind(), way);
        String held = way.equals("NONE") ? NO_WAY : allowed.heldBecause();
        unit.add(
                on,
                new NewDelivery(
                        unit.newId(),
                        AgencyWays.destination(code),
                        "REFERRAL",
                        referral,
                        messages.referral(referral, on.number(), step, unit.now(), on.complaints(), allowed),
                        held));
        if (held != null) {
            on.record(on.file().decide(new CaseCommand.Hold(referral, held)), "hub", held);
        }
    }

    /** The agency to which a referral was issued, where the one that speaks has taken its duties over. */
    AgencyCode addressed(OpenCase on, UUID referral, AgencyCode from) {
        return on.file().referrals().stream()
                .filter(each -> each.id().equals(referral))
                .map(Referral::agency)
                .filter(agency -> routing.isSuccessor(agency, from))
                .findFirst()
                .orElse(from);
    }

    private static String cut(String because) {
        return because.length() > 400 ? because.substring(0, 400) : because;
    }
}
