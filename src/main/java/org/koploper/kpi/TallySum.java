package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.sales.RateTable;

/** One group of rows of the daily totals; the day is the first of the period where nobody needs it. */
record TallySum(long subject, String measure, String currency, LocalDate day, BigDecimal amount) {

    /** The same, under the id 0. */
    TallySum together() {
        return new TallySum(0, measure, currency, day, amount);
    }

    /**
     * Per subject and day, in one currency.
     *
     * @param rates null where the organisation has no currency
     */
    static Tallies tallies(List<TallySum> sums, @Nullable RateTable rates, @Nullable String into) {
        Map<Long, NavigableMap<LocalDate, Tally>> byDay = new HashMap<>();
        Map<String, BigDecimal> withoutRate = new TreeMap<>();
        for (TallySum sum : sums) {
            Tally tally = tally(sum, rates, withoutRate);
            if (tally != null) {
                byDay.computeIfAbsent(sum.subject(), subject -> new TreeMap<>()).merge(sum.day(), tally, Tally::plus);
            }
        }
        List<Note> notes = new ArrayList<>();
        withoutRate.forEach((currency, deals) ->
                notes.add(new Note(Note.Code.NO_RATE, currency, into == null ? "" : into, Decimals.canonical(deals))));
        return new Tallies(into, byDay, notes);
    }

    private static @Nullable Tally tally(TallySum sum, @Nullable RateTable rates, Map<String, BigDecimal> withoutRate) {
        if (sum.measure().equals("DEALS")) {
            return new Tally(BigDecimal.ZERO, sum.amount(), BigDecimal.ZERO);
        }
        BigDecimal rate =
                rates == null ? null : rates.rate(sum.currency(), sum.day()).orElse(null);
        if (sum.measure().equals("VALUED_DEALS")) {
            if (rate == null) {
                withoutRate.merge(sum.currency(), sum.amount(), BigDecimal::add);
                return null;
            }
            return new Tally(BigDecimal.ZERO, BigDecimal.ZERO, sum.amount());
        }
        return rate == null ? null : new Tally(sum.amount().multiply(rate), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
