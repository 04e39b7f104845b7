package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.evaluation.Evaluation;
import id.go.setneg.dumas.evaluation.Report;
import id.go.setneg.dumas.evaluation.ReportCsv;
import id.go.setneg.dumas.evaluation.ReportPage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation of a period as data, as a table and as a page (OpenAPI: {@code /api/openapi.yaml}). */
@RestController
@RequestMapping("/api/v1/reports/evaluation")
class ReportApi {

    private static final String CONTENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int LONGEST = 3_700;

    private final Evaluation evaluation;

    ReportApi(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Report> json(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report(from, to));
    }

    @GetMapping(produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evaluasi-" + from + "-" + to + ".csv")
                                .build()
                                .toString())
                .body(ReportCsv.of(report(from, to)));
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT)
                .body(ReportPage.of(report(from, to)));
    }

    private Report report(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw Refusals.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "from adalah hari sebelum to, paling lama sepuluh tahun.");
        }
        return evaluation.of(from, to);
    }
}
