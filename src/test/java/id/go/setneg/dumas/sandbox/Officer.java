package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What an officer of the correspondence office writes into a record. */
final class Officer {

    private static final String DEPUTY = "Deputi Bidang Hubungan Kelembagaan dan Kemasyarakatan";

    private Officer() {}

    /** The agenda book of an addressee. */
    static String book(String addressee) {
        return switch (addressee) {
            case "Presiden" -> "PRES";
            case "Wapres" -> "WAPRES";
            default -> "MENSESNEG";
        };
    }

    static ObjectNode agenda(String reference) {
        String[] parts = reference.split("/");
        return Json.object()
                .put("bukuAgenda", parts[0])
                .put("tahunAgenda", Integer.parseInt(parts[1]))
                .put("nomorAgenda", parts[2]);
    }

    /** The record of what the hub had registered, after the disposition. */
    static ObjectNode disposed(String agenda, JsonNode request, LocalDate today) {
        ObjectNode record = agenda(agenda);
        record.put("tanggalAgenda", today.toString())
                .put("tanggalTerima", request.path("tanggalTerima").asText())
                .putNull("nomorSurat")
                .putNull("tanggalSurat");
        record.set("asalSurat", request.path("asalSurat"));
        record.set("alamatPengirim", request.path("alamatPengirim"));
        record.set("kepada", request.path("kepada"));
        record.set("perihal", request.path("perihal"));
        record.set("isiRingkas", request.path("isiRingkas"));
        record.set("sifat", request.path("sifat"));
        record.put("derajat", "Biasa").put("jenisNaskah", "Surat").put("klasifikasiArsip", "HM.01");
        int files = request.path("jumlahLampiran").asInt();
        record.put("lampiran", files == 0 ? null : files + " berkas");
        record.putArray("tembusan");
        record.put("hanyaTembusan", false).putArray("berkas");
        ObjectNode complainant = record.putObject("pengadu");
        complainant.set("nama", request.path("asalSurat"));
        complainant.putNull("nik").set("alamat", request.path("alamatPengirim"));
        for (String unknown : new String[] {"pekerjaan", "kabupaten", "provinsi", "kategori", "surel", "telepon"}) {
            complainant.putNull(unknown);
        }
        record.set("bertandaTangan", request.path("bertandaTangan"));
        record.putNull("terlapor")
                .putObject("lokasiKejadian")
                .putNull("kabupaten")
                .putNull("provinsi")
                .put("negara", "Indonesia");
        record.set("kodeMasalah", request.path("kodeMasalah"));
        record.putNull("tanggalKejadian").set("nomorRujukan", request.path("nomorRujukan"));
        return directed(record, today);
    }

    /** The same record with a disposition, the Deputy's direction and, where the matter tells it, the agency. */
    static ObjectNode directed(ObjectNode record, LocalDate today) {
        ObjectNode directed = record.deepCopy();
        String number = directed.path("nomorAgenda").asText();
        directed.putArray("disposisi")
                .addObject()
                .put("dari", "Deputi")
                .put("tanggal", today.toString())
                .put("instruksi", "Tindak lanjuti")
                .putNull("catatan")
                .putNull("batasWaktu")
                .putNull("dibacaPada")
                .putNull("dibatalkanPada")
                .set("kepada", Json.array("Asdep Dumas"));
        directed.putObject("arahan")
                .put("oleh", DEPUTY)
                .put("tanggal", today.toString())
                .put("isi", "Tindak lanjuti")
                .put("nomorDokumen", "ND-" + number + "/" + today.getYear());
        String matter = directed.path("perihal").asText() + " "
                + directed.path("isiRingkas").asText();
        directed.put("instansiTujuan", Theme.ofMatter(matter).map(Theme::agency).orElse(null));
        directed.put("status", "Proses");
        return directed;
    }
}
