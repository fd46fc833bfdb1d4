package org.koploper.ui.period;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.PayMonth;

/**
 * A line of the list: a month, once for each currency that it was paid in.
 *
 * @param currency null where nothing was posted
 */
record PeriodRow(PayMonth month, @Nullable Currency currency, BigDecimal total) {

    static List<PeriodRow> of(List<PayMonth> months) {
        return months.stream().flatMap(PeriodRow::of).toList();
    }

    private static Stream<PeriodRow> of(PayMonth month) {
        return month.totals().isEmpty()
                ? Stream.of(new PeriodRow(month, null, BigDecimal.ZERO))
                : month.totals().entrySet().stream()
                        .map(total -> new PeriodRow(month, total.getKey(), total.getValue()));
    }
}
