package org.koploper.ui.statement;

import com.vaadin.flow.component.UI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.export.PdfFile;
import org.koploper.ledger.Seal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.sales.DealDesk;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.shell.Languages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A statement as a PDF, for whoever may see it on the screen. Whose it is not, and whom there is not, get the same answer.
 */
@RestController
class StatementPdf {

    /** While pay is being posted, the figures are read again until they belong to one entry; then as they are. */
    private static final int TRIES = 5;

    private final Statements statements;
    private final DealDesk desk;
    private final StatementPaper paper;

    StatementPdf(Statements statements, DealDesk desk, StatementPaper paper) {
        this.statements = statements;
        this.desk = desk;
        this.paper = paper;
    }

    /** Where the document of that statement is, in the language of the screen that asks. */
    static String address(PersonId person, YearMonth month) {
        return "statements/" + person + "/" + month + "/pdf?lang="
                + UI.getCurrent().getLocale().toLanguageTag();
    }

    /** The document. */
    @GetMapping("/statements/{person:[0-9]{1,18}}/{month:[0-9]{4}-(?:0[1-9]|1[0-2])}/pdf")
    @PreAuthorize("hasAnyRole('REP','MANAGER','FINANCE')")
    ResponseEntity<byte[]> pdf(
            @PathVariable long person,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable String lang,
            Locale requested)
            throws IOException {
        Locale locale = Optional.ofNullable(lang)
                .flatMap(Languages::ofTag)
                .or(() -> Languages.ofTag(requested.getLanguage()))
                .orElse(Languages.ALL.getFirst());
        PersonId payee = new PersonId(person);
        Sealed sealed = read(payee, month);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFile.write(paper.html(sealed.statement(), sealed.seal(), DealTitles.of(payee, desk), locale), out);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PDF);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(
                        paper.title(sealed.statement(), locale) + " - "
                                + sealed.statement().person().name() + ".pdf",
                        StandardCharsets.UTF_8)
                .build());
        return new ResponseEntity<>(out.toByteArray(), headers, HttpStatus.OK);
    }

    private Sealed read(PersonId person, YearMonth month) {
        try {
            Seal before = statements.seal(person, month).orElse(null);
            for (int i = 1; ; i++) {
                Statement statement = statements.of(person, month);
                Seal after = statements.seal(person, month).orElse(null);
                if (java.util.Objects.equals(before, after) || i == TRIES) {
                    return new Sealed(statement, after);
                }
                before = after;
            }
        } catch (AccessDeniedException | NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private record Sealed(Statement statement, @Nullable Seal seal) {}
}
