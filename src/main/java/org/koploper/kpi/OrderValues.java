package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What single orders are worth, one by one, for whatever sums cannot say: how they spread, and whether two sides differ. */
@Component
class OrderValues {

    /** More than that is not read one by one. */
    static final int MOST = 20_000;

    private static final String WON = "d.stage = 'WON' and d.deal_value is not null";

    private static final String TEAM = """
            (select max(m.team_id) from memberships m where m.person_id = %1$s
              and m.from_day <= d.closed_on and (m.to_day is null or m.to_day >= d.closed_on))""";

    private final KpiSql sql;
    private final RateTables rateTables;
    private final Measures measures;

    OrderValues(KpiSql sql, RateTables rateTables, Measures measures) {
        this.sql = sql;
        this.rateTables = rateTables;
        this.measures = measures;
    }

    /**
     * One order of one person; a shared one is there for each of them, whole.
     *
     * @param team of the person on the day; null for none
     * @param value in the organisation's currency
     */
    record Order(long deal, long person, @Nullable Long team, LocalDate day, BigDecimal value) {}

    /**
     * Those won in these stretches of time; what has no rate is left out.
     *
     * @return null where there are more than {@value #MOST}
     */
    @Nullable
    List<Order> read(KpiScope scope, List<Period> spans) {
        String days = IntStream.range(0, spans.size())
                .mapToObj(i -> "d.closed_on between :from" + i + " and :to" + i)
                .collect(Collectors.joining(" or ", " and (", ")"));
        // as they count in DealFacts: the owner's where nobody shares a deal, and everybody's who shares it
        String alone = orders("deals d", "d.owner_id", scope) + days
                + " and not exists (select 1 from deal_splits x where x.deal_id = d.id)";
        String shared = orders("deal_splits s join deals d on d.id = s.deal_id", "s.person_id", scope) + days;
        JdbcClient.StatementSpec statement =
                sql.about(scope, alone + " union all " + shared + " fetch first " + (MOST + 1) + " rows only");
        for (int i = 0; i < spans.size(); i++) {
            statement = statement
                    .param("from" + i, spans.get(i).from())
                    .param("to" + i, spans.get(i).to());
        }
        List<Row> rows = statement
                .query((row, n) -> {
                    long team = row.getLong("team_id");
                    return new Row(
                            new Order(
                                    row.getLong("deal_id"),
                                    row.getLong("person_id"),
                                    row.wasNull() ? null : team,
                                    row.getObject("closed_on", LocalDate.class),
                                    row.getBigDecimal("deal_value")),
                            row.getString("currency"));
                })
                .list();
        return rows.size() > MOST ? null : converted(rows);
    }

    private static String orders(String from, String person, KpiScope scope) {
        return "select d.id as deal_id, " + person + " as person_id, d.closed_on, d.deal_value, d.currency, "
                + TEAM.formatted(person) + " as team_id from " + from + " where " + WON
                + KpiSql.within(scope, person, "d.closed_on", "d.customer_id");
    }

    private List<Order> converted(List<Row> rows) {
        String house = measures.organisationsCurrency();
        LocalDate last = rows.stream()
                .map(row -> row.order().day())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        if (house == null) {
            return List.of();
        }
        RateTable rates = rateTables.into(
                house,
                rows.stream()
                        .map(Row::currency)
                        .filter(currency -> !currency.equals(house))
                        .distinct()
                        .toList(),
                last);
        return rows.stream().flatMap(row -> row.in(rates).stream()).toList();
    }

    private record Row(Order order, String currency) {

        Optional<Order> in(RateTable rates) {
            return rates.rate(currency, order.day())
                    .map(rate -> new Order(
                            order.deal(),
                            order.person(),
                            order.team(),
                            order.day(),
                            Decimals.canonical(order.value().multiply(rate))));
        }
    }
}
