package org.koploper.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.Reasons;
import org.koploper.ledger.Closing;
import org.koploper.ledger.PayMonth;
import org.koploper.money.Decimals;
import org.koploper.money.Money;

/**
 * A month of the organisation as the interface shows it.
 *
 * @param period the month, {@code 2026-10}
 * @param state {@code running}, {@code waiting} for an earlier one, {@code closable} or {@code closed}
 * @param people how many have anything on their statement
 * @param totals of all statements by currency, as texts of exact decimals
 * @param closedBy name of the person who closed it; null where a program did
 * @param payableOn day by which its statements have to be paid
 */
record PeriodAnswer(
        String period,
        String state,
        int people,
        Map<String, String> totals,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable LocalDate payableOn) {

    static PeriodAnswer of(PayMonth month) {
        Closing closing = month.closing();
        return new PeriodAnswer(
                month.month().toString(),
                Reasons.code(month.state()),
                month.people(),
                texts(month.totals()),
                closing == null ? null : closing.at(),
                month.closedBy(),
                closing == null ? null : closing.payableOn());
    }

    private static Map<String, String> texts(Map<Currency, BigDecimal> totals) {
        Map<String, String> texts = new TreeMap<>();
        totals.forEach((currency, total) ->
                texts.put(currency.getCurrencyCode(), Decimals.plain(total, Money.decimals(currency))));
        return texts;
    }
}
