package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a credit came into the currency of its plan.
 *
 * @param amount of the deal in its own currency
 * @param cost in the same
 * @param rate what one unit of that currency is in the plan's; null where it is not known, so that nothing is paid
 * @param source of the rate: {@code rate:GBP-USD 2026-01-05}; {@link #INVOICE} and the deal where its invoice is missing
 * @param decimals that amount and cost are rounded to, half up
 */
public record Conversion(
        String currency,
        BigDecimal amount,
        BigDecimal cost,
        @Nullable Reason rate,
        String source,
        int decimals) {

    /** Where the rate is of the day of an invoice that is not there. */
    static final String INVOICE = "invoice:";

    /** Null where the rate is known. */
    @Nullable
    Missing missing() {
        return rate != null ? null : new Missing(lacks(), source);
    }

    private Label lacks() {
        return source.startsWith(INVOICE) ? Label.NO_INVOICE : Label.NO_RATE;
    }

    /** The original as the plan sees it. */
    Reason of(Label label, BigDecimal original, CharSequence source) {
        if (rate == null) {
            return Reason.amount(lacks(), Formula.SUM, this.source, List.of());
        }
        Reason own = Reason.given(Label.ORIGINAL_AMOUNT, original, Unit.COUNT, "currency:" + currency);
        Reason product = Reason.amount(Label.CONVERTED_AMOUNT, Formula.PRODUCT, null, List.of(own, rate));
        Reason places = Reason.given(Label.DECIMALS, BigDecimal.valueOf(decimals), Unit.COUNT, null);
        return Reason.amount(label, Formula.ROUNDED_HALF_UP, source, List.of(product, places));
    }
}
