package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;

/** What a period comes to if it goes on as it went, or as the one before it did. */
final class Forecasts {

    static final Set<Measure> RUN_RATE = EnumSet.of(Measure.REVENUE, Measure.DAYS_WORKED, Measure.DAYS_TO_WORK);

    static final Set<Measure> TO_BUDGET =
            EnumSet.of(Measure.REVENUE, Measure.DAYS_WORKED, Measure.DAYS_TO_WORK, Measure.QUOTA);

    private Forecasts() {}

    /** What was sold on the working days so far, on all of them. */
    static Reading runRate(Numbers numbers) {
        BigDecimal rate = rate(numbers);
        return rate == null
                ? numbers.none(numbers.known(Measure.DAYS_WORKED) == null ? Code.NOT_HERE : Code.NOT_BEGUN)
                : numbers.reading(
                        rate,
                        numbers.of(Measure.REVENUE),
                        numbers.of(Measure.DAYS_WORKED),
                        numbers.of(Measure.DAYS_WORKED),
                        null);
    }

    /**
     * How much the forecast is above the target. Forecast by the part of the period before that was in by the same day;
     * by working days where nothing was sold then.
     */
    static Reading toBudget(Numbers numbers) {
        BigDecimal quota = numbers.known(Measure.QUOTA);
        BigDecimal rate = rate(numbers);
        if (quota == null || quota.signum() <= 0) {
            return numbers.none(Code.NO_TARGET);
        }
        if (rate == null) {
            return numbers.none(Code.NOT_BEGUN);
        }
        BigDecimal then = numbers.of(Measure.REVENUE, Shift.PREVIOUS);
        BigDecimal whole = numbers.of(Measure.REVENUE, Shift.PREVIOUS_WHOLE);
        boolean known = then.signum() > 0 && whole.signum() > 0;
        BigDecimal forecast = known ? Numbers.divide(numbers.of(Measure.REVENUE).multiply(whole), then) : rate;
        return numbers.reading(
                Numbers.divide(forecast.subtract(quota), quota),
                forecast.subtract(quota),
                quota,
                null,
                known || numbers.slot().isOver() ? null : KpiReason.of(Code.NO_SEASON));
    }

    private static @Nullable BigDecimal rate(Numbers numbers) {
        BigDecimal worked = numbers.of(Measure.DAYS_WORKED);
        return worked.signum() <= 0
                ? null
                : Numbers.divide(numbers.of(Measure.REVENUE).multiply(numbers.of(Measure.DAYS_TO_WORK)), worked);
    }
}
