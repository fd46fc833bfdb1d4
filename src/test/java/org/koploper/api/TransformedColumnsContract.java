package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Columns of a file of another program, changed on their way in. */
abstract class TransformedColumnsContract {

    private static final String MAPPING = """
            {"columns": {"Ref": "externalId", "Rep": "owner", "Phase": "stage", "Amount": "value", "Closed": "closedOn",
                         "Opened": "engagedOn", "Given": "", "Money": "currency"},
             "dateFormat": "d/M/yyyy", "decimal": ",",
             "values": {"stage": {"closed": "won"}},
             "transforms": {"Ref": {"change": "firstWord"}, "Rep": {"change": "firstNameFirst"},
                            "Phase": {"change": "firstWord"}, "Amount": {"change": "minusAround"},
                            "Opened": {"change": "dateFormat", "value": "M-d-yyyy"}, "Money": {"change": "firstWord"}}}
            """;

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
    }

    private static String file(String mark) {
        return "Ref;Rep;Phase;Amount;Closed;Opened;Given;Money\n"
                + "{m}-1 First order;Changed, {m};Closed (100 %);1.250,50;3/11/2026;9-14-2026;x;EUR (euro)\n"
                        .replace("{m}", mark)
                + "{m}-2 Second;{m} Changed;CLOSED early;80;4/11/2026;9-15-2026;x;EUR\n".replace("{m}", mark);
    }

    private List<String> deals(String mark) {
        return jdbc.sql("select external_id, stage, deal_value, closed_on, engaged_on, currency from deals"
                        + " where external_id like :mark order by external_id")
                .param("mark", mark + "-%")
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " "
                        + row.getBigDecimal(3).stripTrailingZeros().toPlainString() + " " + row.getString(4) + " "
                        + row.getString(5) + " " + row.getString(6))
                .list();
    }

    @Test
    void aFileIsTakenWithChangedColumnsOnceAndGoesBackWhole() {
        api.taking("people", "externalId,name\ntr-p,tr Changed\n", "");
        Api.Answer taken = api.taking("deals", file("tr"), MAPPING);

        assertThat(taken.json().get("new").asInt()).as(taken.text()).isEqualTo(2);
        assertThat(deals("tr"))
                .containsExactly("tr-1 WON 1250.5 2026-11-03 2026-09-14 EUR", "tr-2 WON 80 2026-11-04 2026-09-15 EUR");
        assertThat(taken.json()
                        .get("mapping")
                        .get("transforms")
                        .get("Opened")
                        .get("value")
                        .asString())
                .isEqualTo("M-d-yyyy");

        Api.Answer again = api.taking("deals", file("tr"), "remembered");
        assertThat(again.json().get("unchanged").asInt()).as(again.text()).isEqualTo(2);
        assertThat(again.text()).contains("already-imported");
        assertThat(api.call(get("/api/v1/imports/mappings?kind=deals")).text())
                .contains("\"change\":\"firstNameFirst\"");

        Api.Answer undone = api.call(delete("/api/v1/imports/" + taken.json().get("id")));
        assertThat(undone.json().get("removed").asInt()).as(undone.text()).isEqualTo(2);
        assertThat(deals("tr")).isEmpty();
    }

    @Test
    void namesInTwoColumnsBecomeOneAndThatIsRememberedHoweverTheNextFileWritesItsColumns() {
        String columns = "{\"columns\": {\"Key\": \"externalId\", \"First name\": \"name\", \"Last name\": \"\"},"
                + " \"transforms\": {\"First name\": {\"change\": \"withColumn\", \"value\": \"Last name\"}}}";
        Api.Answer taken = api.taking("people", "Key,First name,Last name\ntj-1,An,Joined\ntj-2,,Alone\n", columns);
        assertThat(taken.json().get("new").asInt()).as(taken.text()).isEqualTo(2);
        assertThat(taken.text()).doesNotContain("column-not-used");

        Api.Answer next = api.taking("people", "LAST NAME,key,first name\nJoined,tj-3,Bo\n", "remembered");

        assertThat(next.json().get("new").asInt()).as(next.text()).isEqualTo(1);
        assertThat(jdbc.sql("select name from persons where external_id like 'tj-%' order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly("An Joined", "Alone", "Bo Joined");
    }

    @Test
    void aMappingOfBeforeThereWereTransformsStillReads() {
        api.taking(
                "teams",
                "Tkey,Ttitle\nto-1,Old one\n",
                "{\"columns\": {\"Tkey\": \"externalId\", \"Ttitle\": \"name\"}}");
        assertThat(jdbc.sql(
                                "update import_mappings set mapping = replace(mapping, :now, '') where mapping like '%Ttitle%'")
                        .param("now", ",\"transforms\":{}")
                        .update())
                .isEqualTo(1);
        assertThat(jdbc.sql("update imports set mapping = replace(mapping, :now, '') where mapping like '%Ttitle%'")
                        .param("now", ",\"transforms\":{}")
                        .update())
                .isEqualTo(1);

        Api.Answer again = api.taking("teams", "Tkey,Ttitle\nto-1,Old one\n", "remembered");

        assertThat(again.json().get("unchanged").asInt()).as(again.text()).isEqualTo(1);
        assertThat(again.text()).contains("already-imported");
    }

    @Test
    void whatCannotBeDoneWithAColumnIsNamedAndNothingIsTaken() {
        Api.Answer refused = api.taking("deals", file("tn"), """
                {"columns": {"Ref": "externalId", "Amount": "value", "Rep": "owner"},
                 "transforms": {"Amount": {"change": "upperCase"}, "Nope": {"change": "firstWord"},
                                "Rep": {"change": "withColumn", "value": "Nobody"}, "Ref": {"change": "shout"}}}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations").findValuesAsString("code"))
                .containsExactlyInAnyOrder("change-does-not-fit", "unknown-column", "unknown-column", "unknown-change");
        assertThat(refused.text()).contains("mapping.transforms.Amount", "firstWord, otherWords");
        assertThat(deals("tn")).isEmpty();
    }

    @OnHsqldb
    static class OnHsqldbTest extends TransformedColumnsContract {}

    @OnPostgres
    static class OnPostgresTest extends TransformedColumnsContract {}
}
