package org.koploper.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as wished; becomes {@code application/problem+json}. */
class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 40;

    private final HttpStatus status;
    private final String code;
    private final transient List<String> args;
    private final transient List<Violation> violations;

    ApiProblem(HttpStatus status, String code, String... args) {
        this(status, code, List.of(args), List.of());
    }

    ApiProblem(HttpStatus status, String code, List<String> args, List<Violation> violations) {
        super(code);
        this.status = status;
        this.code = code;
        this.args = List.copyOf(args);
        this.violations = List.copyOf(violations);
    }

    /** 400: this parameter cannot be read. */
    static ApiProblem invalid(String field, String code, String... args) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "invalid-parameter",
                List.of(field),
                List.of(new Violation(field, code, List.of(args))));
    }

    /** 404: there is no such thing, or it is none of the caller's business; the answer does not tell which. */
    static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found");
    }

    /** What somebody sent, short enough for a sentence. */
    static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    List<String> args() {
        return args;
    }

    List<Violation> violations() {
        return violations;
    }

    /** What is wrong with one field of the request. */
    record Violation(String field, String code, List<String> args) {}
}
