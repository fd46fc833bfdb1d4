package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
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
        YearMonth period = AskedMonth.of(month);
        PersonRef ref = directory.personByExternalId(person).orElseThrow(ApiProblem::notFound);
        try {
            return StatementAnswer.of(statements.of(ref.id(), period), ApiLanguage.of(request));
        } catch (AccessDeniedException e) {
            throw ApiProblem.notFound();
        }
    }
}
