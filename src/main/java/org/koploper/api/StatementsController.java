package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements for outside programs. */
@RestController
@RequestMapping("/api/v1/statements")
class StatementsController {

    private final Directory directory;
    private final Statements statements;

    StatementsController(Directory directory, Statements statements) {
        this.directory = directory;
        this.statements = statements;
    }

    /**
     * The statement of one person and month. Somebody whose pay the token may not see is answered like somebody who does
     * not exist.
     */
    @GetMapping("/{person}/{month}")
    @PreAuthorize("hasAuthority('SCOPE_statements')")
    public StatementAnswer statement(
            @PathVariable String person, @PathVariable String month, HttpServletRequest request) {
        YearMonth period = month(month);
        PersonRef ref = directory.personByExternalId(person).orElseThrow(ApiProblem::notFound);
        try {
            return StatementAnswer.of(statements.of(ref.id(), period), ApiLanguage.of(request));
        } catch (AccessDeniedException e) {
            throw ApiProblem.notFound();
        }
    }

    private static YearMonth month(String text) {
        try {
            if (text.length() == "2026-11".length()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // answered below
        }
        List<String> args = List.of(ApiProblem.shortened(text));
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "malformed-month",
                args,
                List.of(new ApiProblem.Violation("month", "malformed-month", args)));
    }
}
