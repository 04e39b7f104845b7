package id.go.setneg.dumas.bench;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how many complaints a second the rules decide on one core, without any database, and what the next decision costs
 * as the journal of a case grows: {@code ./mvnw -Pbench-desk spring-boot:test-run}. Rounds of each take turns, because the
 * machine may be shared; the median counts.
 */
public final class Decisions {

    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 400_000_000L;
    private static final int[] LENGTHS = {10, 100, 1_000};
    private static final Path TABLES = Path.of("mappings", "desk");

    private final DecisionTable routing = DecisionTable.read(TABLES.resolve("routing.csv"));
    final Complaint[] complaints = complaints();
    private long kept;

    Decisions() {}

    public static void main(String[] args) throws IOException {
        var bench = new Decisions();
        System.out.printf(
                Locale.ROOT,
                "%nDumas Hub: decisions of the desk. %d cores, JDK %s, one thread; median of %d rounds of %d ms.%n%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ROUNDS,
                ROUND_NANOS / 1_000_000);
        bench.rules();
        bench.growth();
        System.out.println("(" + Long.toHexString(bench.kept) + ")");
    }

    private void rules() {
        double[] nanos = measure(List.of(
                i -> kept += routing.decide(inputs(complaints[i % complaints.length]))
                        .line(),
                i -> kept += decide(complaints[i % complaints.length]).size()));
        System.out.printf(
                Locale.ROOT,
                "routing table alone (%d rows): %,.0f decisions/s, %.1f µs each%n",
                routing.lines().size(),
                1e9 / nanos[0],
                nanos[0] / 1e3);
        System.out.printf(
                Locale.ROOT,
                "a whole complaint (what is missing, complete, directed, which agency, referral): %,.0f decisions/s,"
                        + " %.1f µs each%n%n",
                1e9 / nanos[1],
                nanos[1] / 1e3);
    }

    /** From an empty case to the issued referral. */
    List<CaseEvent> decide(Complaint complaint) {
        var file = new CaseFile();
        List<CaseEvent> events =
                file.decide(new CaseCommand.Receive(new UUID(1, 1), complaint, EnumSet.of(RequiredItem.NAME)));
        events.forEach(file::apply);
        Decision decision = routing.decide(inputs(complaint));
        String lead = decision.output("lead");
        List<CaseEvent> referred = file.decide(new CaseCommand.Refer(
                new UUID(2, 2),
                new AgencyCode(lead.isEmpty() || lead.startsWith("@") ? "kemensos" : lead),
                Referral.Kind.ACTION,
                new Basis(decision.table(), decision.version(), decision.line(), decision.because())));
        referred.forEach(file::apply);
        kept += file.state().ordinal();
        return referred;
    }

    private Map<String, String> inputs(Complaint complaint) {
        Map<String, String> all = Map.of(
                "problemCode", String.valueOf(complaint.matter().problemCode()),
                "text", complaint.letter().subject() + "\n" + complaint.matter().text(),
                "province", String.valueOf(complaint.place().province()));
        Map<String, String> known = new HashMap<>(all);
        known.keySet().retainAll(routing.inputs());
        return known;
    }

    private void growth() throws IOException {
        List<IntConsumer> folds = new ArrayList<>();
        List<IntConsumer> decisions = new ArrayList<>();
        for (int length : LENGTHS) {
            List<CaseEvent> journal = journal(length);
            CaseFile file = CaseFile.of(journal);
            folds.add(i -> kept += CaseFile.of(journal).state().ordinal());
            decisions.add(i -> kept += file.decide(report(length)).size());
        }
        print("decide one status update on a folded case", measure(decisions));
        print("fold the journal (CaseFile)", measure(folds));
        Path folder = Files.createTempDirectory("desk-bench");
        try (HubLedger hub = HubLedger.onH2(folder)) {
            List<IntConsumer> writes = new ArrayList<>();
            for (int length : LENGTHS) {
                var number = hub.ledger().write(unit -> {
                    var open = unit.openCase();
                    open.record(journal(length), "hub", "bench");
                    return open.number();
                });
                writes.add(i -> hub.ledger().write(unit -> {
                    unit.prepareNumbered(Set.of(number));
                    kept += unit.caseNumbered(number)
                            .orElseThrow()
                            .file()
                            .decide(report(length))
                            .size();
                    return true;
                }));
            }
            print("read, unseal, fold, decide in one transaction (H2)", measure(writes));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void print(String what, double[] nanos) {
        System.out.printf(Locale.ROOT, "%s%n", what);
        for (int i = 0; i < nanos.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %,6d events: %,10.2f µs, %6.1f times the shortest, %,.0f/s%n",
                    LENGTHS[i],
                    nanos[i] / 1e3,
                    nanos[i] / nanos[0],
                    1e9 / nanos[i]);
        }
        System.out.println();
    }

    private static CaseCommand report(int length) {
        return new CaseCommand.Report(
                new AgencyCode("kemensos"),
                new StatusUpdate(
                        "x",
                        new UUID(2, length),
                        StatusUpdate.Status.IN_PROGRESS,
                        Complaints.letter("PRES/2026/000001").complaint().receivedAt(),
                        null,
                        null));
    }

    /** A case with one referral that was written about again and again. */
    private List<CaseEvent> journal(int length) {
        var file = new CaseFile();
        List<CaseEvent> journal = new ArrayList<>(
                file.decide(new CaseCommand.Receive(new UUID(1, 1), complaints[0], EnumSet.of(RequiredItem.NAME))));
        journal.add(new CaseEvent.ReferralIssued(
                new UUID(2, length),
                new AgencyCode("kemensos"),
                Referral.Kind.ACTION,
                new Basis("bench", "-", 0, "bench")));
        for (int i = journal.size(); i < length; i++) {
            UUID id = new UUID(3, i);
            journal.add(
                    i % 3 == 0
                            ? new CaseEvent.CorrespondenceFiled(id, CorrespondenceKind.QUESTION, null, null)
                            : new CaseEvent.StatusReported(
                                    new UUID(2, length),
                                    new AgencyCode("kemensos"),
                                    "u" + i,
                                    StatusUpdate.Status.IN_PROGRESS,
                                    complaints[0].receivedAt(),
                                    "Sedang ditindaklanjuti, contoh ke-" + i,
                                    null));
        }
        return journal;
    }

    private static Complaint[] complaints() {
        String[] texts = {
            Complaints.TEXT,
            "Bansos bulan lalu belum diterima oleh keluarga contoh.",
            "Upah tidak dibayar oleh perusahaan contoh.",
            "Jalan di kelurahan contoh rusak sejak banjir.",
            "Permohonan keterangan yang tidak dikenali aturan mana pun. ".repeat(20)
        };
        return Arrays.stream(texts)
                .map(text -> Complaints.letter("PRES/2026/000001").text(text).complaint())
                .toArray(Complaint[]::new);
    }

    /** Nanoseconds of one call, of each; they take turns. */
    private static double[] measure(List<IntConsumer> works) {
        double[][] rounds = new double[works.size()][ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            for (int work = 0; work < works.size(); work++) {
                long start = System.nanoTime();
                int calls = 0;
                long took;
                do {
                    works.get(work).accept(calls++);
                    took = System.nanoTime() - start;
                } while (took < ROUND_NANOS);
                if (round >= 0) {
                    rounds[work][round] = (double) took / calls;
                }
            }
        }
        return Arrays.stream(rounds)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }
}
