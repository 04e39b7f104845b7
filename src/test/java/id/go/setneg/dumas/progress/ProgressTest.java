package id.go.setneg.dumas.progress;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.ledger.History;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final CaseNumber NUMBER = new CaseNumber(2026, 123);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-03T09:30:00+07:00");
    private static final UUID REFERRAL = new UUID(0, 1);
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final String LAND_NAME = "Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional";
    private static final Progresses PROGRESSES = new Progresses(
            DecisionTable.read(Path.of("mappings/desk/progress.csv")),
            Directory.read(Path.of("mappings/agencies/directory.json")));

    private final List<History.Entry> entries = new ArrayList<>();

    @Test
    void everyStepIsToldWithItsDay() {
        Progress progress = answered(letter());

        assertThat(progress.number()).isEqualTo("DUMAS-2026-000123-38");
        assertThat(progress.receivedOn()).isEqualTo("2026-11-20");
        assertThat(progress.channels()).containsExactly("surat");
        assertThat(progress.state()).isEqualTo("ANSWERED");
        assertThat(progress.steps().stream().map(step -> step.on() + " " + step.words()))
                .containsExactly(
                        "2026-11-20 Pengaduan diterima melalui surat.",
                        "2026-11-20 Pengaduan dicatat dalam agenda persuratan.",
                        "2026-11-20 Pengaduan dinyatakan lengkap.",
                        "2026-11-21 Arahan pimpinan untuk menindaklanjuti pengaduan diberikan.",
                        "2026-11-23 Pengaduan diteruskan kepada " + LAND_NAME + ".",
                        "2026-12-02 " + LAND_NAME + " menyampaikan jawaban.");
        assertThat(progress.next()).isNull();
    }

    @Test
    void nothingOfWhatTheComplaintSaysIsTold() throws IOException {
        Progress progress = answered(letter());
        for (String told : List.of(
                progress.steps().toString() + progress.words(),
                ProgressText.form(progress),
                ProgressText.brief(progress),
                text(ProgressForm.pdf(progress)))) {
            assertThat(told)
                    .doesNotContain(Complaints.NAME, Complaints.NIK, Complaints.ADDRESS, "Sertifikat", "pertanahan")
                    .doesNotContain("Catatan instansi", "rahasia dari instansi", "B-12");
        }
    }

    @Test
    void ofASecretMatterNoAgencyIsNamedAndTheFewWordsSayNothing() {
        Progress progress =
                answered(Complaints.letter("PRES/2026/000123").confidential().complaint());

        assertThat(progress.confidential()).isTrue();
        assertThat(ProgressText.form(progress)).doesNotContain("Agraria").contains("instansi yang berwenang");
        assertThat(ProgressText.brief(progress))
                .contains("DUMAS-2026-000123-38")
                .doesNotContain("diteruskan", "jawab", "instansi");
    }

    @Test
    void whatIsMissingIsAskedForUntilItIsThere() {
        received();
        add("2026-11-20T02:00:00Z", new CaseEvent.ItemsMissing(Set.of(RequiredItem.EVIDENCE, RequiredItem.ADDRESS)));
        Progress waiting = progress(letter());
        assertThat(waiting.missing()).containsExactly("alamat yang jelas", "bukti pendukung");
        assertThat(ProgressText.brief(waiting))
                .contains("Yang ditunggu dari pengadu: alamat yang jelas, bukti pendukung.");

        add("2026-11-24T02:00:00Z", new CaseEvent.CaseCompleted(OffsetDateTime.parse("2026-11-23T23:30:00Z")));
        Progress complete = progress(letter());
        assertThat(complete.missing()).isEmpty();
        assertThat(complete.steps().getLast().on()).as("in Jakarta").isEqualTo(LocalDate.parse("2026-11-24"));
    }

    @Test
    void aDayThatAnAgencySetsInTheFutureIsToldAsToday() {
        answered(letter());
        report(StatusUpdate.Status.ANSWERED, "2031-01-01T00:00:00+07:00");
        assertThat(progress(letter()).steps().getLast().on()).isEqualTo("2026-12-03");
    }

    @Test
    void aCopyForInformationIsNotTold() {
        received();
        add("2026-11-23T02:00:00Z", new CaseEvent.ReferralIssued(REFERRAL, LAND, Referral.Kind.COPY, basis()));
        report(StatusUpdate.Status.ACKNOWLEDGED, "2026-11-24T10:00:00+07:00");
        assertThat(progress(letter()).steps()).hasSize(1);
    }

    @Test
    void theFewWordsNeverNeedMoreThanSevenHundredCharacters() {
        received();
        add("2026-11-20T02:00:00Z", new CaseEvent.ItemsMissing(Set.of(RequiredItem.values())));
        many(60);
        assertThat(ProgressText.brief(progress(letter())).length()).isLessThanOrEqualTo(ProgressText.LONGEST);
        assertThat(ProgressText.brief(progress(letter()))).contains("alamat yang jelas", LAND_NAME);
    }

    @Test
    void theSameProgressIsTheSameFileWithItsFontAndItsLanguage() throws IOException {
        Progress progress = answered(letter());
        byte[] pdf = ProgressForm.pdf(progress);
        assertThat(pdf).isEqualTo(ProgressForm.pdf(progress));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id-ID");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Formulir Informasi Perkembangan");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(document.getDocumentCatalog().getMetadata()).isNotNull();
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("LiberationSans");
            }
        }
    }

    @Test
    void theFileSaysWhatTheTextSays() throws IOException {
        Progress progress = answered(letter());
        String file = text(ProgressForm.pdf(progress)).replaceAll("\\s+", " ");
        Form form = Form.of(progress);
        assertThat(ProgressText.form(progress)).contains(progress.seal());
        assertThat(file).contains(form.title()).contains(form.verification()).contains("Halaman 1 dari 1");
        form.steps().forEach(step -> {
            assertThat(ProgressText.form(progress)).contains(step.left() + ": " + step.right());
            for (String word : step.right().split(" ")) {
                assertThat(file).contains(word);
            }
        });
    }

    @Test
    void aLongStoryGoesOnOnFurtherPages() throws IOException {
        answered(letter());
        many(40);
        byte[] pdf = ProgressForm.pdf(progress(letter()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text(pdf)).contains("Halaman 2 dari " + document.getNumberOfPages());
        }
    }

    @Test
    void aPageCanBeLookedAt() throws IOException {
        Progress progress = answered(letter());
        try (PDDocument document = Loader.loadPDF(ProgressForm.pdf(progress))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 80);
            Path image = Files.createDirectories(Path.of("target/progress")).resolve("page.png");
            ImageIO.write(page, "png", image.toFile());
            int[] dark = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            assertThat(Arrays.stream(dark)
                            .filter(colour -> (colour & 0xFF) < 128)
                            .count())
                    .isGreaterThan(2_000);
            assertThat(inMargin(page)).isZero();
        }
    }

    private static long inMargin(BufferedImage page) {
        return IntStream.range(0, page.getHeight())
                .filter(y -> (page.getRGB(20, y) & 0xFF) < 128 || (page.getRGB(page.getWidth() - 20, y) & 0xFF) < 128)
                .count();
    }

    private Progress answered(Complaint complaint) {
        received();
        add(
                "2026-11-20T02:00:00Z",
                new CaseEvent.AgendaNumberAssigned(letter().letter().agenda()));
        add("2026-11-20T02:00:00Z", new CaseEvent.CaseCompleted(complaint.receivedAt()));
        add("2026-11-21T02:00:00Z", new CaseEvent.DirectionGiven(complaint.direction()));
        add("2026-11-23T02:00:00Z", new CaseEvent.ReferralIssued(REFERRAL, LAND, Referral.Kind.ACTION, basis()));
        report(StatusUpdate.Status.ANSWERED, "2026-12-02T14:00:00+07:00");
        return progress(complaint);
    }

    private void many(int times) {
        for (int i = 0; i < times; i++) {
            var referral = new UUID(1, i);
            add("2026-11-24T02:00:00Z", new CaseEvent.ReferralIssued(referral, LAND, Referral.Kind.ACTION, basis()));
        }
    }

    private void received() {
        Complaint letter = letter();
        add(
                "2026-11-20T01:30:00Z",
                new CaseEvent.SubmissionReceived(
                        new UUID(0, 9),
                        "spde",
                        Channel.LETTER,
                        letter.receivedAt(),
                        false,
                        Set.of(RequiredItem.NAME),
                        Set.of()));
    }

    private void report(StatusUpdate.Status status, String at) {
        add(
                "2026-12-02T07:00:00Z",
                new CaseEvent.StatusReported(
                        REFERRAL, LAND, "1", status, OffsetDateTime.parse(at), "Catatan instansi", "B-12/2026"));
    }

    private void add(String at, CaseEvent event) {
        entries.add(new History.Entry(OffsetDateTime.parse(at), event));
    }

    private Progress progress(Complaint complaint) {
        byte[] head = new byte[32];
        Arrays.fill(head, (byte) 0xAB);
        return PROGRESSES.of(new History(NUMBER, head, entries, List.of(complaint)), NOW);
    }

    private static Complaint letter() {
        return Complaints.letter("PRES/2026/000123").complaint();
    }

    private static Basis basis() {
        return new Basis("disposition", "-", 0, "named in the record");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
