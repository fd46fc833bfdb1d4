package org.koploper.ui.statement;

import com.vaadin.flow.component.UI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.export.PdfFile;
import org.koploper.ledger.Seal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementDocument;
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

    /** Where the document of that version is. */
    static String address(PersonId person, YearMonth month, int version) {
        return address(person, month) + "&version=" + version;
    }

    /** The document: of that version, the same whenever it is asked for; else of the statement as it is now. */
    @GetMapping("/statements/{person:[0-9]{1,18}}/{month:[0-9]{4}-(?:0[1-9]|1[0-2])}/pdf")
    @PreAuthorize("hasAnyRole('REP','MANAGER','FINANCE')")
    ResponseEntity<byte[]> pdf(
            @PathVariable long person,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String lang,
            Locale requested)
            throws IOException {
        Locale locale = Optional.ofNullable(lang)
                .flatMap(Languages::ofTag)
                .or(() -> Languages.ofTag(requested.getLanguage()))
                .orElse(Languages.ALL.getFirst());
        PersonId payee = new PersonId(person);
        StatementPaper.Sheet sheet = read(payee, month, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfFile.write(paper.html(sheet, DealTitles.of(sheet.statement().credits(), desk), locale), out);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PDF);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(paper.name(sheet, locale) + ".pdf", StandardCharsets.UTF_8)
                .build());
        return new ResponseEntity<>(out.toByteArray(), headers, HttpStatus.OK);
    }

    private StatementPaper.Sheet read(PersonId person, YearMonth month, @Nullable Integer version) {
        try {
            return version == null ? now(person, month) : then(person, month, version);
        } catch (AccessDeniedException | NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private StatementPaper.Sheet then(PersonId person, YearMonth month, int version) {
        Statement statement = statements.of(person, month, version);
        Seal seal = statements.documents(person, month).stream()
                .filter(document -> document.number() == version)
                .map(StatementDocument::seal)
                .findFirst()
                .orElseThrow();
        return new StatementPaper.Sheet(statement, seal, version);
    }

    private StatementPaper.Sheet now(PersonId person, YearMonth month) {
        Seal before = statements.seal(person, month).orElse(null);
        for (int i = 1; ; i++) {
            Statement statement = statements.of(person, month);
            Seal after = statements.seal(person, month).orElse(null);
            if (Objects.equals(before, after) || i == TRIES) {
                return new StatementPaper.Sheet(statement, after, null);
            }
            before = after;
        }
    }
}
