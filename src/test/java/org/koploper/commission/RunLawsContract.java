package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Line;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.period.Period;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.RateTables;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold whatever happened: what was posted change by change equals what is earned when everything is computed
 * at once, line by line, amounts and explanations; and equals what a few lines of arithmetic, written here once more, come to.
 */
abstract class RunLawsContract {

    private static final int CHANGES = 60;
    private static final List<BigDecimal> BOUNDS =
            List.of(BigDecimal.ZERO, new BigDecimal("5000"), new BigDecimal("12000"));
    private static final List<BigDecimal> RATES =
            List.of(new BigDecimal("0.05"), new BigDecimal("0.075"), new BigDecimal("0.1"));
    private static final String TIERS = """
            {"components": [{"name": "Tiers", "tiers": {"accumulate": "year", "bands": [
              {"from": "0", "to": "5000", "rate": "0.05"}, {"from": "5000", "to": "12000", "rate": "0.075"},
              {"from": "12000", "rate": "0.1"}]}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Ledger ledger;

    @Autowired
    Coverage coverage;

    @Autowired
    Credits credits;

    @Autowired
    RateTables rates;

    @Autowired
    JdbcClient jdbc;

    SalesSample sales;
    PaySample pay;

    private final List<PersonId> reps = new ArrayList<>();

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @RepeatedTest(3)
    void postingChangeByChangeEqualsComputingEverythingAtOnce(RepetitionInfo repetition) {
        long seed = 20_261_123L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        PlanRef tiers = pay.plan(TIERS);
        PlanRef flat = pay.plan(PaySample.FLAT_5);
        reps.clear();
        for (int i = 0; i < 4; i++) {
            reps.add(sales.person("Rep " + i));
        }
        pay.assign(tiers, reps.get(0));
        pay.assign(tiers, reps.get(1));
        Assignment moving = pay.assign(flat, reps.get(2));
        pay.assign(tiers, reps.get(3), "2026-04-11", null);

        RandomSales happening = new RandomSales(context, new Random(seed), reps, LocalDate.of(2026, 1, 1));
        for (int i = 0; i < CHANGES; i++) {
            happening.change();
            if (i == CHANGES / 2) {
                pay.end(moving, "2026-06-20");
                pay.assign(tiers, reps.get(2), "2026-06-21", null);
            }
        }

        for (PersonId rep : reps) {
            Map<String, Line> fresh = fresh(rep);
            assertThat(pay.nets(rep)).as("seed %s, rep %s", seed, rep).isEqualTo(nets(fresh));
            assertThat(explanations(rep))
                    .as("explanations, seed %s, rep %s", seed, rep)
                    .isEqualTo(reasons(fresh));
        }
        reps.forEach(rep -> statementsAddUpAndTheirReasonsComeToTheSame(rep, seed));
        for (PersonId rep : reps.subList(0, 2)) {
            assertThat(months(rep)).as("seed %s, rep %s", seed, rep).isEqualTo(arithmetic(rep));
        }
        long before = reps.stream().mapToLong(pay::entries).sum();
        Caller.asSystem(() -> run.all());
        assertThat(reps.stream().mapToLong(pay::entries).sum())
                .as("entries, seed %s", seed)
                .isEqualTo(before);
        assertThat(Caller.asSystem(() -> run.all())).as("a second full run").isZero();
        assertThat(Caller.asSystem(() -> ledger.verify()).broken()).isNull();
    }

    /** What somebody reads: the total is the sum of the lines, and each line is what its reason comes to once more. */
    private void statementsAddUpAndTheirReasonsComeToTheSame(PersonId rep, long seed) {
        for (int month = 1; month <= 12; month++) {
            Statement statement = pay.statement(rep, "2026-%02d".formatted(month));
            BigDecimal sum = BigDecimal.ZERO;
            for (StatementLine line : statement.lines()) {
                assertThat(Reasons.read(line.reason()).evaluate())
                        .as("seed %s, entry %s", seed, line.entry())
                        .isEqualByComparingTo(line.amount());
                sum = sum.add(line.amount());
            }
            assertThat(sum).as("seed %s, rep %s, month %s", seed, rep, month).isEqualByComparingTo(statement.total());
        }
    }

    /** Everything computed anew, without a ledger: the lines by the keys they have there. */
    private Map<String, Line> fresh(PersonId rep) {
        return Caller.asSystem(() -> {
            List<CreditedDeal> all = all(rep);
            Map<String, Line> lines = new TreeMap<>();
            new Payee(
                            rep,
                            coverage.of(List.of(rep)).get(rep),
                            new Payee.Sold(all, List.of()),
                            new DealCredits(rates, java.util.Set.of(), Map.of(), Details.NONE),
                            Circumstances.NONE,
                            new Settling(Map.of()))
                    .lines(Span.ALWAYS)
                    .forEach((prefix, earned) ->
                            earned.lines().forEach(line -> lines.put(prefix + "|" + line.key(), line)));
            return lines;
        });
    }

    private static Map<String, BigDecimal> nets(Map<String, Line> lines) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        lines.forEach((key, line) -> {
            if (line.amount().signum() != 0) {
                nets.put(key, line.amount().stripTrailingZeros());
            }
        });
        return nets;
    }

    private static Map<String, String> reasons(Map<String, Line> lines) {
        Map<String, String> reasons = new TreeMap<>();
        lines.forEach((key, line) -> reasons.put(key, Reasons.write(line.reason())));
        return reasons;
    }

    /** The latest word on each line that is not gone. */
    private Map<String, String> explanations(PersonId rep) {
        Map<String, String> reasons = new TreeMap<>();
        jdbc.sql("select line_key, change_kind, reason from ledger_entries where person_id = :rep order by seq")
                .param("rep", rep.value())
                .query(row -> {
                    reasons.put(row.getString("line_key"), row.getString("reason"));
                    if (row.getString("change_kind").equals("GONE")) {
                        reasons.remove(row.getString("line_key"));
                    }
                });
        return reasons;
    }

    private Map<YearMonth, BigDecimal> months(PersonId rep) {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        jdbc.sql(
                        "select earned_month, sum(delta) as net from ledger_entries where person_id = :rep group by earned_month")
                .param("rep", rep.value())
                .query(row -> {
                    put(months, YearMonth.parse(row.getString("earned_month")), row.getBigDecimal("net"));
                });
        return months;
    }

    /** F(after the month) - F(before the month), rounded: no bands per deal, no lines, no ledger. */
    private Map<YearMonth, BigDecimal> arithmetic(PersonId rep) {
        Map<YearMonth, BigDecimal> credited = new TreeMap<>();
        Caller.asSystem(() -> all(rep))
                .forEach(deal -> credited.merge(
                        YearMonth.from(deal.date()), deal.dealAmount().multiply(deal.share()), BigDecimal::add));
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        BigDecimal position = BigDecimal.ZERO;
        for (Map.Entry<YearMonth, BigDecimal> month : credited.entrySet()) {
            if (month.getKey().getMonthValue() == 1 || startsAYear(month.getKey(), credited)) {
                position = BigDecimal.ZERO;
            }
            BigDecimal after = position.add(month.getValue());
            put(months, month.getKey(), payFor(after).subtract(payFor(position)).setScale(2, RoundingMode.HALF_UP));
            position = after;
        }
        return months;
    }

    private static boolean startsAYear(YearMonth month, Map<YearMonth, BigDecimal> credited) {
        YearMonth before = ((TreeMap<YearMonth, BigDecimal>) credited).lowerKey(month);
        return before == null || before.getYear() != month.getYear();
    }

    private static BigDecimal payFor(BigDecimal position) {
        if (position.signum() < 0) {
            return payFor(position.negate()).negate();
        }
        BigDecimal pay = BigDecimal.ZERO;
        for (int i = 0; i < BOUNDS.size(); i++) {
            BigDecimal top = i + 1 < BOUNDS.size() ? position.min(BOUNDS.get(i + 1)) : position;
            pay = pay.add(top.subtract(BOUNDS.get(i)).max(BigDecimal.ZERO).multiply(RATES.get(i)));
        }
        return pay;
    }

    private static void put(Map<YearMonth, BigDecimal> months, YearMonth month, BigDecimal amount) {
        if (amount.signum() != 0) {
            months.put(month, amount.stripTrailingZeros());
        }
    }

    private List<CreditedDeal> all(PersonId rep) {
        return credits.of(List.of(rep), new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends RunLawsContract {}

    @OnPostgres
    static class OnPostgresTest extends RunLawsContract {}
}
