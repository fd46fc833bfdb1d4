package org.koploper.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as wished; becomes {@code application/problem+json}. */
class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
