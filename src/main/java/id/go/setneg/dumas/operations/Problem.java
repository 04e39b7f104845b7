package id.go.setneg.dumas.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * A refusal in the form of RFC 9457. The words depend on the status alone: nothing of what was sent is repeated.
 *
 * @param status the HTTP status
 * @param title its English name
 * @param detail what it means here, Indonesian, for the people behind the calling system
 */
record Problem(int status, String title, String detail) {

    static Problem of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        String title = status == null ? "Problem" : status.getReasonPhrase();
        return new Problem(code.value(), title, detail(code.value()));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "Permintaan tidak dapat dibaca.";
            case 401 -> "Nama pengguna atau kata sandi tidak benar.";
            case 403 -> "Akun ini tidak berhak atas sumber daya tersebut.";
            case 404 -> "Sumber daya tidak ditemukan.";
            case 405 -> "Metode HTTP ini tidak didukung di sini.";
            case 406 -> "Bentuk jawaban yang diminta tidak tersedia.";
            case 413 -> "Isi permintaan terlalu besar.";
            case 415 -> "Isi permintaan harus berbentuk application/json.";
            default ->
                status < 500
                        ? "Permintaan ditolak."
                        : "Terjadi gangguan di pihak kami. Kirim ulang permintaan yang sama beberapa saat lagi.";
        };
    }

    /** Answers from a filter, where no message converter is at hand. No word of it needs escaping. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
    }

    String json() {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\"}";
    }
}
