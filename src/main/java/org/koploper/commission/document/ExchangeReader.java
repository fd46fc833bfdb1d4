package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.koploper.commission.engine.DatedRate;
import org.koploper.commission.engine.Exchange;
import org.koploper.commission.engine.RateDay;

/**
 * Reads how currencies turn into each other: of which day ({@code deals: close}), into which one pay goes ({@code pay_in},
 * the plan's own) and of which day ({@code pay: period-end}, {@code payday: 25} of the next month), and the plan's own
 * rates.
 */
final class ExchangeReader {

    private static final int MOST = 5_000;
    private static final int PAYDAY = 25;

    /** As exact as rates are quoted. */
    private static final int RATE_DECIMALS = 12;

    private ExchangeReader() {}

    static Exchange read(PlanFields document) {
        if (!document.has("exchange")) {
            return Exchange.CLOSE;
        }
        PlanFields fields = document.object("exchange");
        RateDay deals = fields.choice("deals", Choices.RATE_DAY, "close");
        Currency payIn = fields.has("pay_in") ? fields.currency("pay_in") : null;
        RateDay pay = fields.choice("pay", Choices.RATE_DAY, "period-end");
        int payday = fields.has("payday") ? fields.decimal("payday", 0).intValue() : PAYDAY;
        List<DatedRate> rates = fields.listOrNone("rates", MOST, (one, index) -> rate(one, LocalDate.EPOCH));
        fields.done();
        return fields.fitting(
                fields.has("payday") ? "payday" : "pay", () -> new Exchange(deals, payIn, pay, payday, rates));
    }

    /** Rates of an example hold from a day on, the first of the plan where none is named. */
    static List<DatedRate> rates(PlanFields example, LocalDate first) {
        return example.listOrNone("rates", MOST, (one, index) -> rate(one, first));
    }

    private static DatedRate rate(PlanFields fields, LocalDate otherwise) {
        String from = fields.currency("from").getCurrencyCode();
        String to = fields.currency("to").getCurrencyCode();
        LocalDate date = fields.has("date") ? fields.date("date") : otherwise;
        BigDecimal rate = fields.decimal("rate", RATE_DECIMALS);
        return fields.fitting("rate", () -> new DatedRate(from, to, date, rate));
    }
}
