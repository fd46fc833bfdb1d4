package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.stereotype.Component;

/**
 * What leads of a period brought in and what was spent on them, by source. Each amount is converted at the rate of its own day.
 * Salaries and commissions are somebody's pay and in no costs of a source, whoever reads them.
 */
@Component
class SourceMoney {

    /** Whole orders of these leads, whoever shares them. */
    private static final String REVENUE = """
            select coalesce(l.source, '') as source, m.currency, m.on_day as from_day, m.on_day as to_day,
              sum(m.amount) as amount
            from leads l join (
                select d.lead_id, d.currency, d.closed_on as on_day, d.deal_value as amount
                  from deals d where d.stage = 'WON' and d.deal_value is not null
                union all select d.lead_id, n.currency, n.credited_on, -n.amount
                  from deals d join credit_notes n on n.deal_id = d.id where d.stage = 'WON') m on m.lead_id = l.id
            where l.created_on between :from and :to{scope}
            group by coalesce(l.source, ''), m.currency, m.on_day
            """;

    private static final String COSTS = """
            select c.source, c.currency, c.from_day, c.to_day, c.amount from costs c
            where c.source is not null and c.kind not in ('SALARY', 'COMMISSION')
              and c.from_day <= :to and c.to_day >= :from{scope}
            """;

    private final KpiSql sql;
    private final Measures measures;
    private final RateTables rateTables;

    SourceMoney(KpiSql sql, Measures measures, RateTables rateTables) {
        this.sql = sql;
        this.measures = measures;
        this.rateTables = rateTables;
    }

    /**
     * By source, in the organisation's currency.
     *
     * @param costs nothing for a source that no cost names, and for one person's
     * @param withoutRate currencies whose amounts are in neither
     */
    record Read(Map<String, BigDecimal> revenue, Map<String, BigDecimal> costs, Set<String> withoutRate) {}

    Read of(KpiScope scope, Slot slot) {
        Set<String> withoutRate = new TreeSet<>();
        if (!slot.hasBegun()) {
            return new Read(Map.of(), Map.of(), withoutRate);
        }
        List<Amount> revenue = amounts(
                scope,
                slot,
                REVENUE.replace("{scope}", KpiSql.within(scope, "l.owner_id", "l.created_on", "l.customer_id")));
        List<Amount> costs = scope.kind() == Kind.ORGANISATION || scope.kind() == Kind.TEAM
                ? amounts(
                        scope,
                        slot,
                        COSTS.replace("{scope}", scope.kind() == Kind.TEAM ? " and c.team_id in (:teams)" : ""))
                : List.of();
        List<Amount> all = new ArrayList<>(revenue);
        all.addAll(costs);
        RateTable rates = rates(all);
        return new Read(
                bySource(revenue, null, rates, withoutRate),
                bySource(costs, slot.passed(), rates, withoutRate),
                withoutRate);
    }

    private List<Amount> amounts(KpiScope scope, Slot slot, String question) {
        return sql.about(scope, question)
                .param("from", slot.period().from())
                .param("to", slot.day())
                .query((row, n) -> new Amount(
                        row.getString("source"),
                        new Period(
                                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                        row.getBigDecimal("amount"),
                        row.getString("currency")))
                .list();
    }

    private @Nullable RateTable rates(List<Amount> amounts) {
        String house = measures.organisationsCurrency();
        return house == null || amounts.isEmpty()
                ? null
                : rateTables.into(
                        house,
                        amounts.stream()
                                .map(Amount::currency)
                                .filter(currency -> !currency.equals(house))
                                .distinct()
                                .toList(),
                        amounts.stream()
                                .map(amount -> amount.days().to())
                                .max(LocalDate::compareTo)
                                .orElseThrow());
    }

    /** @param within of each only the part whose days lie in it; null: all of it */
    private static Map<String, BigDecimal> bySource(
            List<Amount> amounts, @Nullable Period within, @Nullable RateTable rates, Set<String> withoutRate) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Amount amount : amounts) {
            BigDecimal rate = rates == null
                    ? null
                    : rates.rate(amount.currency(), amount.days().from()).orElse(null);
            if (rate == null) {
                withoutRate.add(amount.currency());
            } else {
                sums.merge(amount.source(), amount.part(within).multiply(rate), BigDecimal::add);
            }
        }
        return sums;
    }

    private record Amount(String source, Period days, BigDecimal amount, String currency) {

        BigDecimal part(@Nullable Period within) {
            return within == null || within.equals(days)
                    ? amount
                    : amount.multiply(BigDecimal.valueOf(
                                    days.intersect(within).map(Period::days).orElse(0L)))
                            .divide(BigDecimal.valueOf(days.days()), MathContext.DECIMAL128);
        }
    }
}
