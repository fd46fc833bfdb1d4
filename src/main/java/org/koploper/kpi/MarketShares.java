package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What part of each market that somebody typed in is the organisation's own, with where the size is known from. */
@Service
public class MarketShares {

    private final FactReader facts;
    private final RateTables rateTables;
    private final JdbcClient jdbc;
    private final Clock clock;

    MarketShares(FactReader facts, RateTables rateTables, JdbcClient jdbc, Clock clock) {
        this.facts = facts;
        this.rateTables = rateTables;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those of these calendar years, the latest first, the whole market before its segments.
     *
     * @param years whole years
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<MarketShare> of(Period years) {
        List<Typed> typed = jdbc.sql("""
                        select market_year, segment, amount, currency, source from market_sizes
                        where market_year between :first and :last
                        order by market_year desc, case when segment is null then 0 else 1 end, segment
                        """)
                .param("first", years.from().getYear())
                .param("last", years.to().getYear())
                .query((row, n) -> new Typed(
                        row.getInt("market_year"),
                        row.getString("segment"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("source")))
                .list();
        if (typed.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<Slot> slots = Slot.within(years, PeriodKind.YEAR, today, Kpis.MOST_SLOTS);
        Map<String, Sums> all = facts.over(EnumSet.of(Measure.REVENUE), KpiScope.organisation(), slots);
        Map<String, Map<String, Sums>> segments = typed.stream().allMatch(one -> one.segment() == null)
                ? Map.of()
                : facts.by(EnumSet.of(Measure.REVENUE), KpiScope.organisation(), slots, Grouping.SEGMENT);
        RateTable rates = rates(typed, years.to());
        List<MarketShare> shares = new ArrayList<>();
        for (Typed one : typed) {
            Slot slot = slots.stream()
                    .filter(year -> year.period().from().getYear() == one.year())
                    .findFirst()
                    .orElseThrow();
            Sums sums = Objects.requireNonNullElseGet(
                    (one.segment() == null ? all : segments.getOrDefault(one.segment(), new HashMap<>()))
                            .get(slot.key()),
                    Sums::new);
            shares.add(new MarketShare(
                    one.year(),
                    one.segment(),
                    one.amount(),
                    one.currency(),
                    one.source(),
                    share(new Numbers(Kpi.MARKET_SHARE, slot, today, sums, Map.of(), facts.house()), one, rates)));
        }
        return shares;
    }

    private static Reading share(Numbers numbers, Typed one, @Nullable RateTable rates) {
        BigDecimal rate = rates == null
                ? null
                : rates.rate(one.currency(), numbers.slot().period().from()).orElse(null);
        return rate == null
                ? numbers.none(Code.NO_RATE, one.currency())
                : numbers.quotient(numbers.of(Measure.REVENUE), one.amount().multiply(rate));
    }

    private @Nullable RateTable rates(List<Typed> typed, LocalDate last) {
        String house = facts.house();
        return house == null
                ? null
                : rateTables.into(
                        house,
                        typed.stream()
                                .map(Typed::currency)
                                .filter(currency -> !currency.equals(house))
                                .distinct()
                                .toList(),
                        last);
    }

    private record Typed(int year, @Nullable String segment, BigDecimal amount, String currency, String source) {}
}
