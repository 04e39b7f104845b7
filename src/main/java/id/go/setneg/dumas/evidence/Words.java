package id.go.setneg.dumas.evidence;

/** What a pack says of itself to who opens it. */
final class Words {

    static final String README = """
            PAKET BUKTI SATU BERKAS PENGADUAN
            Kementerian Sekretariat Negara, Asisten Deputi Pengaduan Masyarakat

            Isi paket ini rahasia: di dalamnya ada data pribadi (UU 27/2022).

            manifest.json    daftar isi: nomor berkas, waktu dan pembuat paket, hash setiap isi, kepala rantai jurnal
            manifest.jws     tanda tangan hub atas manifest.json (JWS tanpa isi, ES256; RFC 7515)
            journal.jsonl    satu fakta per baris; hash setiap fakta mencakup hash fakta sebelumnya
            submissions/     kiriman: catatan sumber, bentuk kanonis, kapan diterima dan disimpan
            deliveries/      yang dikirim hub: isi, setiap upaya, dan tanda terimanya
            correspondence/  surat-menyurat lain tentang berkas ini
            attachments.json daftar lampiran dengan SHA-256; lampirannya sendiri tidak ikut
            parts/           berkas lain yang menjadi bagian berkas ini, masing-masing dengan isi dan jurnalnya sendiri
            case-key.json    hanya bila diminta: kunci berkas, untuk membuktikan isi fakta

            Cara memeriksa, tanpa hub dan tanpa jaringan:
              java -jar dumas-hub.jar verify PAKET.zip --key keys.json
            keys.json adalah kunci publik hub (/api/v1/keys/evidence), yang disimpan terpisah dari paket ini.

            Yang terbukti: isi paket sama dengan yang ditandatangani hub, dan jurnal utuh dari fakta pertama sampai
            kepala rantai. Bahwa isi fakta yang terbaca adalah isi yang disegel, dinyatakan oleh tanda tangan hub; dengan
            case-key.json hal itu terbukti sendiri. Waktu adalah waktu jam hub. Bahwa hub tidak menulis jurnal lain sejak
            awal terbukti hanya terhadap kepala rantai yang pernah diterima pihak lain, misalnya dalam paket terdahulu.
            """;

    private Words() {}
}
