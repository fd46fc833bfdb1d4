package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Scope;
import org.koploper.intake.FileSource;
import org.koploper.intake.Imports;
import org.koploper.intake.Mapping;
import org.koploper.intake.Mappings;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Workbooks, Dutch words, and files that are no tables, through the API. */
abstract class WorkbookImportContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    Mappings mappings;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
    }

    private byte[] deals(String mark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Uitleg").value(0, 0, "Notes");
            Worksheet sheet = book.newWorksheet("Deals");
            List<String> header = List.of("nummer", "verkoper", "fase", "geopend", "sluitdatum", "bedrag", "munt");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, mark);
            sheet.value(1, 1, "wb-p");
            sheet.value(1, 2, "gewonnen");
            sheet.value(1, 3, LocalDate.of(2026, 3, 4));
            sheet.style(1, 3).format("d/m/yyyy").set();
            sheet.value(1, 4, LocalDate.of(2026, 4, 5));
            sheet.style(1, 4).format("d/m/yyyy").set();
            sheet.value(1, 5, 1234.5);
            sheet.value(1, 6, "EUR");
        }
        return out.toByteArray();
    }

    @Test
    void aSheetIsTakenWithItsDaysAndNumbersAndDutchStages() throws IOException {
        api.taking("people", "externalId,name\nwb-p,Work Book\n", "");

        Api.Answer answer = api.importing("deals", deals("wb-1"), "{\"sheet\": \"Deals\"}", true, Map.of());

        assertThat(answer.json().get("new").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(answer.text()).contains("one-sheet-of-several");
        assertThat(jdbc.sql("select stage, closed_on, deal_value from deals where external_id = 'wb-1'")
                        .query((row, n) ->
                                row.getString(1) + " " + row.getString(2).substring(0, 10) + " "
                                        + row.getBigDecimal(3).stripTrailingZeros())
                        .single())
                .isEqualTo("WON 2026-04-05 1234.5");
        assertThat(api.importing("deals", deals("wb-1"), "{\"sheet\": \"Nope\"}", true, Map.of())
                        .text())
                .contains("unknown-sheet");
    }

    @Test
    void aPictureIsRefusedOnceAndNotRowByRow() {
        byte[] picture = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\n1\n2\n3\n".getBytes(StandardCharsets.ISO_8859_1);

        Api.Answer answer = api.importing("deals", picture, "", true, Map.of());

        assertThat(answer.json().get("rejected").asInt()).isZero();
        assertThat(answer.json().get("problems").findValuesAsString("code")).containsExactly("not-a-table");
    }

    @Test
    void dutchStagesAreUnderstoodAndACreditNoteKeepsItsOwnWords() {
        api.taking("people", "externalId,name\nnl-p,Neder Lands\n", "");
        String file = "externalId,owner,stage,closedOn,cancelledOn,value,currency\n"
                + "nl-1,nl-p,Gewonnen,2026-03-04,,1,EUR\nnl-2,nl-p,verloren,2026-03-04,,1,EUR\n"
                + "nl-3,nl-p,offerte,,,1,EUR\nnl-4,nl-p,open,,,1,EUR\n"
                + "nl-5,nl-p,geannuleerd,2026-03-04,2026-03-05,1,EUR\nnl-6,nl-p,verkocht,,,1,EUR\n";

        Api.Answer answer = api.taking("deals", file, "");

        assertThat(answer.json().get("rejected").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select stage from deals where external_id like 'nl-%' order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly("WON", "LOST", "QUOTED", "ENGAGING", "CANCELLED");
    }

    @Test
    void aFileWithTheSameColumnsInAnotherOrderIsReadLikeTheLastOne() {
        api.taking(
                "customers",
                "Firm,Key\nRemembered,rem-1\n",
                "{\"columns\": {\"Firm\": \"name\", \"Key\": \"externalId\"}}");

        Mapping known = Caller.asSystem(() -> mappings.of("customers", List.of("KEY", "firm")))
                .orElseThrow()
                .mapping();

        assertThat(known.columns()).containsEntry("KEY", "externalId").containsEntry("firm", "name");
        FileSource again = FileSource.of("KEY,firm\nrem-2,Known\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Caller.asSystem(() -> imports.run(again, "again.csv", "customers", known, true))
                        .counts()
                        .created())
                .isEqualTo(1);
        Caller.asSystem(() -> mappings.forget("customers", List.of("Firm", "Key")));
        assertThat(Caller.asSystem(() -> mappings.of("customers", List.of("Firm", "Key"))))
                .isEmpty();
    }

    @OnHsqldb
    static class OnHsqldbTest extends WorkbookImportContract {}

    @OnPostgres
    static class OnPostgresTest extends WorkbookImportContract {}
}
