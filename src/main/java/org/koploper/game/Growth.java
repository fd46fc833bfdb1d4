package org.koploper.game;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/** How much a number grew against the period before. Pure. */
public final class Growth {

    private Growth() {}

    /**
     * The days to compare with: those of the period of the same kind before. While a period is running, only as many of
     * its first days as have passed, today included, since a whole month would be held against a part of one.
     */
    public static Period base(Period period, LocalDate today) {
        Period before = period.previous();
        if (!period.contains(today) || !today.isBefore(period.to())) {
            return before;
        }
        LocalDate last = before.from().plusDays(ChronoUnit.DAYS.between(period.from(), today));
        return new Period(before.from(), last.isAfter(before.to()) ? before.to() : last);
    }

    /**
     * 0.25 for a quarter more, unrounded (at most 34 digits).
     *
     * @return null where it cannot be computed: without a value, or where there was nothing, or less, before
     */
    static @Nullable BigDecimal of(@Nullable BigDecimal value, @Nullable BigDecimal before) {
        return value == null || before == null || before.signum() <= 0
                ? null
                : Decimals.canonical(value.subtract(before).divide(before, MathContext.DECIMAL128));
    }
}
