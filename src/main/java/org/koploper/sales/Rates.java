package org.koploper.sales;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import org.koploper.access.SignedInOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Exchange rates as they were imported: each holds from its day until the next one of the pair. */
@Service
public class Rates {

    private final JdbcClient jdbc;

    Rates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much of {@code to} one unit of {@code from} is on that day: the latest rate of the pair on or before it; 1 for
     * the same currency; one divided by the opposite pair's rate (34 digits) where only that is known.
     *
     * @return empty when no rate is known by then: never guess, never take a later one
     */
    @SignedInOnly
    public Optional<BigDecimal> rate(String from, String to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return latest(from, to, day)
                .or(() ->
                        latest(to, from, day).map(opposite -> BigDecimal.ONE.divide(opposite, MathContext.DECIMAL128)));
    }

    private Optional<BigDecimal> latest(String from, String to, LocalDate day) {
        return jdbc.sql("""
                select rate from exchange_rates
                where from_currency = :from and to_currency = :to and rate_day <= :day
                order by rate_day desc
                fetch first 1 rows only
                """)
                .param("from", from)
                .param("to", to)
                .param("day", day)
                .query(BigDecimal.class)
                .optional()
                .map(Decimals::canonical);
    }
}
