package org.koploper.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans for tests, and what the ledger says afterwards. */
final class PaySample {

    static final Currency EUR = Currency.getInstance("EUR");

    static final String FLAT_5 = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}
            """;
    static final String FLAT_10 = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}]}
            """;

    /** 10 % up to 5,000 in the year, 12 % above. */
    static final String TIERS_OF_THE_YEAR = """
            {"components": [{"name": "Tiers", "tiers": {"mode": "marginal", "accumulate": "year", "boundary": "upper", "bands": [
              {"from": "0", "to": "5000", "rate": "0.10"}, {"from": "5000", "rate": "0.12"}]}}]}
            """;

    private final Plans plans;
    private final Statements statements;
    private final JdbcClient jdbc;
    private final Ids ids;

    PaySample(ApplicationContext context) {
        this.plans = context.getBean(Plans.class);
        this.statements = context.getBean(Statements.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.ids = context.getBean(Ids.class);
    }

    /** A plan in euros that holds from 2026 on. */
    PlanRef plan(String document) {
        PlanRef plan = emptyPlan("EUR");
        version(plan, "2026-01-01", null, document);
        return plan;
    }

    PlanRef emptyPlan(String currency) {
        long id = ids.next();
        return Caller.asSystem(() -> plans.create("P-" + id, "Plan " + id, Currency.getInstance(currency)));
    }

    PlanVersion version(PlanRef plan, String from, @Nullable String to, String document) {
        return Caller.asSystem(() -> plans.addVersion(plan.id(), day(from), to == null ? null : day(to), document));
    }

    Assignment assign(PlanRef plan, PersonId person, String from, @Nullable String to) {
        return Caller.asSystem(() -> plans.assign(plan.id(), person, day(from), to == null ? null : day(to)));
    }

    Assignment assign(PlanRef plan, PersonId person) {
        return assign(plan, person, "2026-01-01", null);
    }

    Assignment assignTeam(PlanRef plan, TeamId team) {
        return Caller.asSystem(() -> plans.assignTeam(plan.id(), team, day("2026-01-01"), null));
    }

    Assignment assignJobRole(PlanRef plan, String name) {
        return Caller.asSystem(() -> plans.assignJobRole(plan.id(), name, day("2026-01-01"), null));
    }

    void end(Assignment assignment, String last) {
        Caller.asSystem(() -> plans.end(assignment.id(), day(last)));
    }

    Statement statement(PersonId person, String month) {
        return Caller.asSystem(() -> statements.of(person, YearMonth.parse(month)));
    }

    String total(PersonId person, String month) {
        return statement(person, month).total().toPlainString();
    }

    long entries(PersonId person) {
        return jdbc.sql("select count(*) from ledger_entries where person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** What is posted per line, without lines that came to nothing. */
    Map<String, BigDecimal> nets(PersonId person) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        jdbc.sql("select line_key, sum(delta) as net from ledger_entries where person_id = :person group by line_key")
                .param("person", person.value())
                .query(row -> {
                    BigDecimal net = row.getBigDecimal("net").stripTrailingZeros();
                    if (net.signum() != 0) {
                        nets.put(row.getString("line_key"), net);
                    }
                });
        return nets;
    }

    List<String> lines(PersonId person, String month) {
        return statement(person, month).lines().stream()
                .map(line -> line.component() + " " + line.deal() + " "
                        + line.base().toPlainString() + " x " + line.rate().toPlainString() + " = "
                        + line.amount().toPlainString())
                .toList();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
