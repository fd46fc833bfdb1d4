package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.kpi.Sizes.OfPerson;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.koploper.statistics.Groups;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How large the orders of a period are: every one of them, since a mean hides what lies around it. Cancelled ones and those
 * without a value are none, and of those without an exchange rate nothing is known.
 */
@Service
public class OrderSizes {

    /** The latest ones of a period, so that a large house waits no longer than a small one. */
    static final int MOST = 2_000;

    private static final String SQL = """
            select d.owner_id, o.external_id, o.name, d.closed_on, d.deal_value, d.currency
            from deals d join persons o on o.id = d.owner_id
            where d.stage = 'WON' and d.deal_value is not null and d.closed_on between :from and :to{scope}
            order by d.closed_on desc, d.id desc fetch first :most rows only
            """;

    private final KpiSql sql;
    private final Measures measures;
    private final RateTables rateTables;
    private final GoalAccess goals;

    OrderSizes(KpiSql sql, Measures measures, RateTables rateTables, GoalAccess goals) {
        this.sql = sql;
        this.measures = measures;
        this.rateTables = rateTables;
        this.goals = goals;
    }

    private record Order(PersonRef owner, LocalDate day, BigDecimal value, String currency) {}

    /** Those of a person, of whoever belonged to a team on the day, of a customer, or all. */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Sizes of(KpiScope scope, Period period) {
        List<Order> found = orders(scope, period);
        boolean more = found.size() > MOST;
        String house = measures.organisationsCurrency();
        RateTable rates = house == null ? null : rates(house, found, period.to());
        List<BigDecimal> all = new ArrayList<>();
        Map<PersonRef, List<BigDecimal>> byPerson = new LinkedHashMap<>();
        for (Order order : found.subList(0, Math.min(MOST, found.size()))) {
            BigDecimal value = value(order, rates);
            if (value != null) {
                all.add(value);
                byPerson.computeIfAbsent(order.owner(), owner -> new ArrayList<>())
                        .add(value);
            }
        }
        all.sort(null);
        List<OfPerson> each = each(byPerson);
        return new Sizes(all.size(), more, all.isEmpty() ? null : Quantiles.median(all), each, between(each), house);
    }

    private List<Order> orders(KpiScope scope, Period period) {
        String within = KpiSql.within(scope, "d.owner_id", "d.closed_on", "d.customer_id");
        return sql.about(scope, SQL.replace("{scope}", within))
                .param("from", period.from())
                .param("to", period.to())
                .param("most", MOST + 1)
                .query((row, n) -> new Order(
                        new PersonRef(
                                new PersonId(row.getLong("owner_id")),
                                row.getString("external_id"),
                                row.getString("name")),
                        row.getObject("closed_on", LocalDate.class),
                        row.getBigDecimal("deal_value"),
                        row.getString("currency")))
                .list();
    }

    private RateTable rates(String house, List<Order> orders, LocalDate last) {
        List<String> foreign = orders.stream()
                .map(Order::currency)
                .filter(currency -> !currency.equals(house))
                .distinct()
                .toList();
        return rateTables.into(house, foreign, last);
    }

    private static @Nullable BigDecimal value(Order order, @Nullable RateTable rates) {
        return rates == null
                ? null
                : rates.rate(order.currency(), order.day())
                        .map(order.value()::multiply)
                        .orElse(null);
    }

    private List<OfPerson> each(Map<PersonRef, List<BigDecimal>> byPerson) {
        Set<PersonId> seen =
                goals.seen(byPerson.keySet().stream().map(PersonRef::id).toList());
        return byPerson.entrySet().stream()
                .filter(one -> seen.contains(one.getKey().id()))
                .map(one -> new OfPerson(
                        one.getKey(), one.getValue().stream().sorted().toList()))
                .sorted(Comparator.comparingInt((OfPerson one) -> one.values().size())
                        .reversed()
                        .thenComparing(one -> one.person().name()))
                .toList();
    }

    private static @Nullable Groups between(List<OfPerson> each) {
        List<double[]> groups = each.stream()
                .filter(one -> one.values().size() >= Sizes.FEWEST)
                .map(one -> one.values().stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray())
                .toList();
        boolean same = groups.stream()
                        .flatMapToDouble(java.util.Arrays::stream)
                        .distinct()
                        .count()
                < 2;
        return groups.size() < 2 || same ? null : Groups.bySizes(groups);
    }
}
