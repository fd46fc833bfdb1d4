package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.koploper.commission.ExampleAnswer;
import org.koploper.commission.ReasonWords;
import org.koploper.commission.TriedPlan;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plan documents for outside programs: tried and never stored. */
@RestController
@RequestMapping("/api/v1/plans")
class PlansController {

    private static final int MOST_BYTES = 2_000_000;

    /** Holds a document, YAML or JSON, to its own examples. What cannot be read is refused with its place. */
    @PostMapping(
            path = "/evaluate",
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                MediaType.TEXT_PLAIN_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_statements')")
    List<ExampleAnswer> evaluate(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        TriedPlan tried = TriedPlan.of(new String(body, StandardCharsets.UTF_8), null, 1);
        ReasonWords words = ReasonWords.of(ApiLanguage.of(request), tried.terms());
        return tried.results().stream()
                .map(result -> ExampleAnswer.of(null, result, words))
                .toList();
    }
}
