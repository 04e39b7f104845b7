package id.go.setneg.dumas.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people complain about, in words that read like real complaints. */
enum Theme {
    LAND(
            "42",
            "Pertanahan",
            "05",
            "Kementerian Agraria dan Tata Ruang/BPN",
            List.of("sertifikat", "tanah"),
            List.of("Sengketa sertifikat tanah di %s", "Sertifikat ganda atas tanah keluarga di %s"),
            List.of(
                    "Tanah warisan keluarga kami di %s telah bersertifikat atas nama orang lain tanpa sepengetahuan kami.",
                    "Permohonan sertifikat tanah saya di %s melalui program PTSL sudah tiga tahun tidak terbit.",
                    "Patok batas tanah kami di %s dipindahkan dan kini muncul dua sertifikat untuk bidang yang sama.")),
    LABOUR(
            "57",
            "Ketenagakerjaan",
            "04",
            "Kementerian Ketenagakerjaan",
            List.of("phk", "upah", "pesangon"),
            List.of("PHK sepihak tanpa pesangon di %s", "Upah tidak dibayar oleh perusahaan di %s"),
            List.of(
                    "Saya dan 14 rekan terkena PHK sepihak dari pabrik di %s dan pesangon belum dibayar.",
                    "Perusahaan tempat saya bekerja di %s tidak membayar upah selama tiga bulan terakhir.",
                    "Upah lembur kami di %s dihitung di bawah ketentuan dan iuran jaminan sosial tidak disetor.")),
    AID(
            "63",
            "Bantuan Sosial",
            "02",
            "Kementerian Sosial",
            List.of("bansos", "bantuan sosial", "keluarga harapan"),
            List.of("Bansos tidak diterima warga %s", "Nama dicoret dari daftar bantuan sosial di %s"),
            List.of(
                    "Keluarga kami di %s terdaftar sebagai penerima bansos tetapi sejak awal tahun tidak pernah menerima.",
                    "Bantuan sosial untuk lansia di %s dipotong oleh oknum petugas dengan alasan biaya administrasi.",
                    "Kartu Program Keluarga Harapan ibu saya di %s diblokir tanpa penjelasan.")),
    ROAD(
            "71",
            "Infrastruktur Jalan",
            "02",
            null,
            List.of("jalan rusak", "jembatan"),
            List.of("Jalan rusak bertahun-tahun di %s", "Jembatan putus di %s belum diperbaiki"),
            List.of(
                    "Jalan rusak sepanjang empat kilometer di %s sudah beberapa kali menyebabkan kecelakaan.",
                    "Jembatan penghubung di %s putus sejak banjir dan anak-anak menyeberang dengan rakit.")),
    SCHOOL(
            "33",
            "Pendidikan",
            "03",
            null,
            List.of("sekolah"),
            List.of("Pungutan biaya sekolah di %s", "Ijazah ditahan sekolah di %s"),
            List.of(
                    "Sekolah negeri anak saya di %s meminta uang gedung yang disebut sumbangan wajib.",
                    "Ijazah anak saya ditahan sekolah di %s karena tunggakan biaya.")),
    IDENTITY(
            "18",
            "Kependudukan",
            "02",
            null,
            List.of("ktp", "kartu keluarga"),
            List.of("Pelayanan KTP di %s tidak selesai", "Kartu keluarga dipersulit di %s"),
            List.of(
                    "Perekaman KTP saya di %s sudah enam bulan tetapi blangko selalu dikatakan habis.",
                    "Pengurusan kartu keluarga di %s diminta membayar padahal seharusnya gratis."));

    private static final List<String> EFFORTS = List.of(
            "Kami telah melapor ke kantor desa dan kecamatan tetapi tidak ada penyelesaian.",
            "Sudah tiga kali kami bersurat kepada instansi setempat, namun belum pernah dijawab.",
            "Mediasi pernah diadakan satu kali, tetapi hasilnya tidak dijalankan.",
            "Kami sudah menempuh semua jalur yang disarankan petugas, tanpa hasil.");
    private static final List<String> PLEAS = List.of(
            "Mohon kiranya Bapak berkenan memerintahkan instansi terkait untuk menindaklanjuti.",
            "Besar harapan kami agar permasalahan ini mendapat perhatian dan penyelesaian yang adil.",
            "Kami memohon perlindungan dan kepastian hukum atas permasalahan ini.");

    private final String categoryId;
    private final String category;
    private final String problemCode;
    private final @Nullable String agency;
    private final List<String> keywords;
    private final List<String> subjects;
    private final List<String> facts;

    Theme(
            String categoryId,
            String category,
            String problemCode,
            @Nullable String agency,
            List<String> keywords,
            List<String> subjects,
            List<String> facts) {
        this.categoryId = categoryId;
        this.category = category;
        this.problemCode = problemCode;
        this.agency = agency;
        this.keywords = keywords;
        this.subjects = subjects;
        this.facts = facts;
    }

    /** Three of four complaints are for an agency of the sandbox. */
    static Theme any(Random random) {
        return random.nextInt(4) < 3 ? values()[random.nextInt(3)] : values()[3 + random.nextInt(3)];
    }

    static Theme withAgency(Random random) {
        return values()[random.nextInt(3)];
    }

    /** What a text is about, as an officer sees at a glance. */
    static Optional<Theme> ofMatter(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(theme -> theme.keywords.stream().anyMatch(small::contains))
                .findFirst();
    }

    String categoryId() {
        return categoryId;
    }

    String category() {
        return category;
    }

    /** Of PER/05, {@code 01} to {@code 10}. */
    String problemCode() {
        return problemCode;
    }

    /** The competent agency by name; null where only a local government could help. */
    @Nullable
    String agency() {
        return agency;
    }

    String subject(Random random, String place) {
        return one(subjects, random).formatted(place);
    }

    String text(Random random, String place) {
        return one(facts, random).formatted(place) + " " + one(EFFORTS, random) + " " + one(PLEAS, random);
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
