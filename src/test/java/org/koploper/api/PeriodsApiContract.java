package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Scope;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.StatementCheck;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** A year of somebody's pay as programs see it, with months that are closed in between. */
abstract class PeriodsApiContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS, Scope.STATEMENTS);
    }

    @Test
    void aClosedMonthStaysAndWhatComesLaterIsAnAdjustmentThatSaysSo() {
        rep("pc-p");
        deals("pc-1,pc-p,won,2026-02-05,1000,EUR\npc-2,pc-p,won,2026-03-05,200,EUR\n");
        Api.Answer imported = deals("pc-3,pc-p,won,2026-02-06,500,EUR\n");

        JsonNode list = api.call(get("/api/v1/periods")).json();
        assertThat(list.findValuesAsString("period")).contains("2026-02", "2026-03");
        assertThat(month(list, "2026-02").get("state").asString()).isEqualTo("closable");
        assertThat(month(list, "2026-02").get("totals").get("EUR").asString()).isEqualTo("75.00");
        assertThat(month(list, "2026-03").get("state").asString()).isEqualTo("waiting");

        assertThat(code(close("2026-03", "10.00"))).isEqualTo("period-earlier-is-open");
        assertThat(code(close("2026-02", "74.99"))).isEqualTo("period-other-totals");
        Api.Answer closed = close("2026-02", "75.00");
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().get("state").asString()).isEqualTo("closed");
        assertThat(code(close("2026-02", "75.00"))).isEqualTo("period-already-closed");
        String before = statement("2026-02").text();
        assertThat(statement("2026-02").json().get("state").asString()).isEqualTo("final");
        assertThat(statement("2026-02").json().get("payableOn").asString())
                .isEqualTo(closed.json().get("payableOn").asString());

        Api.Answer refused =
                api.call(delete("/api/v1/imports/" + imported.json().get("id")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("violations").findValuesAsString("code")).containsExactly("period-closed");

        deals("pc-1,pc-p,won,2026-02-05,1400,EUR\n");

        assertThat(statement("2026-02").text()).isEqualTo(before);
        JsonNode march = statement("2026-03").json();
        assertThat(march.get("state").asString()).isEqualTo("open");
        assertThat(march.get("total").asString()).isEqualTo("30.00");
        JsonNode adjustment = line(march, "2026-02");
        assertThat(adjustment.get("deal").asString()).isEqualTo("pc-1");
        assertThat(adjustment.get("amount").asString()).isEqualTo("20.00");
        assertThat(adjustment.get("reason").get("code").asString()).isEqualTo("adjustment");
        assertThat(adjustment.get("sentence").asString()).contains("February 2026", "€70.00", "€50.00", "€1,400.00");
        assertThat(StatementCheck.of(statement("2026-03").text()).faults()).isEmpty();
        assertThat(StatementCheck.of(before).faults()).isEmpty();

        deals("pc-1,pc-p,won,2026-02-05,1000,EUR\n");
        assertThat(statement("2026-02").text()).isEqualTo(before);
        assertThat(statement("2026-03").json().get("total").asString()).isEqualTo("10.00");
        assertThat(statement("2026-03").json().get("lines").size()).isEqualTo(1);
    }

    @Test
    void whoOnlyReadsStatementsClosesNothing() {
        Api reader = Api.of(product, Scope.STATEMENTS);
        assertThat(reader.call(get("/api/v1/periods")).status()).isEqualTo(200);
        assertThat(reader.call(post("/api/v1/periods/2026-01/close")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"totals\": {}}"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.of(product, Scope.IMPORTS).call(get("/api/v1/periods")).status())
                .isEqualTo(403);
    }

    @Test
    void aMonthThatIsNoneAndTotalsThatAreNoneAreRefused() {
        assertThat(code(close("2026-13", "1"))).isEqualTo("malformed-month");
        assertThat(close("2026-01", "much").status()).isEqualTo(400);
        Api.Answer without = api.call(post("/api/v1/periods/2026-01/close")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"));
        assertThat(without.status()).isEqualTo(400);
        assertThat(code(close("2999-01", "1"))).isEqualTo("period-not-over");
    }

    private Api.Answer close(String month, String total) {
        return api.call(post("/api/v1/periods/" + month + "/close")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"totals\": {\"EUR\": \"" + total + "\"}}"));
    }

    private static String code(Api.Answer answer) {
        return answer.json().get("code").asString();
    }

    private static JsonNode month(JsonNode list, String period) {
        for (JsonNode month : list) {
            if (month.get("period").asString().equals(period)) {
                return month;
            }
        }
        throw new AssertionError("No " + period + " in " + list);
    }

    private static JsonNode line(JsonNode statement, String earned) {
        for (JsonNode line : statement.get("lines")) {
            if (line.get("earned").asString().equals(earned)) {
                return line;
            }
        }
        throw new AssertionError("Nothing of " + earned + " in " + statement);
    }

    private Api.Answer statement(String month) {
        return api.call(get("/api/v1/statements/pc-p/" + month));
    }

    private Api.Answer deals(String rows) {
        Api.Answer taken = api.taking("deals", "externalId,owner,stage,closedOn,value,currency\n" + rows, "");
        assertThat(taken.json().get("rejected").asInt()).as(taken.text()).isZero();
        return taken;
    }

    private void rep(String externalId) {
        api.taking("people", "externalId,name\n" + externalId + ",Pay Closed\n", "");
        PersonId rep = new PersonId(jdbc.sql("select id from persons where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("Closed-" + externalId, "Closed", Currency.getInstance("EUR"));
            plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}
                    """);
            plans.assign(plan.id(), rep, LocalDate.of(2026, 1, 1), null);
        });
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=periods-api")
    static class OnHsqldbTest extends PeriodsApiContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=periods-api")
    static class OnPostgresTest extends PeriodsApiContract {}
}
