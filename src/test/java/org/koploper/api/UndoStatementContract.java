package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Scope;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.ledger.Ledger;
import org.koploper.records.UndoVeto;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** What an import that was taken back leaves in the ledger, and on the statement that people read. */
@Import(UndoStatementContract.Closed.class)
abstract class UndoStatementContract {

    /** Stands for the room that will close periods one day. */
    @TestConfiguration
    static class Closed {

        static final LocalDate DAY = LocalDate.of(2026, 4, 30);

        @Bean
        UndoVeto closedOn() {
            return (kind, now, then) ->
                    DAY.equals(now.get("closedOn")) ? Optional.of("period-closed") : Optional.empty();
        }
    }

    @Autowired
    WebApplicationContext product;

    @Autowired
    Plans plans;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS, Scope.STATEMENTS);
    }

    private PersonId rep(String externalId) {
        api.taking("people", "externalId,name\n" + externalId + ",Undo Pay " + externalId + "\n", "");
        PersonId rep = new PersonId(jdbc.sql("select id from persons where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("Undo-" + externalId, "Undo " + externalId, Currency.getInstance("EUR"));
            plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}
                    """);
            plans.assign(plan.id(), rep, LocalDate.of(2026, 1, 1), null);
        });
        return rep;
    }

    private Api.Answer deals(String rows) {
        Api.Answer taken = api.taking("deals", "externalId,owner,stage,closedOn,value,currency\n" + rows, "");
        assertThat(taken.json().get("rejected").asInt()).as(taken.text()).isZero();
        return taken;
    }

    private Api.Answer undo(Api.Answer taken) {
        return api.call(delete("/api/v1/imports/" + taken.json().get("id")));
    }

    private Api.Answer statement(String rep, String month) {
        return api.call(get("/api/v1/statements/" + rep + "/" + month));
    }

    private String total(String rep, String month) {
        return statement(rep, month).json().get("total").asString();
    }

    private List<String> entries(PersonId rep) {
        return jdbc.sql("select seq, hash, delta from ledger_entries where person_id = :rep order by seq")
                .param("rep", rep.value())
                .query((row, n) -> row.getLong(1) + " " + row.getString(2) + " "
                        + row.getBigDecimal(3).stripTrailingZeros().toPlainString())
                .list();
    }

    @Test
    void theStatementIsWhatItWasAndTheLedgerGainsEntriesAndLosesNone() {
        PersonId rep = rep("us-p");
        deals("us-1,us-p,won,2026-03-05,1000,EUR\n");
        String before = statement("us-p", "2026-03").text();
        assertThat(total("us-p", "2026-03")).isEqualTo("50.00");
        List<String> posted = entries(rep);

        Api.Answer taken = deals("us-1,us-p,won,2026-03-05,3000,EUR\nus-2,us-p,won,2026-03-20,400,EUR\n"
                + "us-3,us-p,won,2026-02-10,100,EUR\n");
        assertThat(total("us-p", "2026-03")).isEqualTo("170.00");
        assertThat(total("us-p", "2026-02")).isEqualTo("5.00");
        List<String> between = entries(rep);

        assertThat(undo(taken).status()).isEqualTo(200);

        assertThat(total("us-p", "2026-02")).isEqualTo("0.00");
        assertThat(statement("us-p", "2026-03").json().get("lines").size()).isEqualTo(1);
        assertThat(total("us-p", "2026-03")).isEqualTo("50.00");
        assertThat(before).contains("\"total\":\"50.00\"");
        List<String> after = entries(rep);
        assertThat(between).startsWith(posted.toArray(String[]::new)).hasSizeGreaterThan(posted.size());
        assertThat(after).startsWith(between.toArray(String[]::new)).hasSizeGreaterThan(between.size());
        assertThat(sum(after)).isEqualByComparingTo("50");
        assertThat(Caller.asSystem(ledger::verify).intact()).isTrue();
    }

    private static BigDecimal sum(List<String> entries) {
        return entries.stream()
                .map(entry -> new BigDecimal(entry.substring(entry.lastIndexOf(' ') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whatLiesInAClosedPeriodStaysAndIsNamedAndTheRestCanGo() {
        rep("uv-p");
        Api.Answer taken = deals("uv-1,uv-p,won,2026-04-30,1000,EUR\nuv-2,uv-p,won,2026-05-04,1000,EUR\n");

        Api.Answer refused = undo(taken);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("violations").findValuesAsString("code")).containsExactly("period-closed");
        assertThat(total("uv-p", "2026-05")).isEqualTo("50.00");
        Api.Answer again = api.call(get("/api/v1/imports/" + taken.json().get("id")));
        assertThat(again.json().get("undoneAt").isNull()).isTrue();
        assertThat(again.json().get("undoneRows").isNull()).isTrue();

        Api.Answer partly = api.call(delete("/api/v1/imports/" + taken.json().get("id") + "?partly=true"));
        assertThat(partly.status()).as(partly.text()).isEqualTo(200);
        assertThat(total("uv-p", "2026-04")).isEqualTo("50.00");
        assertThat(total("uv-p", "2026-05")).isEqualTo("0.00");
    }

    @OnHsqldb
    static class OnHsqldbTest extends UndoStatementContract {}

    @OnPostgres
    static class OnPostgresTest extends UndoStatementContract {}
}
