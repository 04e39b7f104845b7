package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.sandbox.People.Person;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Makes complaints up. The same seed, run, day and index always give the same record. Index 1, 2, … counts within one kind;
 * the first twenty of a kind hold one of each oddity.
 */
final class Inputs {

    private final long seed;
    private final Numbers numbers;
    private final LocalDate today;
    private final People people;
    private final Mails mails;

    /**
     * @param run which run over the same data folder, 0, 1, …: each has its own numbers and people
     * @param today days in the records lie shortly before it
     */
    Inputs(long seed, int run, LocalDate today) {
        this.seed = seed + run * 1_000_003L;
        this.today = today;
        numbers = new Numbers(run);
        people = new People(this.seed);
        mails = new Mails(run, today);
    }

    /** A letter as SPDE lists it. */
    Input.Letter letter(int index) {
        Random random = random("letter", index);
        Nature nature = switch (index) {
            case 2, 10 -> Nature.UNDIRECTED;
            case 3 -> Nature.CONFIDENTIAL;
            case 4 -> Nature.COPY_ONLY;
            case 5 -> Nature.UNKNOWN_AGENCY;
            case 6 -> Nature.HOSTILE;
            case 8 -> Nature.INCOMPLETE;
            default -> index > 20 && index % 9 == 0 ? Nature.UNDIRECTED : Nature.ORDINARY;
        };
        Theme theme = Theme.withAgency(random);
        Person person = people.person(random, "contoh.surat" + numbers.letter(index));
        String addressee = new String[] {"Presiden", "Wapres", "Mensesneg"}[random.nextInt(3)];
        LocalDate received = today.minusDays(1 + random.nextInt(5));
        String reference = Officer.book(addressee) + "/" + today.getYear() + "/%06d".formatted(numbers.letter(index));
        ObjectNode record = Officer.agenda(reference)
                .put("tanggalAgenda", received.plusDays(1).toString())
                .put("tanggalTerima", received.toString())
                .put("nomorSurat", index % 3 == 0 ? index + "/X/" + today.getYear() : null)
                .put("tanggalSurat", received.minusDays(4).toString())
                .put("asalSurat", person.name())
                .put("alamatPengirim", person.address())
                .put("kepada", addressee)
                .put("perihal", theme.subject(random, person.regency()))
                .put("isiRingkas", theme.text(random, person.regency()))
                .put("sifat", nature == Nature.CONFIDENTIAL ? "Rahasia" : "Biasa")
                .put("derajat", random.nextInt(5) == 0 ? "Segera" : "Biasa")
                .put("jenisNaskah", "Surat")
                .put("klasifikasiArsip", "HM.01")
                .put("lampiran", "1 berkas");
        record.set("tembusan", nature == Nature.COPY_ONLY ? Json.array("Presiden", "Mensesneg") : Json.array());
        record.put("hanyaTembusan", nature == Nature.COPY_ONLY)
                .putArray("berkas")
                .addObject()
                .put("id", "scan-" + numbers.letter(index))
                .put("nama", "scan-" + numbers.letter(index) + ".pdf")
                .put("tipe", "application/pdf")
                .put("ukuran", 90_000 + random.nextInt(2_000_000));
        record.putObject("pengadu")
                .put("nama", person.name())
                .put("nik", person.nik())
                .put("alamat", person.address())
                .put("pekerjaan", person.occupation())
                .put("kabupaten", person.regency())
                .put("provinsi", person.province())
                .put("kategori", "Perorangan")
                .putNull("surel")
                .put("telepon", person.phone());
        record.put("bertandaTangan", nature != Nature.INCOMPLETE);
        accuse(record, random, person);
        record.putObject("lokasiKejadian")
                .put("kabupaten", person.regency())
                .put("provinsi", person.province())
                .put("negara", "Indonesia");
        record.put("kodeMasalah", theme.problemCode())
                .put("tanggalKejadian", received.minusDays(60).toString())
                .putNull("nomorRujukan");
        if (nature == Nature.UNDIRECTED) {
            record.putArray("disposisi");
            record.putNull("arahan").putNull("instansiTujuan").put("status", "Agenda");
        } else {
            record = Officer.directed(record, received.plusDays(1));
        }
        if (nature == Nature.UNKNOWN_AGENCY) {
            record.put("instansiTujuan", "Badan Contoh Yang Tidak Terdaftar");
        }
        if (nature == Nature.HOSTILE) {
            record.put("tanggalTerima", "32 Desembruari").put("tanggalAgenda", "tidak ada");
        }
        return new Input.Letter(reference, nature, person.name(), record);
    }

    private static void accuse(ObjectNode record, Random random, Person person) {
        if (random.nextInt(4) == 0) {
            record.putObject("terlapor")
                    .put("nama", "Contoh Petugas " + (1 + random.nextInt(50)))
                    .putNull("nip")
                    .putNull("alamat")
                    .put("jabatan", "Petugas layanan")
                    .put("instansi", "Kantor pelayanan " + person.regency())
                    .put("kategoriInstansi", "Pemerintah daerah");
        } else {
            record.putNull("terlapor");
        }
    }

    /** A letter as a row of an export: the same meaning as text, days first. */
    Input.Row row(int index) {
        Random random = random("row", index);
        Nature nature = switch (index) {
            case 2 -> Nature.UNDIRECTED;
            case 4 -> Nature.HOSTILE;
            default -> Nature.ORDINARY;
        };
        Theme theme = Theme.withAgency(random);
        Person person = people.person(random, "contoh.ekspor" + numbers.row(index));
        String addressee = new String[] {"Presiden", "Wapres", "Mensesneg"}[random.nextInt(3)];
        LocalDate received = today.minusDays(1 + random.nextInt(5));
        String day = received.format(Wib.SHEET_DAY);
        String book = Officer.book(addressee);
        String number = "%06d".formatted(numbers.row(index));
        String subject = theme.subject(random, person.regency());
        String text = theme.text(random, person.regency());
        boolean directed = nature != Nature.UNDIRECTED;
        String agency = theme.agency();
        Map<String, String> cells = new LinkedHashMap<>();
        DropFolder.COLUMNS.forEach(column -> cells.put(column, ""));
        cells.putAll(Map.of("bukuAgenda", book, "tahunAgenda", today.getYear() + "", "nomorAgenda", number));
        cells.putAll(Map.of("tanggalAgenda", day, "tanggalTerima", nature == Nature.HOSTILE ? "31/02/20XX" : day));
        cells.putAll(Map.of("asalSurat", person.name(), "alamatPengirim", person.address(), "kepada", addressee));
        cells.putAll(Map.of("perihal", subject, "isiRingkas", text, "sifat", "Biasa", "derajat", "Biasa"));
        cells.putAll(Map.of("lampiran", "1 berkas", "tembusan", "Arsip|Tata Usaha", "hanyaTembusan", "Tidak"));
        cells.putAll(Map.of("nik", person.nik(), "pekerjaan", person.occupation(), "telepon", person.phone()));
        cells.putAll(Map.of("kabupaten", person.regency(), "provinsi", person.province(), "bertandaTangan", "Ya"));
        cells.putAll(Map.of("kabupatenKejadian", person.regency(), "provinsiKejadian", person.province()));
        cells.put("kodeMasalah", theme.problemCode());
        if (directed) {
            cells.putAll(Map.of("arahanOleh", "Deputi Bidang Hubungan Kelembagaan dan Kemasyarakatan"));
            cells.putAll(Map.of("arahanTanggal", day, "arahanIsi", "Tindak lanjuti", "arahanDokumen", "ND-" + number));
            cells.put("instansiTujuan", agency == null ? "" : agency);
        }
        cells.put("diubahPada", received.atTime(LocalTime.of(9, 30)).format(Wib.SHEET));
        return new Input.Row(book + "/" + today.getYear() + "/" + number, nature, person.name(), cells);
    }

    /** A mail to one or two of the office's mailboxes. */
    Input.Mail mail(int index) {
        Random random = random("mail", index);
        Person person = people.person(random, "contoh.surel" + numbers.letter(index));
        return mails.mail(index, person, Theme.any(random), random);
    }

    /** A LAPOR! report; every fourth has anonim, rahasia, both or neither. */
    Input.Report report(int index) {
        Random random = random("report", index);
        boolean hostile = index == 7;
        boolean anonymous = index % 4 == 1 || index % 4 == 3;
        boolean secret = index % 4 >= 2;
        Theme theme = Theme.any(random);
        Person person = people.person(random, "contoh.lapor" + numbers.report(index));
        OffsetDateTime created = today.minusDays(1 + random.nextInt(3))
                .atTime(7 + random.nextInt(10), random.nextInt(60))
                .atOffset(Wib.OFFSET);
        String id = numbers.report(index) + "";
        ObjectNode record = Json.object()
                .put("id", id)
                .put("tracking_id", "#" + (7_000_000 + numbers.report(index)))
                .put("title", theme.subject(random, person.regency()))
                .put("content", theme.text(random, person.regency()))
                .put("channel", index % 2 == 0 ? "Website" : "Mobile")
                .put("classification_id", "1")
                .put("classification_name", "Pengaduan")
                .put("disposition_id", LaporServer.SETNEG)
                .put("disposition_name", "Kementerian Sekretariat Negara")
                .put("category_id", theme.categoryId())
                .put("category_name", theme.category())
                .put("location_id", 9000 + random.nextInt(500) + "")
                .put("location_name", person.regency() + ", " + person.province())
                .put(
                        "date_of_incident",
                        index % 3 == 0
                                ? null
                                : created.minusDays(30).format(Wib.DAY_FIRST).substring(0, 10));
        record.set("copy_externals", index % 5 == 0 ? Json.array("12") : record.nullNode());
        record.put("is_anonymous", anonymous ? "1" : "0")
                .put("is_secret", secret ? "1" : "0")
                .put("is_priority", "0")
                .put("tags_raw", "")
                .set("attachments", index % 2 == 0 ? Json.array("1", "2") : Json.array());
        record.put("status_code", "1")
                .put("status_name", "Belum Terverifikasi")
                .put("created_at", hostile ? "99-99-20XX 25:61" : created.format(Wib.DAY_FIRST))
                .putObject("user")
                .put("id", 800_000 + numbers.report(index) + "")
                .put("name", person.name())
                .put("nik", index % 3 == 1 ? null : person.nik())
                .put("phone", person.phone())
                .put("email", person.email())
                .put("address", person.address())
                .put("occupation", person.occupation());
        if (hostile) {
            record.putNull("title").putNull("content");
        }
        Nature open = anonymous ? Nature.ANONYMOUS : Nature.ORDINARY;
        Nature hidden = anonymous ? Nature.ANONYMOUS_AND_SECRET : Nature.SECRET;
        return new Input.Report(id, hostile ? Nature.HOSTILE : secret ? hidden : open, person.name(), record);
    }

    private Random random(String kind, int index) {
        return new Random((seed * 31 + kind.hashCode()) * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L);
    }
}
