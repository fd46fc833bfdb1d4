package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What must hold whatever happened in plans with a budget for all and a ranking: what was posted change by change is what
 * everything comes to at once, in whichever groups people are computed; all together get no more than the budget,
 * to the cent; and all prizes are paid once.
 */
abstract class PaidTogetherLawsContract {

    private static final int CHANGES = 40;
    private static final String PLAN = """
            {"components": [
              {"name": "Pool", "flat": {"rate": "0.0333"},
                "limits": {"budget": {"amount": "600", "over": "quarter", "overrun": "%s"}}},
              {"name": "Race", "ranking": {"accumulate": "quarter", "prizes": ["100.01", "50"], "ties": "pooled"}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    RunGroup groups;

    @Autowired
    TransactionTemplate transaction;

    SalesSample sales;
    PaySample pay;

    @RepeatedTest(2)
    void everybodyIsPaidTheSameChangeByChangeAndAtOnce(RepetitionInfo repetition) {
        long seed = 20_261_126L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        sales = new SalesSample(context);
        pay = new PaySample(context);
        Random random = new Random(seed);
        boolean isProRata = repetition.getCurrentRepetition() % 2 == 1;
        PlanRef plan = pay.plan(PLAN.formatted(isProRata ? "pro-rata" : "first-come"));
        List<PersonId> reps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reps.add(sales.person("Rep " + i));
        }
        Assignment leaving = pay.assign(plan, reps.get(0));
        pay.assign(plan, reps.get(1));
        pay.assign(plan, reps.get(2));
        RandomSales happening = new RandomSales(context, random, reps, LocalDate.of(2026, 1, 1));
        for (int i = 0; i < CHANGES; i++) {
            happening.change();
            if (i == CHANGES / 2) {
                pay.assign(plan, reps.get(3), "2026-05-11", null);
                pay.end(leaving, "2026-07-20");
            }
        }

        Map<PersonId, Map<String, BigDecimal>> posted = nets(reps);
        assertThat(Caller.asSystem(() -> run.all())).as("seed %s", seed).isZero();
        // each alone, in any order, the others only looked at
        Collections.shuffle(reps, random);
        for (PersonId rep : reps) {
            Spans spans = Spans.from(List.of(rep), Span.ALWAYS.from());
            int appended = Objects.requireNonNull(transaction.execute(
                    status -> Caller.asSystem(() -> groups.run(List.of(rep), spans, "again", new ArrayList<>()))));
            assertThat(appended).as("seed %s, rep %s", seed, rep).isZero();
        }
        assertThat(nets(reps)).as("seed %s", seed).isEqualTo(posted);
        for (int quarter = 1; quarter <= 4; quarter++) {
            Period days = Period.parse("2026-Q" + quarter);
            BigDecimal paid = sum(posted, days, "Pool");
            assertThat(paid).as("seed %s, %s", seed, days.key()).isLessThanOrEqualTo(new BigDecimal("600"));
            BigDecimal prizes = sum(posted, days, "Race");
            assertThat(prizes).as("seed %s, %s", seed, days.key()).isLessThanOrEqualTo(new BigDecimal("150.01"));
        }
    }

    private Map<PersonId, Map<String, BigDecimal>> nets(List<PersonId> reps) {
        Map<PersonId, Map<String, BigDecimal>> nets = new java.util.HashMap<>();
        reps.forEach(rep -> nets.put(rep, new TreeMap<>(pay.nets(rep))));
        return nets;
    }

    /** By the parts of a line's key: plan and version, component, month, and so on. */
    private static BigDecimal sum(Map<PersonId, Map<String, BigDecimal>> nets, Period days, String component) {
        return nets.values().stream()
                .flatMap(lines -> lines.entrySet().stream())
                .filter(line -> {
                    String[] parts = line.getKey().split("\\|");
                    return parts[1].equals(component) && days.contains(LocalDate.parse(parts[2] + "-01"));
                })
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @OnHsqldb
    static class OnHsqldbTest extends PaidTogetherLawsContract {}

    @OnPostgres
    static class OnPostgresTest extends PaidTogetherLawsContract {}
}
