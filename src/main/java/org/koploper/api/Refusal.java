package org.koploper.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Answers that say no: RFC 9457 with a stable {@code code} and, for input, what is wrong with which field. */
final class Refusal {

    private Refusal() {}

    /** 400: this parameter cannot be read. */
    static ErrorResponseException invalid(String field, String code, String message) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid", message);
        problem.setProperty("violations", List.of(Map.of("field", field, "code", code, "message", message)));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    /** 404: there is no such thing, or it is none of the caller's business; the answer does not tell which. */
    static ErrorResponseException notFound() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing."), null);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("code", code);
        return problem;
    }
}
