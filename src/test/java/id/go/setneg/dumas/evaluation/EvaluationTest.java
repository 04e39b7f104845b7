package id.go.setneg.dumas.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.evaluation.Report.Count;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Submission;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Over a real ledger, on both databases. */
class EvaluationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theReportSaysWhatIsInTheLedger(String database, @TempDir Path folder) {
        try (HubLedger hub = database.equals("H2") ? HubLedger.onH2(folder) : HubLedger.onPostgres(folder)) {
            Desk desk = DeskFixture.desk();
            for (int i = 1; i <= 6; i++) {
                take(hub, desk, Complaints.letter("PRES/2026/00000" + i));
            }
            take(hub, desk, Complaints.mail("<1@contoh>"));
            take(hub, desk, Complaints.lapor("7000001"));
            hub.jdbc()
                    .update(
                            "delete from case_key where case_id = (select id from case_file where number like '%-000006-%')");

            Report report = evaluation(hub).of(DAY, DAY.plusDays(1));

            assertThat(report.cases()).isEqualTo(8);
            assertThat(report.submissions()).isEqualTo(8);
            assertThat(report.channels())
                    .extracting(Count::key, Count::count)
                    .containsExactly(tuple("LETTER", 6L), tuple("EMAIL", 1L), tuple("LAPOR", 1L));
            assertThat(report.states()).extracting(Count::key).contains("REFERRED");
            assertThat(report.problemCodes())
                    .extracting(Count::key, Count::count)
                    .containsExactly(tuple("*", 8L)); // one case without its key joins the seven of 07
            assertThat(report.onTime().inTime()).isEqualTo(5);
            assertThat(report.agencies()).singleElement().satisfies(agency -> {
                assertThat(agency.code()).isEqualTo("atr-bpn");
                assertThat(agency.name()).contains("Pertanahan");
                assertThat(agency.open()).isEqualTo(6);
            });
            String all = ReportPage.of(report) + ReportCsv.of(report);
            assertThat(all).doesNotContain(Complaints.NAME, Complaints.NIK, Complaints.ADDRESS, Complaints.TEXT);
            assertThat(evaluation(hub).of(DAY.plusDays(1), DAY.plusDays(9)).cases())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aCaseThatIsOnlyCoordinatedIsInTimeAndAsksNoAgency(String database, @TempDir Path folder) {
        try (HubLedger hub = database.equals("H2") ? HubLedger.onH2(folder) : HubLedger.onPostgres(folder)) {
            take(hub, DeskFixture.desk(), Complaints.letter("PRES/2026/000001"));
            hub.jdbc().update("update referral set kind = 'COORDINATION'");

            Report report = evaluation(hub).of(DAY, DAY.plusDays(1));
            assertThat(report.onTime().inTime()).isEqualTo(1);
            assertThat(report.agencies()).isEmpty();

            hub.jdbc().update("update referral set state = 'RETURNED'");
            hub.jdbc().update("update case_file set state = 'COMPLETE'");
            assertThat(evaluation(hub).of(DAY, DAY.plusDays(1)).onTime().running())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theCasesOfAPeriodAreFoundByTheDayOnWhichTheyWereOpened(String database, @TempDir Path folder) {
        boolean isH2 = database.equals("H2");
        try (HubLedger hub = isH2 ? HubLedger.onH2(folder) : HubLedger.onPostgres(folder)) {
            hub.jdbc()
                    .update("insert into case_file (id, number, state, version, head, opened_at, changed_at) select "
                            + (isH2 ? "random_uuid()" : "gen_random_uuid()")
                            + ", cast(n as varchar(10)), 'CLOSED', 1, cast('' as bytea),"
                            + " timestamp '2024-01-01 00:00:00' + n * interval '1' hour, current_timestamp from "
                            + (isH2 ? "system_range" : "generate_series") + "(1, 20000) s(n)");
            hub.jdbc().execute("analyze");

            List<String> plan = hub.jdbc()
                    .queryForList(
                            "explain " + CaseLines.CASES,
                            String.class,
                            OffsetDateTime.parse("2025-11-01T00:00:00+07:00"),
                            OffsetDateTime.parse("2025-12-01T00:00:00+07:00"),
                            new UUID(0, 0),
                            500);
            assertThat(String.join("\n", plan)).contains("case_file_by_opening");
        }
    }

    @Test
    void moreCasesThanAPageAreAllCounted(@TempDir Path folder) {
        try (HubLedger hub = HubLedger.onH2(folder)) {
            Desk desk = DeskFixture.desk();
            take(hub, desk, Complaints.letter("PRES/2026/000001"));
            for (int i = 0; i < 1_100; i++) {
                hub.jdbc()
                        .update(
                                "insert into case_file (id, number, state, version, head, opened_at, changed_at)"
                                        + " select random_uuid(), ?, 'RECEIVED', 0, head, opened_at, changed_at from case_file"
                                        + " where number like 'DUMAS%'",
                                "X-" + i);
            }
            assertThat(evaluation(hub).of(DAY, DAY.plusDays(1)).cases()).isEqualTo(1_101);
        }
    }

    private static Evaluation evaluation(HubLedger hub) {
        return new Evaluation(
                hub.jdbc(),
                new JdbcTransactionManager(hub.source()),
                hub.caseKeys(),
                Directory.read(Path.of("mappings/agencies/directory.json")),
                (start, days) -> Optional.of(start.plusDays(20)),
                hub.clock());
    }

    private static void take(HubLedger hub, Desk desk, Complaints what) {
        var submission = new Submission(
                hub.ids().get(),
                "feed",
                what.complaint(),
                DeskFixture.canonical().bytes(what.complaint()),
                what.complaint().reference().getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return desk.take(unit, submission);
        });
    }
}
