package org.koploper.commission;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.Line;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tiers and nothing else: what plans with tiers at random pay for sales at random is, to the cent, what one statement of
 * the database comes to by the formula that every spreadsheet has. Run again with {@code -Dseed=…} as printed.
 */
abstract class TierPayContract {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int CASES = 2_000;
    private static final int CASES_IN_A_STATEMENT = 500;
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Above all sales; the last tier has no end. */
    private static final BigDecimal NO_END = BigDecimal.valueOf(1_000_000_000);

    /** Marginal: of each tier the part of the sales that lies in it. Retroactive: all sales at the rate of one tier. */
    private static final String FORMULA = """
            select id,
              round(sum(case when sales > starts then (least(sales, ends) - starts) * rate else 0 end), 2) as marginal,
              round(sum(case when on_bound = 'upper' and sales >= starts and sales < ends
                               or on_bound = 'lower' and sales > starts and sales <= ends
                             then sales * rate else 0 end), 2) as retroactive
            from (values %s) as tiers (id, on_bound, sales, starts, ends, rate)
            group by id
            """;

    private record Tier(BigDecimal from, BigDecimal to, BigDecimal rate) {}

    /** @param deals add up to the sales; some are refunds */
    private record Case(int id, String boundary, List<Tier> tiers, BigDecimal sales, List<BigDecimal> deals) {}

    private record Pay(BigDecimal marginal, BigDecimal retroactive) {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoThousandTablesOfTiersPayToTheCentWhatTheDatabaseWorksOutByItself() {
        System.out.println("TierPayContract seed " + SEED);
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (int id = 1; id <= CASES; id++) {
            cases.add(anyCase(id, random));
        }
        for (int from = 0; from < CASES; from += CASES_IN_A_STATEMENT) {
            List<Case> some = cases.subList(from, from + CASES_IN_A_STATEMENT);
            Map<Integer, Pay> byFormula = byFormula(some);
            for (Case one : some) {
                assertThat(new Pay(paid(one, "marginal"), paid(one, "retroactive")))
                        .as("marginal and retroactive pay of %s; again with -Dseed=%s", one, SEED)
                        .usingRecursiveComparison()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .isEqualTo(byFormula.get(one.id()));
            }
        }
    }

    private Map<Integer, Pay> byFormula(List<Case> cases) {
        String rows = cases.stream()
                .flatMap(one -> one.tiers().stream()
                        .map(tier -> "(%d, '%s', cast(%s as decimal(20, 4)), cast(%s as decimal(20, 4)),"
                                        .formatted(one.id(), one.boundary(), one.sales(), tier.from())
                                + " cast(%s as decimal(20, 4)), cast(%s as decimal(20, 4)))"
                                        .formatted(tier.to(), tier.rate())))
                .collect(joining(", "));
        Map<Integer, Pay> pays = new TreeMap<>();
        jdbc.sql(FORMULA.formatted(rows))
                .query((row, number) -> pays.put(
                        row.getInt("id"), new Pay(row.getBigDecimal("marginal"), row.getBigDecimal("retroactive"))))
                .list();
        return pays;
    }

    /** By the plan as people write it: all deals in one month, so that all is rounded once. */
    private static BigDecimal paid(Case one, String mode) {
        String bands = one.tiers().stream()
                .map(tier -> "{from: %s, %s rate: %s}"
                        .formatted(
                                tier.from(),
                                tier.to().equals(NO_END) ? "" : "to: " + tier.to() + ",",
                                tier.rate().toPlainString()))
                .collect(joining(", "));
        PlanDocument plan = PlanDocument.parse("""
                plan: {name: Tiers alone, currency: EUR, valid: {from: 2026-01-01}}
                components:
                  - name: Commission
                    tiers: {mode: %s, accumulate: quarter, boundary: %s, bands: [%s]}
                """.formatted(mode, one.boundary(), bands));
        List<Credit> credits = new ArrayList<>();
        for (BigDecimal deal : one.deals()) {
            int number = credits.size() + 1;
            credits.add(new Credit("D-" + number, MONTH.atDay(number), deal, BigDecimal.ONE));
        }
        return Engine.calculate(plan.terms(), credits, MONTH, MONTH).stream()
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Case anyCase(int id, Random random) {
        List<Tier> tiers = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int left = random.nextInt(1, 7); left > 0; left--) {
            BigDecimal to = left == 1 ? NO_END : from.add(BigDecimal.valueOf(random.nextLong(1, 5_000_000), 2));
            tiers.add(new Tier(from, to, BigDecimal.valueOf(random.nextInt(0, 3_000), 4)));
            from = to;
        }
        BigDecimal sales = anySales(tiers, random);
        List<BigDecimal> deals = new ArrayList<>();
        BigDecimal rest = sales;
        for (int more = random.nextInt(0, 4); more > 0; more--) {
            BigDecimal deal = BigDecimal.valueOf(random.nextLong(-1_000_000, 6_000_000), 2);
            deals.add(deal);
            rest = rest.subtract(deal);
        }
        deals.add(rest);
        return new Case(id, random.nextBoolean() ? "upper" : "lower", tiers, sales, deals);
    }

    /** Often on a bound, or a cent beside it. */
    private static BigDecimal anySales(List<Tier> tiers, Random random) {
        BigDecimal bound = tiers.get(random.nextInt(tiers.size())).from();
        return switch (random.nextInt(5)) {
            case 0 -> bound;
            case 1 -> bound.add(CENT);
            case 2 -> bound.subtract(CENT).max(BigDecimal.ZERO);
            default -> BigDecimal.valueOf(random.nextLong(0, 20_000_000), 2);
        };
    }

    @OnHsqldb
    static class OnHsqldbTest extends TierPayContract {}

    @OnPostgres
    static class OnPostgresTest extends TierPayContract {}
}
