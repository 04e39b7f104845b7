package id.go.setneg.dumas.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.go.setneg.dumas.sandbox.Expected;
import id.go.setneg.dumas.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Compares what the outside world gave and got with what the hub's ledger says, and lists every difference. */
final class Reconciliation {

    private static final Set<String> UNREFERRED = Set.of(
            "RECEIVED",
            "REGISTERED",
            "AWAITING_COMPLETION",
            "AWAITING_DECISION",
            "AWAITING_DIRECTION",
            "COMPLETE",
            "ARCHIVED");
    private static final Set<String> AGENCIES = Set.of("atr-bpn", "kemensos", "kemnaker");

    private final Sandbox sandbox;
    private final StoredLedger ledger;
    private final StoredLedger.Names names;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, UUID> caseOfReference = new HashMap<>();
    private final Map<UUID, String> caseNumbers;

    Reconciliation(Sandbox sandbox, StoredLedger ledger, StoredLedger.Names names) {
        this.sandbox = sandbox;
        this.ledger = ledger;
        this.names = names;
        caseNumbers =
                ledger.cases().stream().collect(toMap(StoredLedger.Case::id, StoredLedger.Case::number, (a, b) -> a));
    }

    /** One line for each thing that is missing, doubled or too much; empty when all counts agree. */
    List<String> differences() {
        Expected expected = sandbox.expected();
        records(expected);
        parked(expected);
        registrations(expected);
        referrals();
        statuses();
        notices();
        if (ledger.brokenJournals() != 0) {
            differences.add(ledger.brokenJournals() + " cases whose journal has a gap or a broken chain");
        }
        for (StoredLedger.Delivery delivery : ledger.deliveries()) {
            if (!delivery.state().equals("DELIVERED") && !delivery.reason().equals("WAY none configured")) {
                differences.add("not delivered: " + delivery);
            }
        }
        return differences;
    }

    private void records(Expected expected) {
        Map<String, Set<UUID>> casesOfReference = ledger.submissions().stream()
                .collect(groupingBy(
                        StoredLedger.Submission::reference, mapping(StoredLedger.Submission::caseId, toSet())));
        casesOfReference.forEach((reference, cases) -> {
            caseOfReference.put(reference, cases.iterator().next());
            if (cases.size() > 1) {
                differences.add("one record on the cases "
                        + cases.stream().map(caseNumbers::get).toList());
            }
        });
        var known = new TreeSet<String>();
        expected.records()
                .forEach((source, references) -> references.forEach(reference -> {
                    known.add(names.reference(source, reference));
                    require(source, reference);
                }));
        for (String agenda : sandbox.agendaEntries().keySet()) {
            known.add(names.reference("spde", agenda));
            require("spde", agenda);
        }
        long strange = casesOfReference.keySet().stream()
                .filter(reference -> !known.contains(reference))
                .count();
        if (strange > 0) {
            differences.add(strange + " records in the ledger that no source has");
        }
        same("cases", expected.count(), ledger.cases().size());
    }

    private void require(String source, String reference) {
        if (!caseOfReference.containsKey(names.reference(source, reference))) {
            differences.add("missing in the ledger: " + source + " " + reference);
        }
    }

    private void parked(Expected expected) {
        if (expected.parked().size() != ledger.parkedFrom().size()) {
            differences.add("parked " + ledger.parkedFrom() + " instead of " + expected.parked());
        }
    }

    private void registrations(Expected expected) {
        once("registration of case", sandbox.registrations());
        var wanted = new TreeSet<String>();
        for (String source : List.of("mail", "lapor")) {
            for (String reference : expected.records().getOrDefault(source, Set.of())) {
                UUID caseId = caseOfReference.get(names.reference(source, reference));
                if (caseId != null) {
                    wanted.add(caseNumbers.getOrDefault(caseId, "?"));
                }
            }
        }
        sameSet("registered", wanted, sandbox.registrations().keySet());
        sandbox.agendaEntries().forEach((agenda, number) -> {
            UUID caseId = caseOfReference.get(names.reference("spde", agenda));
            if (caseId != null && !number.equals(caseNumbers.get(caseId))) {
                differences.add(agenda + " is on another case than " + number);
            }
        });
    }

    private void referrals() {
        once("referral", sandbox.referralsReceived());
        Set<String> issued = ledger.referrals().stream()
                .filter(referral -> AGENCIES.contains(referral.agency()))
                .map(referral -> referral.id().toString())
                .collect(toCollection(TreeSet::new));
        sameSet("referrals", issued, sandbox.referralsReceived().keySet());
        once(
                "referral of case",
                ledger.referrals().stream()
                        .collect(groupingBy(
                                referral -> caseNumbers.getOrDefault(referral.caseId(), "?"),
                                summingInt(referral -> 1))));
        for (StoredLedger.Case each : ledger.cases()) {
            boolean referred = ledger.referrals().stream()
                    .anyMatch(referral -> referral.caseId().equals(each.id()));
            if (!referred && !UNREFERRED.contains(each.state())) {
                differences.add(each + " has no referral");
            }
        }
        for (StoredLedger.Referral each : ledger.referrals()) {
            if (AGENCIES.contains(each.agency()) && !each.state().equals("ANSWERED")) {
                differences.add("answered by the agency, but not in the ledger: " + each);
            }
        }
    }

    private void statuses() {
        Set<String> reported = new TreeSet<>();
        sandbox.statusesReported().keySet().forEach(update -> {
            String agency = AGENCIES.stream()
                    .filter(code -> update.startsWith(code + "-"))
                    .findFirst()
                    .orElseThrow();
            reported.add(names.update(agency, update));
        });
        sameSet("status updates", reported, Set.copyOf(ledger.updates()));
        same("status updates", reported.size(), ledger.updates().size());
        same("reports of agencies", 3 * sandbox.referralsReceived().size(), reported.size());
    }

    /** Each report of an agency is one notice to each record of the case, and each notice arrives once. */
    private void notices() {
        Map<UUID, Long> reports =
                sandbox.statusesReported().keySet().stream().collect(groupingBy(Reconciliation::referral, counting()));
        for (StoredLedger.Referral referral : ledger.referrals()) {
            Map<String, Long> records = ledger.submissions().stream()
                    .filter(submission -> submission.caseId().equals(referral.caseId()))
                    .distinct()
                    .collect(groupingBy(StoredLedger.Submission::source, counting()));
            for (String source : List.of("spde", "lapor", "mail")) {
                long wanted = reports.getOrDefault(referral.id(), 0L) * records.getOrDefault(source, 0L);
                long decided = ledger.deliveries().stream()
                        .filter(delivery -> delivery.kind().equals("STATUS"))
                        .filter(delivery -> delivery.destination().equals(source))
                        .filter(delivery -> referral.id().equals(delivery.referral()))
                        .count();
                same("notices to " + source + " about " + referral, wanted, decided);
            }
        }
        for (String source : List.of("spde", "lapor", "mail")) {
            List<String> decided = ledger.deliveries().stream()
                    .filter(delivery -> Set.of("STATUS", "ACKNOWLEDGEMENT").contains(delivery.kind()))
                    .filter(delivery -> delivery.destination().equals(source))
                    .map(delivery -> name(source, delivery.id().toString()))
                    .toList();
            List<String> arrived = sandbox.statusesAtSources().stream()
                    .filter(notice -> notice.source().equals(source))
                    .map(notice -> name(source, notice.delivery()))
                    .toList();
            sameSet("notices at " + source, new TreeSet<>(decided), new TreeSet<>(arrived));
            if (!source.equals("mail")) { // SMTP knows no repetition: a mail is one by its Message-ID
                same("notices at " + source, decided.size(), arrived.size());
            }
        }
    }

    /** The part of a delivery's id by which a source knows it. */
    private static String name(String source, String delivery) {
        return switch (source) {
            case "lapor" -> delivery.substring(delivery.length() - 8);
            case "mail" -> delivery.replaceAll("[<>]|@.*", "");
            default -> delivery;
        };
    }

    /** An update is named {@code <agency>-<referral>-<step>}. */
    private static UUID referral(String update) {
        String start = update.substring(0, update.lastIndexOf('-'));
        return UUID.fromString(start.substring(start.length() - 36));
    }

    private void once(String what, Map<String, Integer> times) {
        times.forEach((name, count) -> {
            if (count != 1) {
                differences.add(what + " " + name + ": " + count + " times");
            }
        });
    }

    private void same(String what, long wanted, long found) {
        if (wanted != found) {
            differences.add(what + ": " + found + " instead of " + wanted);
        }
    }

    private void sameSet(String what, Collection<String> wanted, Collection<String> found) {
        wanted.stream().filter(one -> !found.contains(one)).forEach(one -> differences.add(what + ": missing " + one));
        found.stream().filter(one -> !wanted.contains(one)).forEach(one -> differences.add(what + ": too much " + one));
    }
}
