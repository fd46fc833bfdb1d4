package org.koploper.sales;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the goods of deals cost on the day they were won, read in bulk, for commission. */
@Service
public class DealCosts {

    private static final String PARTS = """
            select d.external_id, d.deal_value, d.currency, d.closed_on, %s as quantity,
              p.id as product_id, p.cost, p.currency as cost_currency
            from deals d %s where d.external_id in (:deals) and d.closed_on is not null
            """;

    private static final String OF_LINES = PARTS.formatted(
            "l.quantity", "join deal_lines l on l.deal_id = d.id join products p on p.id = l.product_id");

    /** One of the product that the deal itself names. */
    private static final String OF_DEALS = PARTS.formatted("1", "join products p on p.id = d.product_id")
            + " and not exists (select 1 from deal_lines l where l.deal_id = d.id)";

    private final JdbcClient jdbc;

    DealCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one deal costs.
     *
     * @param value of the whole deal
     * @param cost of all its goods
     * @param currency of both
     */
    public record Cost(BigDecimal value, BigDecimal cost, String currency) {}

    /** Some of one product in a deal; the product's own cost holds before its first dated one. */
    private record Part(
            String deal,
            BigDecimal value,
            String currency,
            LocalDate won,
            BigDecimal quantity,
            long product,
            @Nullable Price own) {}

    private record Price(BigDecimal cost, String currency) {}

    /**
     * By external id of the deal. Left out are deals of which nobody said what was sold, and those with something whose
     * cost is not known, or known in another currency than the deal's.
     */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, Cost> of(Collection<String> deals) {
        Map<String, Cost> costs = new HashMap<>();
        for (List<String> chunk : Chunks.of(new HashSet<>(deals))) {
            List<Part> parts = new ArrayList<>();
            for (String sql : List.of(OF_LINES, OF_DEALS)) {
                jdbc.sql(sql).param("deals", chunk).query(row -> {
                    parts.add(part(row));
                });
            }
            Map<Long, NavigableMap<LocalDate, Price>> dated =
                    dated(parts.stream().map(Part::product).collect(Collectors.toSet()));
            parts.stream().collect(Collectors.groupingBy(Part::deal)).forEach((deal, of) -> {
                Cost cost = cost(of, dated);
                if (cost != null) {
                    costs.put(deal, cost);
                }
            });
        }
        return costs;
    }

    private static @Nullable Cost cost(List<Part> parts, Map<Long, NavigableMap<LocalDate, Price>> dated) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            Map.Entry<LocalDate, Price> known =
                    dated.getOrDefault(part.product(), new TreeMap<>()).floorEntry(part.won());
            Price price = known == null ? part.own() : known.getValue();
            if (price == null || !price.currency().equals(part.currency())) {
                return null;
            }
            sum = sum.add(price.cost().multiply(part.quantity()));
        }
        Part any = parts.getFirst();
        return new Cost(any.value(), Decimals.canonical(sum), any.currency());
    }

    private Map<Long, NavigableMap<LocalDate, Price>> dated(Set<Long> products) {
        Map<Long, NavigableMap<LocalDate, Price>> dated = new HashMap<>();
        for (List<Long> chunk : Chunks.of(products)) {
            // of one day the one that was written last
            jdbc.sql("select product_id, from_day, cost, currency from product_costs where product_id in (:products)"
                            + " order by id")
                    .param("products", chunk)
                    .query(row -> {
                        dated.computeIfAbsent(row.getLong("product_id"), product -> new TreeMap<>())
                                .put(
                                        row.getDate("from_day").toLocalDate(),
                                        new Price(row.getBigDecimal("cost"), row.getString("currency")));
                    });
        }
        return dated;
    }

    private static Part part(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("deal_value");
        BigDecimal cost = row.getBigDecimal("cost");
        String currency = row.getString("cost_currency");
        return new Part(
                row.getString("external_id"),
                value == null ? BigDecimal.ZERO : value,
                row.getString("currency"),
                row.getDate("closed_on").toLocalDate(),
                row.getBigDecimal("quantity"),
                row.getLong("product_id"),
                cost == null || currency == null ? null : new Price(cost, currency));
    }
}
