package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.people.Reach;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.stereotype.Component;

/**
 * What somebody typed in or sent as a file: costs and visitors, spread evenly over their days, and market sizes by year.
 *
 * <p>Salaries and commissions are somebody's pay. They count in the whole organisation only, for whoever may see
 * everybody's pay; for others only those that name neither a person nor a team, over whole months, and where at least five
 * people belong to teams: so that no difference of two numbers is what one person earns.
 */
@Component
class TypedIn implements PeriodSource {

    private static final int FEWEST_PEOPLE = 5;

    private static final String COSTS = """
            select {whose} as whose, case when c.kind in ('SALARY', 'COMMISSION') then 1 else 0 end as pay,
              case when c.person_id is null and c.team_id is null then 0 else 1 end as named,
              c.from_day, c.to_day, c.amount, c.currency
            from costs c where c.from_day <= :to and c.to_day >= :from
            """;

    private static final String OF_TEAM = " and (c.team_id in (:teams) or exists (select 1 from memberships m"
            + " where m.person_id = c.person_id and m.team_id in (:teams) and m.from_day <= c.to_day"
            + " and (m.to_day is null or m.to_day >= c.from_day)))";

    private static final String VISITORS = """
            select {whose} as whose, 0 as pay, 0 as named, from_day, to_day, visitors as amount, 'XXX' as currency
            from visitors where from_day <= :to and to_day >= :from
            """;

    private final KpiSql sql;
    private final Measures measures;
    private final RateTables rateTables;
    private final Reach reach;

    TypedIn(KpiSql sql, Measures measures, RateTables rateTables, Reach reach) {
        this.sql = sql;
        this.measures = measures;
        this.rateTables = rateTables;
        this.reach = reach;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.COSTS, Measure.PAY_LEFT_OUT, Measure.MARKET, Measure.VISITORS);
    }

    @Override
    public void read(List<Asked> all, Map<String, Sums> into) {
        costs(
                asking(
                        all,
                        Measure.COSTS,
                        asked -> asked.scope().kind() == Kind.ORGANISATION
                                || asked.scope().kind() == Kind.TEAM),
                into);
        List<Asked> visitors =
                asking(all, Measure.VISITORS, asked -> asked.scope().kind() == Kind.ORGANISATION);
        spread(visitors, amounts(visitors, asked -> VISITORS), Measure.VISITORS, into);
        markets(asking(all, Measure.MARKET, asked -> asked.scope().kind() == Kind.ORGANISATION), into);
    }

    private static List<Asked> asking(List<Asked> all, Measure measure, Predicate<Asked> known) {
        return all.stream()
                .filter(asked -> asked.measures().contains(measure))
                .filter(known)
                .toList();
    }

    private void costs(List<Asked> asking, Map<String, Sums> into) {
        List<List<Amount>> costs =
                amounts(asking, asked -> COSTS + (asked.scope().kind() == Kind.TEAM ? OF_TEAM : ""));
        Map<LocalDate, Boolean> many = new HashMap<>();
        List<Asked> parts = new ArrayList<>();
        List<List<Amount>> counted = new ArrayList<>();
        for (int i = 0; i < asking.size(); i++) {
            Asked asked = asking.get(i);
            List<Amount> all = costs.get(i);
            boolean everybody =
                    all.stream().anyMatch(Amount::pay) && asked.scope().kind() == Kind.ORGANISATION;
            boolean payKnown = everybody && reach.seesAllPay();
            boolean hidden = everybody
                    && !payKnown
                    && many.computeIfAbsent(asked.slots().getLast().day(), this::people);
            for (Slot slot : asked.slots()) {
                boolean months = isWholeMonths(slot.passed());
                List<Amount> in = all.stream()
                        .filter(cost -> !cost.pay() || payKnown || hidden && months && !cost.named())
                        .toList();
                sums(into, slot).add(Measure.COSTS, BigDecimal.ZERO);
                parts.add(new Asked(asked.measures(), asked.scope(), List.of(slot)));
                counted.add(in);
                all.stream()
                        .filter(cost -> !in.contains(cost)
                                && cost.days().intersect(slot.passed()).isPresent())
                        .forEach(cost -> sums(into, slot).add(Measure.PAY_LEFT_OUT, BigDecimal.ONE));
            }
        }
        spread(parts, counted, Measure.COSTS, into);
    }

    private boolean people(LocalDate day) {
        return sql.about(KpiScope.organisation(), """
                select count(distinct person_id) from memberships
                where from_day <= :day and (to_day is null or to_day >= :day)
                """)
                        .param("day", day)
                        .query(Long.class)
                        .single()
                >= FEWEST_PEOPLE;
    }

    /** By the year; of other stretches of time there are none. */
    private void markets(List<Asked> asking, Map<String, Sums> into) {
        List<Asked> years = asking.stream()
                .map(asked -> new Asked(
                        asked.measures(),
                        asked.scope(),
                        asked.slots().stream().filter(TypedIn::isWholeYears).toList()))
                .filter(asked -> !asked.slots().isEmpty())
                .toList();
        if (years.isEmpty()) {
            return;
        }
        List<Amount> amounts = new ArrayList<>();
        sql.about(
                        KpiScope.organisation(),
                        "select market_year, amount, currency from market_sizes where segment is null")
                .query(row -> {
                    LocalDate year = LocalDate.of(row.getInt("market_year"), 1, 1);
                    amounts.add(new Amount(
                            false, false, Period.year(year), row.getBigDecimal("amount"), row.getString("currency")));
                });
        spread(years, years.stream().map(asked -> amounts).toList(), Measure.MARKET, into);
    }

    /** Of each that asks, in their order. */
    private List<List<Amount>> amounts(List<Asked> asking, Function<Asked, String> question) {
        List<List<Amount>> amounts =
                asking.stream().<List<Amount>>map(asked -> new ArrayList<>()).toList();
        List<KpiSql.Question> questions = asking.stream()
                .map(asked -> new KpiSql.Question(
                        asked.scope(),
                        question.apply(asked),
                        Map.of(
                                "from",
                                asked.first(),
                                "to",
                                asked.slots().getLast().day())))
                .toList();
        sql.each(questions, (row, whose) -> amounts.get(whose).add(amount(row)));
        return amounts;
    }

    private static Amount amount(ResultSet row) throws SQLException {
        return new Amount(
                row.getInt("pay") == 1,
                row.getInt("named") == 1,
                new Period(
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("to_day").toLocalDate()),
                row.getBigDecimal("amount"),
                row.getString("currency"));
    }

    /** Of each amount the part whose days lie in a slot of who asked for it, at the rate of its first day. */
    private void spread(List<Asked> asking, List<List<Amount>> amounts, Measure measure, Map<String, Sums> into) {
        RateTable rates = rates(asking, amounts);
        for (int i = 0; i < asking.size(); i++) {
            for (Slot slot : asking.get(i).slots()) {
                for (Amount amount : amounts.get(i)) {
                    amount.days()
                            .intersect(measure == Measure.MARKET ? slot.period() : slot.passed())
                            .ifPresent(days -> add(amount, days, rate(rates, amount), measure, sums(into, slot)));
                }
            }
        }
    }

    private static void add(Amount amount, Period days, @Nullable BigDecimal rate, Measure measure, Sums into) {
        if (rate == null) {
            into.leftOut(amount.currency());
        } else {
            BigDecimal part = amount.amount().multiply(rate).multiply(BigDecimal.valueOf(days.days()));
            into.add(measure, part.divide(BigDecimal.valueOf(amount.days().days()), MathContext.DECIMAL128));
        }
    }

    private @Nullable RateTable rates(List<Asked> asking, List<List<Amount>> amounts) {
        String house = measures.organisationsCurrency();
        return house == null || asking.isEmpty()
                ? null
                : rateTables.into(
                        house,
                        amounts.stream()
                                .flatMap(List::stream)
                                .map(Amount::currency)
                                .filter(currency -> !currency.equals(house) && !currency.equals(Measure.NO_CURRENCY))
                                .distinct()
                                .toList(),
                        asking.stream()
                                .map(asked -> asked.slots().getLast().period().to())
                                .max(LocalDate::compareTo)
                                .orElseThrow());
    }

    private static @Nullable BigDecimal rate(@Nullable RateTable rates, Amount amount) {
        if (amount.currency().equals(Measure.NO_CURRENCY)) {
            return BigDecimal.ONE;
        }
        return rates == null
                ? null
                : rates.rate(amount.currency(), amount.days().from()).orElse(null);
    }

    /** Whether a share of a market means something: markets are known by the year. */
    static boolean isWholeYears(Slot slot) {
        Period period = slot.period();
        return period.from().getDayOfYear() == 1
                && period.to().getMonth() == Month.DECEMBER
                && period.to().getDayOfMonth() == Month.DECEMBER.maxLength();
    }

    private static boolean isWholeMonths(Period period) {
        return period.from().getDayOfMonth() == 1
                && period.to().getDayOfMonth() == period.to().lengthOfMonth();
    }

    private static Sums sums(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }

    /** @param named whether it says whose it is */
    private record Amount(boolean pay, boolean named, Period days, BigDecimal amount, String currency) {}
}
