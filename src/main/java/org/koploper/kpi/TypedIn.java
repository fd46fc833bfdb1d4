package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
            select case when c.kind in ('SALARY', 'COMMISSION') then 1 else 0 end as pay,
              case when c.person_id is null and c.team_id is null then 0 else 1 end as named,
              c.from_day, c.to_day, c.amount, c.currency
            from costs c where c.from_day <= :to and c.to_day >= :from
            """;

    private static final String OF_TEAM = " and (c.team_id in (:teams) or exists (select 1 from memberships m"
            + " where m.person_id = c.person_id and m.team_id in (:teams) and m.from_day <= c.to_day"
            + " and (m.to_day is null or m.to_day >= c.from_day)))";

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
    public void read(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        if (wanted.contains(Measure.COSTS) && (scope.kind() == Kind.ORGANISATION || scope.kind() == Kind.TEAM)) {
            costs(scope, slots, into);
        }
        if (scope.kind() == Kind.ORGANISATION && wanted.contains(Measure.VISITORS)) {
            spread(visitors(slots), slots, Measure.VISITORS, into);
        }
        if (scope.kind() == Kind.ORGANISATION && wanted.contains(Measure.MARKET)) {
            slots.stream()
                    .filter(TypedIn::isWholeYears)
                    .forEach(slot -> spread(markets(slot), List.of(slot), Measure.MARKET, into));
        }
    }

    private void costs(KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        List<Amount> all = asked(scope, slots, COSTS + (scope.kind() == Kind.TEAM ? OF_TEAM : ""));
        boolean pays = all.stream().anyMatch(Amount::pay);
        boolean payKnown = pays && scope.kind() == Kind.ORGANISATION && reach.seesAllPay();
        boolean many = pays
                && !payKnown
                && scope.kind() == Kind.ORGANISATION
                && people(slots.getLast().day());
        for (Slot slot : slots) {
            boolean months = isWholeMonths(slot.passed());
            List<Amount> counted = all.stream()
                    .filter(cost -> !cost.pay() || payKnown || many && months && !cost.named())
                    .toList();
            sums(into, slot).add(Measure.COSTS, BigDecimal.ZERO);
            spread(counted, List.of(slot), Measure.COSTS, into);
            all.stream()
                    .filter(cost -> !counted.contains(cost)
                            && cost.days().intersect(slot.passed()).isPresent())
                    .forEach(cost -> sums(into, slot).add(Measure.PAY_LEFT_OUT, BigDecimal.ONE));
        }
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

    private List<Amount> visitors(List<Slot> slots) {
        return asked(KpiScope.organisation(), slots, """
                select 0 as pay, 0 as named, from_day, to_day, visitors as amount, 'XXX' as currency from visitors
                where from_day <= :to and to_day >= :from
                """);
    }

    private List<Amount> markets(Slot slot) {
        List<Amount> amounts = new ArrayList<>();
        sql.about(KpiScope.organisation(), """
                select market_year, amount, currency from market_sizes
                where segment is null and market_year between :first and :last
                """)
                .param("first", slot.period().from().getYear())
                .param("last", slot.period().to().getYear())
                .query(row -> {
                    LocalDate year = LocalDate.of(row.getInt("market_year"), 1, 1);
                    amounts.add(new Amount(
                            false, false, Period.year(year), row.getBigDecimal("amount"), row.getString("currency")));
                });
        return amounts;
    }

    private List<Amount> asked(KpiScope scope, List<Slot> slots, String question) {
        return sql.about(scope, question)
                .param("from", slots.getFirst().period().from())
                .param("to", slots.getLast().day())
                .query((row, n) -> amount(row))
                .list();
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

    /** Of each amount the part whose days lie in a slot, at the rate of its first day. */
    private void spread(List<Amount> amounts, List<Slot> slots, Measure measure, Map<String, Sums> into) {
        RateTable rates = rates(amounts, slots.getLast().period().to());
        for (Slot slot : slots) {
            for (Amount amount : amounts) {
                Period days = amount.days()
                        .intersect(measure == Measure.MARKET ? slot.period() : slot.passed())
                        .orElse(null);
                BigDecimal rate = rate(rates, amount);
                if (days != null && rate == null) {
                    sums(into, slot).leftOut(amount.currency());
                } else if (days != null) {
                    sums(into, slot)
                            .add(
                                    measure,
                                    amount.amount()
                                            .multiply(rate)
                                            .multiply(BigDecimal.valueOf(days.days()))
                                            .divide(
                                                    BigDecimal.valueOf(
                                                            amount.days().days()),
                                                    MathContext.DECIMAL128));
                }
            }
        }
    }

    private @Nullable RateTable rates(List<Amount> amounts, LocalDate last) {
        String house = measures.organisationsCurrency();
        return house == null
                ? null
                : rateTables.into(
                        house,
                        amounts.stream()
                                .map(Amount::currency)
                                .filter(currency -> !currency.equals(house) && !currency.equals("XXX"))
                                .distinct()
                                .toList(),
                        last);
    }

    private static @Nullable BigDecimal rate(@Nullable RateTable rates, Amount amount) {
        if (amount.currency().equals("XXX")) {
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
