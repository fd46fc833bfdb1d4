package org.koploper.ui.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.koploper.access.CodeAttempts;
import org.koploper.access.SecretCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets people in who bring a code. What is no code, a code that never was and one that was forgotten get the same friendly
 * answer, in the same time but for a look at an index; an address that brings a hundred of them waits.
 */
@Component
public class CodeDoor {

    private final CodeAttempts attempts;
    private final PlainPages pages;

    CodeDoor(CodeAttempts attempts, PlainPages pages) {
        this.attempts = attempts;
        this.pages = pages;
    }

    /**
     * The page behind a code.
     *
     * @param typed what the address says
     * @param find finds what the code was made for
     * @param page makes the page about it
     */
    public <T> ResponseEntity<String> open(
            String typed,
            HttpServletRequest request,
            Function<SecretCode, Optional<T>> find,
            BiFunction<SecretCode, T, ResponseEntity<String>> page) {
        Locale locale = pages.locale(request);
        String from = request.getRemoteAddr();
        if (attempts.refused(typed, from)) {
            ResponseEntity<String> wait = pages.says(
                    HttpStatus.TOO_MANY_REQUESTS,
                    locale,
                    pages.text("plain.wait", locale),
                    pages.text("plain.wait-text", locale));
            return ResponseEntity.status(wait.getStatusCode())
                    .headers(wait.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, "900")
                    .body(wait.getBody());
        }
        Optional<SecretCode> code = SecretCode.of(typed);
        Optional<T> found = code.flatMap(find);
        if (code.isEmpty() || found.isEmpty()) {
            attempts.wrong(typed, from);
            return pages.says(
                    HttpStatus.NOT_FOUND,
                    locale,
                    pages.text("plain.unknown", locale),
                    pages.text("plain.unknown-text", locale),
                    pages.text("plain.unknown-ask", locale));
        }
        attempts.right(typed, from);
        return page.apply(code.get(), found.get());
    }
}
