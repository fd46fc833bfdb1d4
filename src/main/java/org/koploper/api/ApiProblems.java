package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.RequestId;
import org.koploper.commission.FaultWords;
import org.koploper.commission.document.PlanFault;
import org.koploper.intake.Imports;
import org.koploper.intake.Sentences;
import org.koploper.intake.UnusableMapping;
import org.koploper.intake.Upserts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every refusal of the API as RFC 9457 {@code application/problem+json} with a stable {@code code}, and
 * {@code violations} where fields are to blame. Never a stack trace: what went wrong inside is in the log, under the number
 * that the answer names.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ApiProblem problem, HttpServletRequest request) {
        return answer(
                problem.status(), problem.code(), problem.args(), problem.violations(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownKind(Imports.UnknownKind unknown, HttpServletRequest request) {
        String kind = String.valueOf(unknown.getMessage());
        List<String> args = List.of(ApiProblem.shortened(kind));
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-kind",
                args,
                List.of(new ApiProblem.Violation("kind", "unknown-kind", args)),
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unusable(UnusableMapping mapping, HttpServletRequest request) {
        List<ApiProblem.Violation> violations = mapping.flaws().stream()
                .map(flaw -> new ApiProblem.Violation("mapping." + flaw.place(), flaw.code(), flaw.args()))
                .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unusable-mapping",
                List.of(),
                violations,
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(Upserts.RejectedRecords rejected, HttpServletRequest request) {
        List<ApiProblem.Violation> violations = rejected.errors().stream()
                .map(error -> new ApiProblem.Violation(place(error.row(), error.field()), error.code(), error.args()))
                .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "records-rejected",
                List.of(),
                violations,
                new HttpHeaders(),
                request);
    }

    /** As a program counts: the first object is 0. */
    private static String place(@Nullable Long row, String field) {
        String object = row == null ? "" : "[" + (row - 1) + "]";
        return field.isEmpty() ? object : object.isEmpty() ? field : object + "." + field;
    }

    /** A plan that cannot be read, with the place in the document. */
    @ExceptionHandler
    ResponseEntity<Object> plan(PlanFault fault, HttpServletRequest request) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("field", fault.path());
        violation.put("code", fault.code());
        violation.put("message", new FaultWords(ApiLanguage.of(request)).of(fault));
        if (fault.line() > 0) {
            violation.put("line", fault.line());
            violation.put("column", fault.column());
        }
        return answered(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "plan-refused",
                List.of(),
                List.of(violation),
                new HttpHeaders(),
                ApiLanguage.of(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(Imports.TooManyImports busy, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "60");
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "too-many-imports", List.of(), List.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException denied, HttpServletRequest request) {
        return answer(HttpStatus.FORBIDDEN, "forbidden", List.of(), List.of(), new HttpHeaders(), request);
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<Object> conflict(RuntimeException conflict, HttpServletRequest request) {
        // without its message, which holds what was to be written
        LOG.info("Refused as a conflict: {}", conflict.getClass().getName());
        return answer(HttpStatus.CONFLICT, "conflict", List.of(), List.of(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(MultipartException unreadable, HttpServletRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "invalid-request", List.of(), List.of(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> broken(Exception broken, HttpServletRequest request) {
        String number = RequestId.current();
        LOG.error("Reference {}", number, broken);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                List.of(number),
                List.of(),
                new HttpHeaders(),
                request);
    }

    /** What Spring itself refuses. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        String field = switch (refused) {
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            case MissingServletRequestPartException missing -> missing.getRequestPartName();
            case TypeMismatchException mismatch -> mismatch.getPropertyName();
            default -> null;
        };
        String code = code(refused, HttpStatus.valueOf(status.value()));
        List<String> args = refused instanceof HttpRequestMethodNotSupportedException method
                ? List.of(method.getMethod())
                : field == null ? List.of("") : List.of(field);
        if (status.is5xxServerError()) {
            return broken(refused, servlet);
        }
        return answer(
                HttpStatus.valueOf(status.value()),
                code,
                args,
                field == null ? List.of() : List.of(new ApiProblem.Violation(field, code, args)),
                headers,
                servlet);
    }

    private static String code(Exception refused, HttpStatus status) {
        return switch (refused) {
            case HttpMessageNotReadableException unreadable -> "malformed-json";
            case MissingServletRequestParameterException missing -> "missing-parameter";
            case MissingServletRequestPartException missing -> "missing-parameter";
            case TypeMismatchException mismatch -> "invalid-parameter";
            default ->
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case CONTENT_TOO_LARGE -> "too-large";
                    default -> "invalid-request";
                };
        };
    }

    private static ResponseEntity<Object> answer(
            HttpStatus status,
            String code,
            List<String> args,
            List<ApiProblem.Violation> violations,
            HttpHeaders headers,
            HttpServletRequest request) {
        Locale language = ApiLanguage.of(request);
        List<Map<String, Object>> said = violations.stream()
                .map(one -> Map.<String, Object>of(
                        "field", one.field(),
                        "code", one.code(),
                        "message", Sentences.of(one.code(), one.args(), language)))
                .toList();
        return answered(status, code, args, said, headers, language);
    }

    private static ResponseEntity<Object> answered(
            HttpStatus status,
            String code,
            List<String> args,
            List<Map<String, Object>> violations,
            HttpHeaders headers,
            Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Sentences.of(code, args, language));
        problem.setProperty("code", code);
        if (!violations.isEmpty()) {
            problem.setProperty("violations", violations);
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
