package org.koploper.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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
            @PathVariable String person,
            @PathVariable String month,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String languages) {
        YearMonth period = month(month);
        PersonRef ref = directory.personByExternalId(person).orElseThrow(Refusal::notFound);
        try {
            return StatementAnswer.of(statements.of(ref.id(), period), locale(languages));
        } catch (AccessDeniedException e) {
            throw Refusal.notFound();
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
        throw Refusal.invalid("month", "malformed-month", "A month is written like 2026-11.");
    }

    /** Dutch where the reader prefers it to English, else English; never the language of the server. */
    static Locale locale(@Nullable String languages) {
        if (languages != null) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(languages)) {
                    Locale locale = Locale.forLanguageTag(range.getRange());
                    if (locale.getLanguage().equals("nl")
                            || locale.getLanguage().equals("en")) {
                        return locale;
                    }
                }
            } catch (IllegalArgumentException e) {
                // a header nobody can read says nothing
            }
        }
        return Locale.UK;
    }
}
