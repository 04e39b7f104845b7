package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.desk.Merging.Refusal;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.JournalCheck;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.ledger.MatchList;
import id.go.setneg.dumas.ledger.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One matter by several channels, and what people say of two cases, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MatchingContract {

    private static final Desk DESK = DeskFixture.desk();
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final CaseNumber FIRST = new CaseNumber(2026, 1);
    private static final CaseNumber SECOND = new CaseNumber(2026, 2);
    private static final String LONG =
            "Tanah pekarangan kami sejak lama di Desa Contoh telah bersertifikat atas nama orang"
                    + " lain tanpa sepengetahuan kami dan kantor pertanahan tidak pernah menjawab tiga surat kami.";
    private static final String NEAR = LONG.replace("tiga surat", "empat surat");
    private static final String OTHER = "Saya dan empat belas rekan terkena pemutusan hubungan kerja sepihak dari"
            + " pabrik di Kabupaten Contoh dan pesangon kami belum dibayar sampai hari ini juga.";

    private HubLedger hub;
    private Merging merging;
    private MatchList list;

    abstract HubLedger open(Path folder);

    /** Whether a transaction waits for another one's lock. */
    abstract boolean isSomebodyWaiting(HubLedger hub);

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = open(folder);
        merging = DeskFixture.merging(hub.ledger());
        list = LedgerFixture.matchList(hub.jdbc());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
    }

    // by themselves

    @Test
    void onePersonsVeryWordsByLetterMailAndReportAreOneCase() {
        take(Complaints.lapor("100045").text(LONG));
        take(Complaints.mail("<satu@contoh.invalid> a").text(LONG.toUpperCase(Locale.ROOT)));
        take(Complaints.letter("PRES/2026/000001").text(LONG));

        assertThat(cases()).isEqualTo(1);
        assertThat(count("submission")).isEqualTo(3);
        assertThat(events()).doesNotContain("ReminderReceived", "MatchProposed");
        assertThat(Outbox.of(hub, "REGISTRATION")).hasSize(1);
    }

    @Test
    void theSameAgainByTheSameChannelIsAReminder() {
        take(Complaints.lapor("100045").text(LONG));
        take(Complaints.lapor("100046").text(LONG));

        assertThat(cases()).isEqualTo(1);
        assertThat(events()).containsOnlyOnce("ReminderReceived");
    }

    @Test
    void theSameThreeYearsLaterIsAnotherCase() {
        take(Complaints.lapor("100045").text(LONG).receivedAt("2023-11-20T08:00:00+07:00"));
        take(Complaints.lapor("100046").text(LONG));

        assertThat(cases()).isEqualTo(2);
        assertThat(events()).doesNotContain("ReminderReceived", "MatchProposed");
    }

    @Test
    void whatIsAlikeIsProposedWithItsReasons() {
        take(Complaints.lapor("100045").text(LONG));
        take(Complaints.mail("<satu@contoh.invalid> a").text(NEAR));
        take(Complaints.lapor("100047").text(OTHER));

        assertThat(cases()).isEqualTo(3);
        MatchList.Row row = onlyMatch();
        assertThat(row.one()).isEqualTo(FIRST.toString());
        assertThat(row.two()).isEqualTo(SECOND.toString());
        assertThat(row.score()).isBetween(75, 99);
        assertThat(row.reasons()).contains("SAME_NIK", "SIMILAR_TEXT", "OTHER_CHANNEL");
        assertThat(events()).containsOnlyOnce("MatchProposed");
    }

    @Test
    void twoPeopleWithOneTextAreProposedAndThreeAreAMassLetter() {
        take(Complaints.lapor("1").text(LONG).email("satu@contoh.example"));
        take(Complaints.lapor("2").text(LONG).email("dua@contoh.example"));
        assertThat(onlyMatch().reasons()).contains("SAME_TEXT");
        assertThat(list.massLetters(10)).isEmpty();

        for (int i = 3; i <= 40; i++) {
            take(Complaints.lapor("" + i).text(LONG).email("orang" + i + "@contoh.example"));
        }
        assertThat(cases()).isEqualTo(40);
        assertThat(list.massLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.cases()).isEqualTo(40);
            assertThat(letter.first()).isEqualTo(FIRST.toString());
        });
        assertThat(list.page(MatchList.State.OPEN, null, 10)).hasSize(1);
    }

    @Test
    void aPopularKeyIsKeptForAFewCasesAndCountedForTheRest() {
        for (int i = 1; i <= 40; i++) {
            take(Complaints.lapor("" + i).text(LONG).email("orang" + i + "@contoh.example"));
        }
        assertThat(hub.jdbc()
                        .queryForObject(
                                "select max(c) from (select count(*) c from match_key group by match_key) k",
                                Integer.class))
                .isEqualTo(32);
        assertThat(hub.jdbc().queryForList("select distinct beyond from match_bucket", Integer.class))
                .containsExactly(8);
    }

    @Test
    void severalOnOnePageFindEachOther() {
        Submission one = submission(Complaints.lapor("1").text(LONG));
        Submission two = submission(Complaints.mail("<satu@contoh.invalid> a").text(LONG));
        Submission three = submission(Complaints.lapor("3").text(NEAR));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(one, two, three));
            return DESK.take(unit, one) & DESK.take(unit, two) & DESK.take(unit, three);
        });
        assertThat(cases()).isEqualTo(2);
        assertThat(onlyMatch().two()).isEqualTo(SECOND.toString());
    }

    @Test
    void anErasedCaseIsProposedToNobody() {
        take(Complaints.lapor("100045").text(LONG));
        hub.jdbc().update("delete from case_key");
        take(Complaints.mail("<satu@contoh.invalid> a").text(NEAR));

        assertThat(cases()).isEqualTo(2);
        assertThat(count("match_proposal")).isZero();
    }

    /**
     * Two feeds bring one matter at once, neither knowing of the other. The second has looked before the first is there, and
     * waits for a number; then it sees that its names lead elsewhere now, looks again and joins.
     */
    @Test
    void twoFeedsThatOpenOneMatterAtOnceOpenOneCase() throws Exception {
        take(Complaints.lapor("1").text("Perkara lain.").stranger()); // the year's counter is there
        Submission report = submission(Complaints.lapor("100045").text(LONG));
        Submission mail = submission(Complaints.mail("<satu@contoh.invalid> a").text(LONG));
        var isPrepared = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var looks = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = threads.submit(() -> hub.ledger().write(unit -> {
                unit.prepare(List.of(report));
                isPrepared.countDown();
                await(mayGoOn);
                return DESK.take(unit, report);
            }));
            await(isPrepared);
            Future<Boolean> second = threads.submit(() -> hub.ledger().write(unit -> {
                looks.incrementAndGet();
                unit.prepare(List.of(mail));
                return DESK.take(unit, mail);
            }));
            Awaitility.await().until(() -> isSomebodyWaiting(hub));
            mayGoOn.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
        assertThat(looks).hasValue(2);
        assertThat(cases()).isEqualTo(2);
        assertThat(complaints(SECOND)).containsExactly("100045", "<satu@contoh.invalid> a");
        assertJournalsAreWhole();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // people

    @Test
    void aConfirmedMatchIsOneCaseWithTheEarliestClockAndOneReferral() {
        take(Complaints.letter("PRES/2026/000001").text(LONG).receivedAt("2026-11-20T08:00:00+07:00"));
        take(Complaints.letter("PRES/2026/000002").text(NEAR).receivedAt("2026-11-18T08:00:00+07:00"));
        assertThat(states()).containsExactly("REFERRED", "REFERRED");

        assertThat(merging.confirm(onlyMatch().id(), null, "Perkara yang sama.", "sari"))
                .isEmpty();

        assertThat(states()).containsExactly("REFERRED", "MERGED");
        assertThat(hub.ledger().<Optional<OffsetDateTime>>write(unit -> {
                    unit.prepareNumbered(Set.of(FIRST));
                    return unit.caseNumbered(FIRST).orElseThrow().file().completeSince();
                }))
                .contains(OffsetDateTime.parse("2026-11-18T08:00:00+07:00"));
        assertThat(Outbox.of(hub, "REFERRAL")).extracting(Outbox.Sent::state).containsExactly("WAITING", "RECALLED");
        assertThat(events()).contains("MatchDecided", "CaseMerged", "CaseJoined", "ReferralTaken", "ReferralRecalled");
        assertThat(list.page(MatchList.State.CONFIRMED, null, 10))
                .extracting(MatchList.Row::decidedBy)
                .containsExactly("sari");
        assertThat(merging.confirm(
                        list.page(MatchList.State.CONFIRMED, null, 10)
                                .getFirst()
                                .id(),
                        null,
                        "Lagi.",
                        "sari"))
                .contains(Refusal.ALREADY_DECIDED);
        assertJournalsAreWhole();
    }

    @Test
    void aMatchWithWhatIsPartOfAnotherCaseIsConfirmedForThatOne() {
        var third = new CaseNumber(2026, 3);
        take(Complaints.lapor("1").text(OTHER).stranger());
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(NEAR));
        MatchList.Row match = onlyMatch();
        assertThat(List.of(match.one(), match.two())).containsExactly(SECOND.toString(), third.toString());
        merge(SECOND, FIRST);

        assertThat(merging.confirm(match.id(), null, "Perkara yang sama.", "sari"))
                .isEmpty();

        assertThat(states()).element(1).isEqualTo("MERGED");
        assertThat(states()).element(2).isEqualTo("MERGED");
        assertThat(complaints(FIRST)).hasSize(3);
        assertJournalsAreWhole();
    }

    @Test
    void anAgencysWordThatChangesNothingIsToldToNobodyAgain() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER));
        UUID kept = sent(FIRST);
        UUID other = sent(SECOND);
        hub.jdbc().update("update delivery set attempts = 1");
        merge(SECOND, FIRST);

        report(other, "1", StatusUpdate.Status.IN_PROGRESS);
        assertThat(Outbox.of(hub, "STATUS")).hasSize(2);
        report(kept, "2", StatusUpdate.Status.IN_PROGRESS);
        report(kept, "3", StatusUpdate.Status.ACKNOWLEDGED);
        assertThat(Outbox.of(hub, "STATUS")).hasSize(2);
    }

    @Test
    void aLetterThatMovesTakesWithItWhatItBroughtAndIsToldOfItsNewCaseOnly() {
        take(Complaints.lapor("1").text(LONG));
        take(Complaints.lapor("2").text(OTHER).stranger());
        take(Complaints.letter("PRES/2026/000001").text("Perihal lain.").caseReference(FIRST.toString()));
        assertThat(complaints(FIRST)).hasSize(2);

        take(Complaints.letter("PRES/2026/000001").text("Perihal lain.").caseReference(SECOND.toString()));

        assertThat(complaints(FIRST)).containsExactly("1");
        assertThat(complaints(SECOND)).hasSize(2);
        assertThat(eventsOf(FIRST)).contains("SubmissionMoved", "DirectionWithdrawn");
        assertThat(hub.ledger().<Boolean>write(unit -> {
                    unit.prepareNumbered(Set.of(FIRST, SECOND));
                    return unit.caseNumbered(FIRST)
                                    .orElseThrow()
                                    .file()
                                    .agenda()
                                    .isEmpty()
                            && unit.caseNumbered(SECOND)
                                    .orElseThrow()
                                    .file()
                                    .agenda()
                                    .isPresent();
                }))
                .isTrue();
        report(sent(FIRST), "1", StatusUpdate.Status.IN_PROGRESS);
        assertThat(Outbox.of(hub, "STATUS"))
                .extracting(Outbox.Sent::destination)
                .containsExactly("lapor");
        assertJournalsAreWhole();
    }

    @Test
    void statusGoesBackToEachChannelOfBothCases() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.lapor("100045").text(OTHER));
        take(Complaints.mail("<satu@contoh.invalid> a").text(NEAR).email("orang.lain@contoh.example"));
        merge(SECOND, FIRST);
        merge(new CaseNumber(2026, 3), FIRST);

        report(Outbox.of(hub, "REFERRAL").getFirst().referral(), "1", StatusUpdate.Status.IN_PROGRESS);

        assertThat(Outbox.of(hub, "STATUS"))
                .extracting(Outbox.Sent::destination)
                .containsExactlyInAnyOrder("spde", "lapor", "mail");
        assertThat(states()).containsExactly("IN_PROGRESS", "MERGED", "MERGED");
    }

    @Test
    void whatComesForAPartGoesToTheWhole() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.lapor("100045").text(OTHER));
        merge(SECOND, FIRST);

        take(Complaints.mail("<satu@contoh.invalid> a").text("Bukti tambahan.").caseReference(SECOND.toString()));
        take(Complaints.lapor("100045").text(OTHER + " Mohon perhatian."));
        take(Complaints.mail("<dua@contoh.invalid> a").text(OTHER));

        assertThat(cases()).isEqualTo(2);
        assertThat(eventsOf(SECOND)).endsWith("CaseMerged");
        assertThat(eventsOf(FIRST))
                .contains("SubmissionCorrected")
                .filteredOn("SubmissionReceived"::equals)
                .hasSize(3);
        assertJournalsAreWhole();
    }

    @Test
    void anUnmergedCaseHasAllThatItHadAndWhatCameForItMeanwhile() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER));
        UUID own = sent(SECOND);
        hub.jdbc().update("update delivery set attempts = 1");
        merge(SECOND, FIRST);
        assertThat(eventsOf(FIRST)).contains("ReferralCoordinated");
        report(own, "1", StatusUpdate.Status.ACKNOWLEDGED);
        assertThat(states()).containsExactly("IN_PROGRESS", "MERGED");
        take(Complaints.letter("PRES/2026/000002").text(OTHER + " Mohon perhatian."));
        take(Complaints.lapor("100045").text("Bukti tambahan.").caseReference(SECOND.toString()));

        assertThat(merging.unmerge(SECOND, "Ternyata dua perkara.", "sari")).isEmpty();

        assertThat(states()).containsExactly("IN_PROGRESS", "IN_PROGRESS");
        assertThat(eventsOf(SECOND))
                .contains("CaseUnmerged", "ReferralTaken", "SubmissionCorrected")
                .filteredOn("SubmissionReceived"::equals)
                .hasSize(2);
        assertThat(eventsOf(FIRST)).contains("CaseParted", "ReferralGiven", "SubmissionMoved");
        report(own, "2", StatusUpdate.Status.ANSWERED);
        assertThat(states()).containsExactly("IN_PROGRESS", "ANSWERED");
        take(Complaints.letter("PRES/2026/000002").text(OTHER + " Segera."));
        assertThat(eventsOf(SECOND)).endsWith("SubmissionCorrected");
        assertThat(complaints(FIRST)).hasSize(1);
        assertThat(complaints(SECOND)).hasSize(2);
        assertJournalsAreWhole();
    }

    @Test
    void twoIncompleteCasesOfOneMatterCompleteEachOtherByEvidenceOnly() {
        take(Complaints.letter("PRES/2026/000001").text(LONG).attachments().receivedAt("2026-11-18T08:00:00+07:00"));
        take(Complaints.letter("PRES/2026/000002")
                .text(OTHER)
                .stranger()
                .signed(false)
                .receivedAt("2026-11-19T08:00:00+07:00"));
        assertThat(states()).containsExactly("AWAITING_COMPLETION", "AWAITING_COMPLETION");

        merge(SECOND, FIRST);

        assertThat(states()).containsExactly("REFERRED", "MERGED");
        assertThat(hub.jdbc().queryForList("select because from journal where event = 'ItemsTogether'", String.class))
                .singleElement()
                .asString()
                .startsWith("Kelengkapan berkas yang satu perkara dihitung bersama: bukti berlaku untuk perkaranya");
        assertThat(completeSince(FIRST)).contains(OffsetDateTime.parse("2026-11-19T08:00:00+07:00"));
        assertJournalsAreWhole();

        assertThat(merging.unmerge(SECOND, "Ternyata dua perkara.", "sari")).isEmpty();

        assertThat(completeSince(FIRST)).isEmpty();
        assertThat(completeSince(SECOND)).isEmpty();
        assertThat(states().getLast()).isEqualTo("AWAITING_COMPLETION");
        assertJournalsAreWhole();
    }

    @Test
    void aPartThatOnlyTheWholeMadeCompleteIsAskedAgainForWhatItLacks() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER).attachments());
        assertThat(states()).containsExactly("REFERRED", "AWAITING_COMPLETION");
        assertThat(asked(SECOND)).isEqualTo(1);
        merge(SECOND, FIRST);

        assertThat(merging.unmerge(SECOND, "Ternyata dua perkara.", "sari")).isEmpty();

        assertThat(states()).containsExactly("REFERRED", "AWAITING_COMPLETION");
        assertThat(missing(SECOND)).containsOnly(RequiredItem.EVIDENCE);
        assertThat(asked(SECOND)).isEqualTo(2);
        assertThat(asked(FIRST)).isZero();
    }

    @Test
    void whoWaitsToBeAskedForAPartIsAskedForTheWhole() {
        take(Complaints.mail("<satu@contoh.invalid> a").text(LONG).attachments());
        take(Complaints.mail("<dua@contoh.invalid> a").text(OTHER).attachments());
        merge(SECOND, FIRST);
        assertThat(hub.jdbc().queryForList("select case_id from postponed_notice", UUID.class))
                .isEqualTo(hub.jdbc()
                        .queryForList("select id from case_file where number = ?", UUID.class, FIRST.toString()));
    }

    private int asked(CaseNumber number) {
        return Collections.frequency(eventsOf(number), "CompletionAsked");
    }

    @Test
    void aSignatureOfAnotherPersonCompletesNobody() {
        take(Complaints.letter("PRES/2026/000001").text(LONG).signed(false));
        take(Complaints.letter("PRES/2026/000002")
                .text(OTHER)
                .stranger()
                .address(null)
                .attachments());

        merge(SECOND, FIRST);

        assertThat(missing(FIRST)).containsOnly(RequiredItem.SIGNATURE);
        assertThat(states()).containsExactly("AWAITING_COMPLETION", "MERGED");
    }

    @Test
    void onePersonsSignatureCompletesBothOfItsCases() {
        take(Complaints.letter("PRES/2026/000001").text(LONG).signed(false));
        take(Complaints.letter("PRES/2026/000002").text(OTHER).address(null).attachments());

        merge(SECOND, FIRST);

        assertThat(states()).containsExactly("REFERRED", "MERGED");
    }

    @Test
    void whatComesLaterForAPartOfAnotherPersonIdentifiesNobodyElse() {
        take(Complaints.letter("PRES/2026/000001").text(LONG).signed(false).attachments());
        take(Complaints.letter("PRES/2026/000002")
                .text(OTHER)
                .stranger()
                .signed(false)
                .attachments());
        merge(SECOND, FIRST);
        assertThat(missing(FIRST)).containsOnly(RequiredItem.SIGNATURE, RequiredItem.EVIDENCE);

        take(Complaints.letter("PRES/2026/000002").text(OTHER).stranger().attachments());

        assertThat(missing(FIRST)).containsOnly(RequiredItem.SIGNATURE, RequiredItem.EVIDENCE);
        assertThat(merging.unmerge(SECOND, "Ternyata dua perkara.", "sari")).isEmpty();
        assertThat(missing(SECOND)).containsOnly(RequiredItem.EVIDENCE);
        assertJournalsAreWhole();
    }

    private Optional<OffsetDateTime> completeSince(CaseNumber number) {
        return hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(number));
            return unit.caseNumbered(number).orElseThrow().file().completeSince();
        });
    }

    private Set<RequiredItem> missing(CaseNumber number) {
        return hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(number));
            return unit.caseNumbered(number).orElseThrow().file().missing();
        });
    }

    @Test
    void whatCameForAPartSpeaksAgainWhenTheCasesMeetASecondTime() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER));
        merge(SECOND, FIRST);
        take(Complaints.lapor("100045").text("Bukti tambahan.").caseReference(SECOND.toString()));
        assertThat(complaints(FIRST)).hasSize(3);

        assertThat(merging.unmerge(SECOND, "Ternyata dua perkara.", "sari")).isEmpty();
        assertThat(complaints(FIRST)).hasSize(1);
        assertThat(complaints(SECOND)).hasSize(2);

        merge(SECOND, FIRST);
        assertThat(complaints(FIRST)).hasSize(3);
    }

    @Test
    void aReferralThatWasRecalledIsIssuedAnewWhenTheCasesPart() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER));
        merge(SECOND, FIRST);
        merging.unmerge(SECOND, "Ternyata dua perkara.", "sari");

        assertThat(states()).containsExactly("REFERRED", "REFERRED");
        assertThat(Outbox.of(hub, "REFERRAL"))
                .extracting(Outbox.Sent::state)
                .containsExactly("WAITING", "RECALLED", "WAITING");
    }

    @Test
    void aReferralThatWasRecalledIsIssuedAnewBesideOneToAnotherAgency() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.letter("PRES/2026/000002").text(OTHER));
        hub.ledger()
                .write(unit -> new Decisions(DESK)
                        .take(
                                unit,
                                SECOND,
                                "sari",
                                new OfficerDecision.Route("Ikut berwenang.", List.of("kemensos"), List.of())));
        merge(SECOND, FIRST);
        merging.unmerge(SECOND, "Ternyata dua perkara.", "sari");

        assertThat(states()).containsExactly("REFERRED", "REFERRED");
        assertThat(hub.jdbc()
                        .queryForList(
                                "select r.agency || ' ' || r.state from referral r join case_file c on c.id = r.case_id"
                                        + " where c.number = ? order by r.id",
                                String.class,
                                SECOND.toString()))
                .containsExactly("atr-bpn RECALLED", "kemensos PREPARED", "atr-bpn PREPARED");
        assertThat(Outbox.of(hub, "REFERRAL").getLast().payload().path("lead").asBoolean())
                .as("another one leads")
                .isFalse();

        merge(SECOND, FIRST);
        merging.unmerge(SECOND, "Tetap dua perkara.", "sari");
        assertThat(hub.jdbc()
                        .queryForList(
                                "select r.state from referral r join case_file c on c.id = r.case_id"
                                        + " where c.number = ? and r.agency = 'atr-bpn' order by r.id",
                                String.class,
                                SECOND.toString()))
                .containsExactly("RECALLED", "RECALLED", "PREPARED");
        assertJournalsAreWhole();
    }

    @Test
    void aReportThatItsSourceDeletesMeanwhileIsDeletedWhenTheCasesPart() {
        take(Complaints.letter("PRES/2026/000001").text(LONG));
        take(Complaints.lapor("100045").text(OTHER));
        merge(SECOND, FIRST);
        hub.ledger().write(unit -> {
            unit.prepareRecords("lapor", List.of("100045"));
            DESK.takeDeletion(unit, "lapor", "100045");
            return true;
        });
        assertThat(eventsOf(FIRST)).endsWith("SubmissionDeleted");

        merging.unmerge(SECOND, "Ternyata dua perkara.", "sari");

        assertThat(states()).containsExactly("REFERRED", "WITHDRAWN");
    }

    @Test
    void aPartOfAPartIsReadable() {
        take(Complaints.lapor("1").text(LONG));
        take(Complaints.lapor("2").text(OTHER).stranger());
        take(Complaints.mail("<satu@contoh.invalid> a").text("Lain lagi.").email("tiga@contoh.example"));
        CaseNumber third = new CaseNumber(2026, 3);
        merge(third, SECOND);
        merge(SECOND, FIRST);
        assertThat(complaints(FIRST)).hasSize(3);
        assertThat(complaints(third)).hasSize(3);

        assertThat(merging.unmerge(third, "Lain.", "sari")).contains(Refusal.ALREADY_MERGED);
        assertThat(merging.unmerge(SECOND, "Lain.", "sari")).isEmpty();
        assertThat(complaints(FIRST)).hasSize(1);
        assertThat(complaints(third)).hasSize(2);
        assertThat(merging.unmerge(third, "Lain.", "sari")).isEmpty();
        assertThat(complaints(third)).hasSize(1);
        assertJournalsAreWhole();
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() {
        take(Complaints.lapor("1").text(LONG));
        take(Complaints.lapor("2").text(OTHER).stranger());
        assertThat(merging.merge(FIRST, FIRST, "x", "sari")).contains(Refusal.SAME_CASE);
        assertThat(merging.merge(FIRST, new CaseNumber(2026, 9), "x", "sari")).contains(Refusal.NO_SUCH_CASE);
        assertThat(merging.unmerge(FIRST, "x", "sari")).contains(Refusal.NOT_MERGED);
        assertThat(merging.dismiss(UUID.randomUUID(), "x", "sari")).contains(Refusal.NO_SUCH_MATCH);
        merge(SECOND, FIRST);
        assertThat(merging.merge(FIRST, SECOND, "x", "sari")).contains(Refusal.ALREADY_MERGED);
    }

    @Test
    void aDismissedMatchIsNotAskedAgain() {
        take(Complaints.lapor("100045").text(LONG));
        take(Complaints.mail("<satu@contoh.invalid> a").text(NEAR));
        assertThat(merging.dismiss(onlyMatch().id(), "Rahasia petugas.", "sari"))
                .isEmpty();
        take(Complaints.lapor("100046")
                .text(NEAR.replace("Desa Contoh", "Dusun Contoh"))
                .caseReference(SECOND.toString()));

        assertThat(list.page(MatchList.State.OPEN, null, 10)).isEmpty();
        assertThat(eventsOf(FIRST)).contains("MatchDecided");
        assertThat(eventsOf(SECOND)).contains("MatchDecided");
        assertThat(hub.jdbc().queryForList("select because from journal", String.class))
                .noneMatch(because -> because.contains("Rahasia petugas"));
    }

    private void merge(CaseNumber from, CaseNumber into) {
        assertThat(merging.merge(from, into, "Perkara yang sama.", "sari")).isEmpty();
    }

    private void report(UUID referral, String id, StatusUpdate.Status status) {
        var update =
                new StatusUpdate(id, referral, status, OffsetDateTime.parse("2026-11-24T09:00:00+07:00"), null, null);
        hub.ledger().write(unit -> {
            unit.prepareReferrals(Set.of(referral));
            return DESK.take(unit, LAND, update);
        });
    }

    private UUID sent(CaseNumber number) {
        return hub.jdbc()
                .queryForObject(
                        "select r.id from referral r join case_file c on c.id = r.case_id where c.number = ?",
                        UUID.class,
                        number.toString());
    }

    private List<String> complaints(CaseNumber number) {
        return hub.ledger().write(unit -> {
            unit.prepareNumbered(Set.of(number));
            return unit.caseNumbered(number).orElseThrow().complaints().stream()
                    .map(each -> each.reference())
                    .toList();
        });
    }

    private MatchList.Row onlyMatch() {
        List<MatchList.Row> open = list.page(MatchList.State.OPEN, null, 10);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private boolean take(Complaints what) {
        return take(submission(what));
    }

    private boolean take(Submission submission) {
        return hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DESK.take(unit, submission);
        });
    }

    private Submission submission(Complaints what) {
        var complaint = what.complaint();
        return new Submission(
                hub.ids().get(),
                complaint.source() + "-feed",
                complaint,
                DeskFixture.canonical().bytes(complaint),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void assertJournalsAreWhole() {
        var check = new JournalCheck(hub.jdbc());
        assertThat(hub.jdbc().queryForList("select id from case_file", UUID.class))
                .allSatisfy(id -> assertThat(check.firstBroken(id)).isEmpty());
    }

    private List<String> events() {
        return hub.jdbc().queryForList("select event from journal order by at, case_id, seq", String.class);
    }

    private List<String> eventsOf(CaseNumber number) {
        return hub.jdbc()
                .queryForList(
                        "select j.event from journal j join case_file c on c.id = j.case_id where c.number = ? order by j.seq",
                        String.class,
                        number.toString());
    }

    private List<String> states() {
        return hub.jdbc().queryForList("select state from case_file order by number", String.class);
    }

    private int cases() {
        return count("case_file");
    }

    private int count(String table) {
        Integer count = hub.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
