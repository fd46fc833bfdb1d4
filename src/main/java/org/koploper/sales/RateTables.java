package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.koploper.access.SignedInOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Exchange rates in bulk: one statement however many days are asked about. */
@Service
public class RateTables {

    private final JdbcClient jdbc;

    RateTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rates of these currencies into one.
     *
     * @param lastDay rates from later days are not read
     */
    @SignedInOnly
    public RateTable into(String into, Collection<String> from, LocalDate lastDay) {
        Map<RateTable.Pair, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        if (!from.isEmpty()) {
            jdbc.sql("""
                    select from_currency, to_currency, rate_day, rate from exchange_rates
                    where rate_day <= :lastDay and (from_currency in (:from) and to_currency = :into
                      or from_currency = :into and to_currency in (:from))
                    """)
                    .param("lastDay", lastDay)
                    .param("from", from)
                    .param("into", into)
                    .query(row -> {
                        rates.computeIfAbsent(
                                        new RateTable.Pair(
                                                row.getString("from_currency"), row.getString("to_currency")),
                                        pair -> new TreeMap<>())
                                .put(
                                        row.getDate("rate_day").toLocalDate(),
                                        Decimals.canonical(row.getBigDecimal("rate")));
                    });
        }
        return new RateTable(into, rates);
    }
}
