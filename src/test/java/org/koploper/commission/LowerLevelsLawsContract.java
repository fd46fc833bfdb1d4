package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Everybody;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.ReportingLines;
import org.koploper.commission.engine.ReportsTo;
import org.koploper.commission.engine.Service;
import org.koploper.commission.engine.Terms;
import org.koploper.period.Period;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.RateTables;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What must hold whatever happened below managers who are paid on what lower levels leave, and of deals that a specialist is
 * credited with on top: what was posted change by change is what everything comes to at once, in whichever groups and order
 * people are computed; and it is what the engine says that knows all of them from the beginning.
 */
abstract class LowerLevelsLawsContract {

    private static final int CHANGES = 40;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Period ALL = new Period(START, LocalDate.of(2027, 12, 31));
    private static final String PLAN = """
            {"components": [
              {"name": "Commission", "tiers": {"mode": "%s", "accumulate": "quarter", "bands": [
                {"from": "0", "to": "3000", "rate": "0.05"}, {"from": "3000", "rate": "0.11"}]}},
              {"name": "Override", "whose": "team", "less_lower_levels": true, "flat": {"rate": "0.10"}},
              {"name": "Specialist", "whose": "overlay", "flat": {"rate": "0.02"},
                "limits": {"budget": {"amount": "100", "over": "quarter", "overrun": "first-come"}}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    RunGroup groups;

    @Autowired
    Credits credits;

    @Autowired
    RateTables rates;

    @Autowired
    Coverage coverage;

    @Autowired
    TransactionTemplate transaction;

    SalesSample sales;
    PaySample pay;

    @RepeatedTest(2)
    void everyLevelIsPaidTheSameChangeByChangeAndAtOnce(RepetitionInfo repetition) {
        long seed = 20_261_127L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        sales = new SalesSample(context);
        pay = new PaySample(context);
        Random random = new Random(seed);
        PlanRef plan =
                pay.plan(PLAN.formatted(repetition.getCurrentRepetition() % 2 == 1 ? "marginal" : "retroactive"));
        PersonId head = sales.person("Head");
        PersonId supervisor = sales.person("Supervisor");
        PersonId an = sales.person("An");
        PersonId bo = sales.person("Bo");
        List<ReportsTo> lines = new ArrayList<>();
        report(lines, supervisor, head, null);
        report(lines, an, supervisor, null);
        report(lines, bo, supervisor, "2026-06-14");
        lines.add(new ReportsTo(sales.externalId(bo), sales.externalId(head), LocalDate.of(2026, 6, 15), null));
        sales.reported(bo, head, "2026-06-15", null);
        List<PersonId> people = new ArrayList<>(List.of(head, supervisor, an, bo));
        people.forEach(person -> pay.assign(plan, person));
        RandomSales happening = new RandomSales(context, random, List.of(an, bo, supervisor), START);
        for (int i = 0; i < CHANGES; i++) {
            happening.change();
            if (random.nextInt(3) == 0) {
                happening.onTop(random.nextBoolean() ? head : an);
            }
        }

        Map<PersonId, Map<String, BigDecimal>> posted = nets(people);
        assertThat(Caller.asSystem(() -> run.all())).as("seed %s", seed).isZero();
        // each alone, in any order, the others only looked at
        Collections.shuffle(people, random);
        for (PersonId person : people) {
            Spans spans = Spans.from(List.of(person), Span.ALWAYS.from());
            int appended = Objects.requireNonNull(transaction.execute(
                    status -> Caller.asSystem(() -> groups.run(List.of(person), spans, "again", new ArrayList<>()))));
            assertThat(appended).as("seed %s, person %s", seed, person).isZero();
        }
        assertThat(posted.get(head).keySet()).anyMatch(line -> line.contains("|Override|"));
        assertThat(withoutPlan(posted)).as("seed %s", seed).isEqualTo(atOnce(people, new ReportingLines(lines)));
    }

    private void report(
            List<ReportsTo> lines, PersonId person, PersonId manager, @org.jspecify.annotations.Nullable String to) {
        sales.reported(person, manager, "2025-01-01", to);
        lines.add(new ReportsTo(
                sales.externalId(person),
                sales.externalId(manager),
                LocalDate.of(2025, 1, 1),
                to == null ? null : LocalDate.parse(to)));
    }

    private Map<PersonId, Map<String, BigDecimal>> nets(List<PersonId> people) {
        Map<PersonId, Map<String, BigDecimal>> nets = new java.util.HashMap<>();
        people.forEach(person -> nets.put(person, pay.nets(person)));
        return nets;
    }

    private Map<String, Map<String, BigDecimal>> withoutPlan(Map<PersonId, Map<String, BigDecimal>> posted) {
        Map<String, Map<String, BigDecimal>> nets = new TreeMap<>();
        posted.forEach((person, lines) -> {
            Map<String, BigDecimal> own = new TreeMap<>();
            lines.forEach((key, net) -> own.put(key.substring(key.indexOf('|') + 1), net));
            nets.put(sales.externalId(person), own);
        });
        return nets;
    }

    /** By the engine that computes everybody of a plan together, from all that was sold. */
    private Map<String, Map<String, BigDecimal>> atOnce(List<PersonId> people, ReportingLines reporting) {
        return Caller.asSystem(() -> {
            Terms terms = coverage.of(people).get(people.getFirst()).getFirst().terms();
            Map<String, History> histories = new TreeMap<>();
            for (PersonId person : people) {
                List<CreditedDeal> own = credits.of(List.of(person), ALL);
                List<CreditedDeal> onTop = credits.onTop(List.of(person), ALL);
                DealCredits dated =
                        DealCredits.of(List.of(own, onTop), credits, rates, Details.NONE, java.util.Set.of());
                histories.put(
                        sales.externalId(person),
                        new History(
                                dated.of(own),
                                Service.ALWAYS,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                new Beside(dated.of(onTop), List.of(), List.of(), List.of(), List.of())));
            }
            Map<String, Map<String, BigDecimal>> nets = new TreeMap<>();
            Everybody.pay(terms, histories, reporting, YearMonth.from(START), YearMonth.of(2027, 12))
                    .forEach((person, lines) -> {
                        Map<String, BigDecimal> own = new TreeMap<>();
                        lines.stream()
                                .filter(line -> line.amount().signum() != 0)
                                .forEach(line ->
                                        own.put(line.key(), line.amount().stripTrailingZeros()));
                        nets.put(person, own);
                    });
            return nets;
        });
    }

    @OnHsqldb
    static class OnHsqldbTest extends LowerLevelsLawsContract {}

    @OnPostgres
    static class OnPostgresTest extends LowerLevelsLawsContract {}
}
