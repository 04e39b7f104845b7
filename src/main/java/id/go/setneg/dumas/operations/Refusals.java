package id.go.setneg.dumas.operations;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Refusals of the API in words of our own, as problems (RFC 9457). */
final class Refusals {

    private Refusals() {}

    /**
     * A refusal to be thrown.
     *
     * @param detail Indonesian, without anything that was sent
     */
    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
