package id.go.setneg.dumas.operations;

import static java.util.stream.Collectors.joining;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.deadline.Clocks;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each fact of a journal as an Indonesian sentence for officers; facts are told in their order, so that it knows which referral is whose. */
final class JournalWords {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("console.journal", Locale.ROOT);
    private static final ResourceBundle CLOCKS = ResourceBundle.getBundle("console.clocks", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("id-ID"));

    private final Directory directory;
    private final Map<UUID, AgencyCode> asked = new HashMap<>();

    JournalWords(Directory directory) {
        this.directory = directory;
    }

    /** A word for a code, such as {@code surel} for {@code EMAIL}. */
    static String word(Enum<?> code) {
        return WORDS.getString(code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    String tell(CaseEvent event) {
        return switch (event) {
            case CaseEvent.SubmissionReceived received ->
                "Kiriman diterima lewat " + word(received.channel()) + " pada " + day(received.receivedAt())
                        + (received.copyOnly() ? ", hanya sebagai tembusan." : ".");
            case CaseEvent.SubmissionCorrected corrected ->
                corrected.fields().isEmpty()
                        ? "Sumber memperbarui catatannya tanpa mengubah isinya."
                        : "Sumber mengubah catatannya: " + sorted(corrected.fields()) + ".";
            case CaseEvent.SubmissionMoved moved ->
                "Kiriman ternyata tentang berkas " + moved.to() + " dan kini berada di sana.";
            case CaseEvent.SubmissionDeleted deleted -> "Sumber tidak lagi memiliki catatan ini.";
            case CaseEvent.CaseArchived archived ->
                "Berkas diarsipkan per " + day(archived.date()) + " karena " + word(archived.ground()) + " (oleh "
                        + archived.by() + ")" + said(archived.reason());
            case CaseEvent.CaseReopened reopened -> "Berkas dibuka kembali.";
            case CaseEvent.CaseClosed closed -> "Berkas selesai per " + day(closed.date()) + ".";
            case CaseEvent.DirectionWithdrawn withdrawn -> "Arahan " + of(withdrawn.direction()) + " dicabut.";
            case CaseEvent.AgendaNumberAssigned assigned ->
                "Nomor agenda " + agenda(assigned.agenda()) + " diberikan pada "
                        + day(assigned.agenda().date()) + ".";
            case CaseEvent.ItemsMissing lacking ->
                lacking.items().isEmpty()
                        ? "Tidak ada lagi yang kurang."
                        : "Belum lengkap; kurang: " + words(lacking.items()) + ".";
            case CaseEvent.CaseCompleted completed -> "Berkas lengkap sejak " + day(completed.since()) + ".";
            case CaseEvent.EligibilityDecided decided ->
                "Kelayakan: " + word(decided.verdict().outcome()) + " ("
                        + word(decided.verdict().ground()) + ").";
            case CaseEvent.ItemsConfirmed confirmed ->
                "Petugas menemukan: " + words(confirmed.items()) + ", sejak " + day(confirmed.since()) + ".";
            case CaseEvent.ItemsRejected rejected -> "Petugas menolak: " + words(rejected.items()) + ".";
            case CaseEvent.CompletionAsked asking ->
                "Pengadu diminta melengkapi (ke-" + asking.round() + "): " + words(asking.items()) + ".";
            case CaseEvent.DirectionGiven given -> "Arahan " + of(given.direction()) + " diberikan.";
            case CaseEvent.ReferralIssued issued -> {
                asked.put(issued.referral(), issued.agency());
                yield "Berkas diteruskan kepada " + name(issued.agency()) + " (" + word(issued.kind()) + ").";
            }
            case CaseEvent.ReferralLeftToPerson left -> left.explanation().sentence();
            case CaseEvent.ReferralDelivered delivered ->
                "Penerusan kepada " + agency(delivered.referral()) + " sampai.";
            case CaseEvent.ReferralHeld held ->
                "Penerusan kepada " + agency(held.referral()) + " ditahan: " + held.reason() + ".";
            case CaseEvent.StatusReported reported ->
                name(reported.agency()) + " melaporkan: " + word(reported.status()) + letter(reported.letterNumber())
                        + said(reported.note());
            case CaseEvent.FieldCheckOrdered ordered ->
                "Perlu pemeriksaan di lapangan oleh " + agency(ordered.referral()) + "; jangka waktunya lebih panjang.";
            case CaseEvent.Alarming about -> tell(about);
            case CaseEvent.Joining about -> tell(about);
            case CaseEvent.Shared about -> tell(about);
            case CaseEvent.Told about -> tell(about);
        };
    }

    private String tell(CaseEvent.Alarming event) {
        return switch (event) {
            case CaseEvent.AlarmRaised raised ->
                "Alarm: " + word(raised.alarm())
                        + (raised.role() == null
                                ? "."
                                : ", diberitahukan kepada " + raised.role() + sent(raised.delivery()));
            case CaseEvent.AlarmsSeenTo seen -> "Alarm ditangani: " + words(seen.alarms()) + ".";
        };
    }

    private String tell(CaseEvent.Joining event) {
        return switch (event) {
            case CaseEvent.CaseMerged merged -> "Berkas menjadi bagian berkas " + merged.into() + said(merged.reason());
            case CaseEvent.CaseUnmerged unmerged ->
                "Berkas dipisahkan dari berkas " + unmerged.from() + said(unmerged.reason());
            case CaseEvent.CaseJoined other ->
                "Berkas " + other.from() + " menjadi bagian berkas ini" + said(other.reason());
            case CaseEvent.CaseParted parted ->
                "Berkas " + parted.to() + " dipisahkan dari berkas ini" + said(parted.reason());
            case CaseEvent.ItemsTogether shared ->
                shared.missing().isEmpty()
                        ? "Berkas yang satu perkara lengkap bersama"
                                + (shared.since() == null ? "." : " sejak " + day(shared.since()) + ".")
                        : "Berkas yang satu perkara belum lengkap; kurang: " + words(shared.missing()) + ".";
        };
    }

    private String tell(CaseEvent.Shared event) {
        return switch (event) {
            case CaseEvent.ReferralGiven given ->
                "Penerusan kepada " + agency(given.referral()) + " kini milik berkas " + given.to() + ".";
            case CaseEvent.ReferralTaken taken -> {
                asked.put(taken.referral(), taken.agency());
                yield "Penerusan kepada " + name(taken.agency()) + " diambil dari berkas " + taken.from() + " ("
                        + word(taken.state()) + ").";
            }
            case CaseEvent.ReferralRecalled recalled ->
                "Penerusan kepada " + agency(recalled.referral()) + " ditarik karena instansi itu sudah diminta.";
            case CaseEvent.ReferralCoordinated both ->
                "Dua penerusan kepada " + agency(both.referral()) + " dianggap satu.";
        };
    }

    private String tell(CaseEvent.Told event) {
        return switch (event) {
            case CaseEvent.AttachmentReplaced replaced -> "Lampiran " + replaced.name() + " datang dalam versi baru.";
            case CaseEvent.SubmissionRepeated again -> "Kiriman yang sama datang lagi lewat " + again.feed() + ".";
            case CaseEvent.SourceStatusChanged changed ->
                "Keadaan di sumber (" + changed.source() + "): " + word(changed.status())
                        + (changed.word() == null ? "." : ", \u201c" + changed.word() + "\u201d.");
            case CaseEvent.SubmissionReopened reopened ->
                "Sumber (" + reopened.source() + ") membuka kembali catatannya.";
            case CaseEvent.VisibilityChanged changed ->
                "Sumber (" + changed.source() + ") " + (changed.hidden() ? "menyembunyikan" : "menampilkan kembali")
                        + " catatannya.";
            case CaseEvent.SecrecyChanged changed ->
                "Kerahasiaan menurut sumber (" + changed.source() + "): "
                        + (changed.confidential() ? "rahasia" : "tidak rahasia") + ", "
                        + (changed.anonymous() ? "anonim" : "tidak anonim") + ".";
            case CaseEvent.DispositionGiven given ->
                "Disposisi " + of(given.disposition())
                        + said(given.disposition().instruction());
            case CaseEvent.DispositionRead read -> "Disposisi " + of(read.disposition()) + " dibaca.";
            case CaseEvent.DispositionCancelled cancelled ->
                "Disposisi " + of(cancelled.disposition()) + " dibatalkan.";
            case CaseEvent.CorrespondenceFiled filed ->
                "Surat-menyurat disimpan: " + word(filed.kind())
                        + (filed.detail() == null ? "." : " (" + filed.detail() + ").");
            case CaseEvent.OfficerDecided decided ->
                "Petugas memutuskan: " + decision(decided.decision()) + said(decided.reason());
            case CaseEvent.MatchProposed proposed ->
                "Mungkin satu perkara dengan berkas " + proposed.with() + " (nilai " + proposed.score() + ").";
            case CaseEvent.MatchDecided decided ->
                "Berkas " + decided.with()
                        + (decided.confirmed() ? " dinyatakan satu perkara" : " dinyatakan bukan satu perkara")
                        + said(decided.reason());
            case CaseEvent.MassLetterRecognised recognised ->
                "Naskah yang sama datang dari banyak orang (surat massal).";
            case CaseEvent.ReminderReceived reminder -> "Pengadu mengirim hal yang sama sekali lagi.";
            case CaseEvent.DeadlineMoved moved ->
                "Tenggat bergeser menurut " + moved.instrument() + ": "
                        + moved.moves().stream()
                                .map(move -> CLOCKS.getString(move.clock().name()) + " dari " + day(move.from())
                                        + " ke " + day(move.to()))
                                .collect(joining("; "))
                        + ".";
            case CaseEvent.ReminderSent reminder ->
                "Pengingat " + reminder.stage() + " kepada " + reminder.role() + ": "
                        + CLOCKS.getString(reminder.clock().name()) + " " + day(reminder.due())
                        + sent(reminder.delivery());
        };
    }

    private static String decision(String name) {
        String code = "Decision." + name;
        return WORDS.containsKey(code) ? WORDS.getString(code) : name;
    }

    private String agency(UUID referral) {
        AgencyCode code = asked.get(referral);
        return code == null ? "instansi" : name(code);
    }

    private String name(AgencyCode code) {
        return directory.find(code).map(Agency::name).orElse(code.value());
    }

    private static String sent(@Nullable UUID delivery) {
        return delivery == null ? ", yang tidak mempunyai alamat surel." : " dengan surel.";
    }

    private static String said(@Nullable String words) {
        return words == null || words.isBlank() ? "." : ": \u201c" + words.strip() + "\u201d.";
    }

    private static String letter(@Nullable String number) {
        return number == null ? "" : " (surat " + number + ")";
    }

    private static String of(Complaint.Direction direction) {
        return direction.by() + " tanggal " + day(direction.date())
                + (direction.document() == null ? "" : " (" + direction.document() + ")");
    }

    private static String of(Complaint.Disposition disposition) {
        return "dari " + disposition.from() + " kepada " + String.join(", ", disposition.to());
    }

    private static String agenda(Complaint.Agenda agenda) {
        return agenda.book() + "/" + agenda.year() + "/" + agenda.number();
    }

    private static String words(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(JournalWords::word).sorted().collect(joining(", "));
    }

    private static String sorted(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static String day(OffsetDateTime at) {
        return day(at.atZoneSameInstant(Clocks.WIB).toLocalDate());
    }

    private static String day(LocalDate on) {
        return DAY.format(on);
    }
}
