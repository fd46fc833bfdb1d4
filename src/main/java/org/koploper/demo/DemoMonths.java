package org.koploper.demo;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.springframework.stereotype.Component;

/**
 * The months before the last one are closed, as finance would have done it, and one deal of them arrived late, so that the
 * last month corrects it. That one is left to whoever looks around.
 */
@Component
class DemoMonths {

    /** Of An, in a month that everybody looks at. */
    private static final int MONTHS_AGO = 2;

    private final PeriodClose close;

    DemoMonths(PeriodClose close) {
        this.close = close;
    }

    /** The deal that arrives late: won by one person, and never taken back. */
    static Optional<Deal> late(DemoData data) {
        YearMonth month = data.day().month().minusMonths(MONTHS_AGO);
        return data.deals().stream()
                .filter(deal -> deal.owner().equals(Cast.AN)
                        && deal.stage().equals(Deal.WON)
                        && deal.splits().isEmpty()
                        && deal.quoted() != null
                        && deal.closed() != null
                        && YearMonth.from(deal.closed()).equals(month))
                .min(Comparator.comparing(Deal::value));
    }

    void close(DemoDay day) {
        YearMonth last = day.month().minusMonths(1);
        Optional<PayMonth> next = next(last);
        while (next.isPresent()) {
            close.close(next.get().month(), next.get().totals());
            next = next(last);
        }
    }

    private Optional<PayMonth> next(YearMonth last) {
        return close.months().stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .filter(month -> month.month().isBefore(last))
                .findFirst();
    }
}
