package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A whole import, taken back. */
abstract class UndoImportContract {

    private static final List<String> TABLES = List.of(
            "persons",
            "employments",
            "memberships",
            "reporting_lines",
            "managers_above",
            "teams",
            "customers",
            "deals",
            "deal_splits",
            "deal_states",
            "daily_totals");

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
    }

    /** Every row of every table as a text, without the number that counts changes. */
    private Map<String, List<String>> everything() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<String> rows = new ArrayList<>();
            jdbc.sql("select * from " + table).query().listOfRows().forEach(row -> {
                row.remove("version");
                row.remove("VERSION");
                rows.add(row.toString());
            });
            rows.sort(null);
            all.put(table, rows);
        }
        return all;
    }

    private Api.Answer undo(Api.Answer taken, String query) {
        return api.call(delete("/api/v1/imports/" + taken.json().get("id") + query));
    }

    private void people(String mark) {
        api.taking(
                "people",
                "externalId,name,team,manager\n" + mark + "-1,Undo One " + mark + ",U-Team,\n" + mark + "-2,Undo Two "
                        + mark + ",U-Team," + mark + "-1\n",
                "");
    }

    @Test
    void dealsWithTheirStatesSharesAndTotalsAreWhatTheyWere() {
        people("ud");
        String header = "externalId,owner,customer,stage,engagedOn,closedOn,value,currency,splits\n";
        api.taking(
                "deals",
                header + "ud-1,ud-1,,won,2026-03-01,2026-03-05,100,EUR,ud-1:60;ud-2:40\n"
                        + "ud-2,ud-2,,engaging,2026-03-01,,200,EUR,\n",
                "");
        // the customer is no part of what is taken back below
        api.taking("customers", "externalId,name\nud-c,Undo ltd\n", "");
        Map<String, List<String>> before = everything();

        Api.Answer taken = api.taking(
                "deals",
                header + "ud-1,ud-2,ud-c,won,2026-03-01,2026-03-06,150,EUR,\n"
                        + "ud-2,ud-2,ud-c,won,2026-03-01,2026-03-09,210,EUR,\n"
                        + "ud-3,ud-1,ud-c,won,2026-03-02,2026-03-09,330,EUR,ud-1:50;ud-2:50\n",
                "");
        assertThat(taken.json().get("new").asInt()).isEqualTo(1);
        assertThat(taken.json().get("changed").asInt()).isEqualTo(2);
        assertThat(taken.json().get("changes").findValuesAsString("field"))
                .contains("owner", "closedOn", "value", "splits", "stage");
        assertThat(everything()).isNotEqualTo(before);
        Api.Answer undone = undo(taken, "");

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.json().get("removed").asInt()).isEqualTo(1);
        assertThat(undone.json().get("restored").asInt()).isEqualTo(2);
        Map<String, List<String>> after = everything();
        TABLES.stream()
                .filter(table -> !table.equals("daily_totals"))
                .forEach(table -> assertThat(after.get(table)).as(table).isEqualTo(before.get(table)));
        assertThat(totals()).isEqualByComparingTo("100");
        assertThat(jdbc.sql("select count(*) from audit_records where action = 'import.undone' and object_ref = :id")
                        .param("id", taken.json().get("id").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(undo(taken, "").code()).isEqualTo("nothing-to-undo");
    }

    private java.math.BigDecimal totals() {
        return jdbc.sql("select coalesce(sum(amount), 0) from daily_totals t join persons p on p.id = t.person_id"
                        + " where p.external_id like 'ud-%' and measure = 'REVENUE' and currency = 'EUR'")
                .query(java.math.BigDecimal.class)
                .single();
    }

    @Test
    void peopleTeamsAndLinesAreWhatTheyWereAndTheFileCanBeTakenAgain() {
        people("up");
        Map<String, List<String>> before = everything();
        String file = "externalId,name,team,manager,from,partTimeFactor\n"
                + "up-1,Undo Uno,U-Other,up-9,2024-01-01,0.8\nup-9,Undo Nine,U-Nine,,,\n";

        Api.Answer taken = api.taking("people", file, "");
        assertThat(everything()).isNotEqualTo(before);
        assertThat(undo(taken, "").status()).isEqualTo(200);

        assertThat(everything()).isEqualTo(before);
        Api.Answer again = api.taking("people", file, "");
        assertThat(again.json().get("new").asInt() + again.json().get("changed").asInt())
                .isEqualTo(2);
        assertThat(again.text()).doesNotContain("already-imported");
    }

    @Test
    void whatWasChangedOrUsedSinceIsNamedAndNothingIsDoneUnlessThatIsWanted() {
        Api.Answer first = api.taking("customers", "externalId,name\nuc-1,One\nuc-2,Two\nuc-3,Three\n", "");
        Api.Answer second = api.taking("customers", "externalId,name,segment\nuc-1,One,food\n", "");
        api.taking("invoices", "externalId,customer,invoicedOn,amount,currency\nuc-i,uc-2,2026-03-01,10,EUR\n", "");

        Api.Answer refused = undo(first, "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not-undone");
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("customers/uc-1", "customers/uc-2");
        assertThat(refused.text()).contains("changed-since", "needed-by", "uc-i");
        assertThat(customers()).isEqualTo(3);

        assertThat(undo(second, "").status()).isEqualTo(200);
        Api.Answer partly = undo(first, "?partly=true");
        assertThat(partly.json().get("removed").asInt()).isEqualTo(2);
        assertThat(partly.json().get("left").findValuesAsString("externalId")).containsExactly("uc-2");
        assertThat(customers()).isEqualTo(1);
        assertThat(api.call(get("/api/v1/imports/" + first.json().get("id")))
                        .json()
                        .get("reason")
                        .asString())
                .isEqualTo("undone-partly");
    }

    @Test
    void variantsAreTakenBackUnlessTheyHaveGotVariantsSince() {
        String header = "externalId,name,variantOf\n";
        api.taking("products", header + "uv-p,Throne,\nuv-v,Red throne,uv-p\nuv-w,Blue throne,uv-p\n", "");
        Api.Answer alone = api.taking("products", header + "uv-v,Red throne,\nuv-w,Blue throne,\n", "");
        api.taking("products", header + "uv-d,Dark red throne,uv-v\n", "");

        Api.Answer refused = undo(alone, "");
        assertThat(refused.json().get("violations").findValuesAsString("field")).containsExactly("products/uv-v");
        assertThat(refused.text()).contains("variants-since");

        assertThat(undo(alone, "?partly=true").status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from products p join products o on o.id = p.variant_of"
                                + " where p.external_id = 'uv-w' and o.external_id = 'uv-p'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private long customers() {
        return jdbc.sql("select count(*) from customers where external_id like 'uc-%'")
                .query(Long.class)
                .single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends UndoImportContract {}

    @OnPostgres
    static class OnPostgresTest extends UndoImportContract {}
}
