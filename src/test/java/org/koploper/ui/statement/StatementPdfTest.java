package org.koploper.ui.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ledger.Seal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementDocument;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.Statements;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Scene;
import org.koploper.ui.kit.Formats;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

/** The document, read back. */
@OnHsqldb
class StatementPdfTest {

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    StatementPdf pdf;

    @Autowired
    Statements statements;

    private Scene scene;

    @BeforeEach
    void prepare() {
        scene = new Scene(context);
        scene.call(scene.deal, "Zonnepanelen José & <Zoë> Łódź");
        scene.sells(scene.an, "100.03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl-BE", "nl-NL", "en-GB"})
    void theDocumentHasTheTotalEveryLineAndEverySentenceOfTheStatement(String lang) {
        Locale locale = Locale.forLanguageTag(lang);
        Statement statement = As.user(scene.an, Set.of(Role.REP), () -> statements.of(scene.an, scene.month));
        String text = read(bytes(scene.an, Role.REP, scene.an, scene.month, lang));

        String total = flat(Formats.of(locale).money(statement.total(), statement.currency()));
        assertThat(text.split(java.util.regex.Pattern.quote(total), -1))
                .as("at the top, under the components, under the lines: " + text)
                .hasSizeGreaterThanOrEqualTo(4);
        for (StatementLine line : statement.lines()) {
            assertThat(text)
                    .contains(flat(Formats.of(locale).money(LineGrid.shown(line), line.currency())))
                    .contains(flat(new Explanation(line, locale).sentence()));
        }
        assertThat(text)
                .contains("Scene", Formats.of(locale).shortDate(LocalDate.now(clock)))
                .contains("An Anders", "Zonnepanelen José & <Zoë> Łódź", "Scene plan")
                .contains(lang.startsWith("nl") ? "Voorlopig" : "Provisional")
                .contains(lang.startsWith("nl") ? "Afrekening" : "Statement");
    }

    @Test
    void theFooterNamesTheLastEntryOfTheLedgerAndItsChecksum() {
        Seal seal = As.user(scene.an, Set.of(Role.REP), () -> statements.seal(scene.an, scene.month))
                .orElseThrow();

        assertThat(read(bytes(scene.an, Role.REP, scene.an, scene.month, "en-GB")))
                .contains("Ledger entry " + seal.entry(), seal.hash(), " 1 / 1 ");
    }

    @Test
    void aLongStatementHasItsPagesCountedAndItsFooterOnEach() throws IOException {
        for (int i = 0; i < 60; i++) {
            scene.sells(scene.an, "10" + i);
        }
        byte[] bytes = bytes(scene.an, Role.REP, scene.an, scene.month, "en-GB");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(flat(stripper.getText(document))).contains(" " + page + " / " + pages + " ", "SHA-256");
            }
        }
    }

    @Test
    void screenReadersGetATitleALanguageTagsAndTheFontsAreInside() throws IOException {
        byte[] bytes = bytes(scene.an, Role.REP, scene.an, scene.month, "nl-BE");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("nl-BE");
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getStructureTreeRoot().getCOSObject().toString())
                    .isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Afrekening ");
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), offset());
                assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), offset());
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("/StructTreeRoot");
    }

    @Test
    void nothingEarnedIsExplainedToo() {
        assertThat(read(bytes(scene.an, Role.REP, scene.an, YearMonth.of(2021, 3), "en-GB")))
                .contains("€0.00", "Nothing was credited", "Scene plan, version 1", "No ledger entry yet");
        assertThat(read(bytes(scene.bo, Role.REP, scene.bo, scene.month, "nl-BE")))
                .contains("Mia Manager");
    }

    @Test
    void theFileIsCalledInWords() {
        ResponseEntity<byte[]> answer = answer(scene.an, Role.REP, scene.an, YearMonth.of(2021, 3), "nl-BE");

        assertThat(answer.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("Afrekening maart 2021 - An Anders.pdf");
        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
    }

    @Test
    void whoMaySeeTheStatementGetsItAndNobodyElse() {
        assertThat(bytes(scene.manager, Role.MANAGER, scene.an, scene.month, "en-GB"))
                .isNotEmpty();
        assertThat(bytes(scene.cas, Role.FINANCE, scene.an, scene.month, "en-GB"))
                .isNotEmpty();
        for (PersonId foreign : List.of(scene.an, scene.cas, scene.manager, new PersonId(999_999_999))) {
            assertThatThrownBy(() -> bytes(scene.bo, Role.REP, foreign, scene.month, "en-GB"))
                    .as("statement of " + foreign)
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            answer -> assertThat(answer.getStatusCode().value()).isEqualTo(404));
        }
        for (Role role : List.of(Role.HR, Role.ADMIN)) {
            assertThatThrownBy(() -> bytes(scene.cas, role, scene.an, scene.month, "en-GB"))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void everyVersionHasItsOwnDocumentWithItsOwnTotalAndNeverAnother() {
        List<String> first = documents();
        assertThat(first).hasSize(2);
        scene.takesBack(scene.an, scene.deal, "500.55");
        List<String> then = documents();

        assertThat(then).hasSize(3).startsWith(first.toArray(String[]::new));
        List<StatementDocument> versions =
                As.user(scene.an, Set.of(Role.REP), () -> statements.documents(scene.an, scene.month));
        for (StatementDocument version : versions) {
            Statement statement =
                    As.user(scene.an, Set.of(Role.REP), () -> statements.of(scene.an, scene.month, version.number()));
            String total = flat(Formats.of(Locale.UK).money(statement.total(), statement.currency()));
            assertThat(then.get(version.number() - 1))
                    .contains(
                            "Version " + version.number(),
                            "Total: " + total,
                            "Ledger entry " + version.seal().entry(),
                            version.seal().hash(),
                            "Provisional: as it was in this version")
                    .doesNotContain("Printed");
            for (StatementLine line : statement.lines()) {
                assertThat(then.get(version.number() - 1))
                        .contains(flat(Formats.of(Locale.UK).money(LineGrid.shown(line), line.currency())));
            }
        }
        assertThat(then.getLast()).contains("credit note of ");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        for (int version : new int[] {0, -1, 99}) {
            assertThatThrownBy(() -> answer(scene.an, Role.REP, scene.an, scene.month, version, "en-GB"))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            answer -> assertThat(answer.getStatusCode().value()).isEqualTo(404));
        }
        assertThatThrownBy(() -> answer(scene.bo, Role.REP, scene.an, scene.month, 1, "en-GB"))
                .isInstanceOf(ResponseStatusException.class);
        assertThat(answer(scene.an, Role.REP, scene.an, scene.month, 1, "nl-BE")
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .endsWith(" - An Anders - versie 1.pdf");
    }

    /** The text of each version, the oldest first. */
    private List<String> documents() {
        int versions = As.user(scene.an, Set.of(Role.REP), () -> statements.of(scene.an, scene.month))
                .versions();
        return IntStream.rangeClosed(1, versions)
                .mapToObj(version -> read(java.util.Objects.requireNonNull(
                        answer(scene.an, Role.REP, scene.an, scene.month, version, "en-GB")
                                .getBody())))
                .toList();
    }

    private ResponseEntity<byte[]> answer(PersonId reader, Role role, PersonId payee, YearMonth month, String lang) {
        return answer(reader, role, payee, month, null, lang);
    }

    private ResponseEntity<byte[]> answer(
            PersonId reader, Role role, PersonId payee, YearMonth month, @Nullable Integer version, String lang) {
        return As.user(reader, Set.of(role), () -> {
            try {
                return pdf.pdf(payee.value(), month, version, lang, Locale.ROOT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] bytes(PersonId reader, Role role, PersonId payee, YearMonth month, String lang) {
        return java.util.Objects.requireNonNull(
                answer(reader, role, payee, month, lang).getBody());
    }

    private static String read(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines broken by the layout put together again. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    private static org.assertj.core.data.Offset<Float> offset() {
        return org.assertj.core.data.Offset.offset(1f);
    }
}
