package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Problems about which something is decided once, for all their rows; and what stays out, as a workbook. */
abstract class DecidedProblemsContract {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DATES = "{\"dateFormat\": \"yyyy-MM-dd\"}";
    private static final String HEADER = "externalId,owner,stage,Closed,value,currency\n";

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
        api.taking("people", "externalId,name\ndp-p,Decided Problems\n", "");
    }

    private List<String> deals(String mark) {
        return jdbc.sql("select external_id, stage, closed_on, deal_value from deals where external_id like :mark"
                        + " order by external_id")
                .param("mark", mark + "-%")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + (row.getBigDecimal(4) == null
                                ? null
                                : row.getBigDecimal(4).stripTrailingZeros().toPlainString()))
                .list();
    }

    private static String file(String mark) {
        return HEADER
                + "{m}-1,dp-p,quoted,not yet,10,EUR\n".replace("{m}", mark)
                + "{m}-2,dp-p,quoted,soon,20,EUR\n".replace("{m}", mark)
                + "{m}-3,Nobody,quoted,,30,EUR\n".replace("{m}", mark)
                + "{m}-4,dp-p,quoted,,forty,EUR\n".replace("{m}", mark)
                + "{m}-5,dp-p,quoted,,50,EUR,too much\n".replace("{m}", mark)
                + "{m}-6,dp-p,quoted,,60,EUR\n".replace("{m}", mark);
    }

    @Test
    void eachGroupSaysByWhichFieldAndCodeItIsDecided() {
        Api.Answer tried = api.importing("deals", file("dg").getBytes(StandardCharsets.UTF_8), DATES, false, Map.of());

        Api.Answer groups = api.call(get("/api/v1/imports/" + tried.json().get("id") + "/groups"));

        assertThat(groups.json().findValuesAsString("code"))
                .contains("not-a-date", "unknown-reference", "not-a-number", "too-many-fields");
        var dates = groups.json()
                .valueStream()
                .filter(group -> group.get("code").asString().equals("not-a-date"))
                .findFirst()
                .orElseThrow();
        assertThat(dates.get("column").asString()).isEqualTo("Closed");
        assertThat(dates.get("field").asString()).isEqualTo("closedOn");
        assertThat(dates.get("count").asInt()).isEqualTo(2);
    }

    @Test
    void rowsAreSkippedEmptiedOrGivenAValueAsDecidedAndSoAgainForTheNextFile() {
        String decided = """
                {"dateFormat": "yyyy-MM-dd", "columns": {"Closed": "closedOn"}, "problems": {
                  "closedOn": {"not-a-date": {"action": "empty"}},
                  "owner": {"unknown-reference": {"action": "use", "value": "dp-p"}},
                  "value": {"not-a-number": {"action": "use", "value": "40.5"}},
                  "row": {"too-many-fields": {"action": "skip"}}}}
                """;

        Api.Answer taken = api.taking("deals", file("dd"), decided);

        assertThat(taken.json().get("new").asInt()).as(taken.text()).isEqualTo(5);
        assertThat(taken.json().get("rejected").asInt()).isEqualTo(1);
        assertThat(taken.json().get("problems").findValuesAsString("code"))
                .containsExactlyInAnyOrder(
                        "taken-as-empty",
                        "taken-as-empty",
                        "taken-as",
                        "taken-as",
                        "left-out",
                        "missing-customer",
                        "missing-customer",
                        "missing-customer",
                        "missing-customer",
                        "missing-customer");
        assertThat(deals("dd"))
                .containsExactly(
                        "dd-1 QUOTED null 10",
                        "dd-2 QUOTED null 20",
                        "dd-3 QUOTED null 30",
                        "dd-4 QUOTED null 40.5",
                        "dd-6 QUOTED null 60");

        Api.Answer next = api.taking("deals", file("de"), "remembered");
        assertThat(next.json().get("new").asInt()).as(next.text()).isEqualTo(5);
        assertThat(api.call(get("/api/v1/imports/mappings?kind=deals")).text())
                .contains("not-a-date", "\"action\":\"use\"");
    }

    @Test
    void whatCannotBeDecidedIsRefusedBeforeAnythingIsRead() {
        Api.Answer refused = api.taking("deals", file("dr"), """
                {"problems": {"externalId": {"required-missing": {"action": "empty"}}, "nope": {"x": {"action": "skip"}},
                  "value": {"not-a-number": {"action": "use", "value": "many"}},
                  "row": {"too-many-fields": {"action": "guess"}}}}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations").findValuesAsString("code"))
                .containsExactlyInAnyOrder("only-skip", "unknown-field", "not-a-number", "only-skip");
        assertThat(api.taking("deals", "never,seen,before\n1,2,3\n", "remembered")
                        .code())
                .isEqualTo("no-remembered-mapping");
    }

    @Test
    void templatesAndRejectedRowsAreWorkbooksTooAndCanBeReadBack() throws IOException {
        byte[] template = api.call(get("/api/v1/imports/templates/customers?format=xlsx"))
                .response()
                .getContentAsByteArray();
        assertThat(rows(template)).first().asString().startsWith("externalId|name");
        assertThat(api.importing("customers", template, "", false, Map.of())
                        .json()
                        .get("rejected")
                        .asInt())
                .isZero();

        Api.Answer taken = api.taking("deals", file("dx"), DATES);
        byte[] rejected = api.call(get("/api/v1/imports/" + taken.json().get("id") + "/rejected")
                        .header("Accept", XLSX)
                        .header("Accept-Language", "nl"))
                .response()
                .getContentAsByteArray();
        List<String> rows = rows(rejected);
        assertThat(rows.getFirst()).endsWith("|reden van weigering");
        assertThat(rows).anyMatch(row -> row.startsWith("dx-1|dp-p|quoted|not yet|10|EUR|Closed:"));
        Api.Answer again = api.importing("deals", rejected, "", false, Map.of());
        assertThat(again.json().get("rejected").asInt()).isEqualTo(rows.size() - 1 - 1);
    }

    /** Those of the machine interface. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "people",
                "teams",
                "customers",
                "products",
                "leads",
                "quotes",
                "deals",
                "lines",
                "credit-notes",
                "invoices",
                "payments",
                "activities",
                "costs",
                "targets",
                "absences",
                "rates",
                "scores",
                "product-costs",
                "market-sizes",
                "visitors",
                "survey-answers-customer"
            })
    void everyKindOfTheInterfaceHasATemplateThatCanBeTried(String kind) {
        Api.Answer template = api.call(get("/api/v1/imports/templates/" + kind));
        assertThat(template.status()).isEqualTo(200);

        Api.Answer tried = api.importing(kind, template.text().getBytes(StandardCharsets.UTF_8), "", false, Map.of());

        assertThat(tried.json().get("state").asString()).as(tried.text()).isEqualTo("done");
        assertThat(tried.text()).doesNotContain("column-not-used");
    }

    private static List<String> rows(byte[] workbook) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read().stream()
                    .map(DecidedProblemsContract::text)
                    .toList();
        }
    }

    private static String text(Row row) {
        return row.stream()
                .map(cell -> cell == null ? "" : cell.getText())
                .collect(java.util.stream.Collectors.joining("|"));
    }

    @OnHsqldb
    static class OnHsqldbTest extends DecidedProblemsContract {}

    @OnPostgres
    static class OnPostgresTest extends DecidedProblemsContract {}
}
