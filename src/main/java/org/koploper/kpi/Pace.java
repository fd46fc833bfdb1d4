package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * A target and how much of it is expected by now, as an exact fraction: {@code dueNumerator / dueDenominator}.
 *
 * @param target more than zero
 * @param dueDenominator more than zero
 */
record Pace(BigDecimal target, BigDecimal dueNumerator, BigDecimal dueDenominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ON_TRACK_PERCENT = BigDecimal.valueOf(99);
    private static final BigDecimal BEHIND_PERCENT = BigDecimal.valueOf(81);

    /**
     * The target times the working days gone, divided by all its working days. Where there are none at all nothing is
     * expected before the end.
     *
     * @param goneDays working days from the first day up to and including today
     * @param allDays working days of the whole period
     */
    static Pace of(BigDecimal target, Period period, LocalDate today, BigDecimal goneDays, BigDecimal allDays) {
        if (today.isBefore(period.from())) {
            return new Pace(target, BigDecimal.ZERO, BigDecimal.ONE);
        }
        if (!today.isBefore(period.to())) {
            return new Pace(target, target, BigDecimal.ONE);
        }
        return allDays.signum() == 0
                ? new Pace(target, BigDecimal.ZERO, BigDecimal.ONE)
                : new Pace(target, target.multiply(goneDays), allDays);
    }

    /** The same from what was there to work: {@code worked} has how much of each day; days without are absent. */
    static Pace of(BigDecimal target, Period period, LocalDate today, Map<LocalDate, BigDecimal> worked) {
        BigDecimal gone = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : worked.entrySet()) {
            all = all.add(day.getValue());
            gone = day.getKey().isAfter(today) ? gone : gone.add(day.getValue());
        }
        return of(target, period, today, gone, all);
    }

    /** Both together. */
    Pace plus(Pace other) {
        return new Pace(
                target.add(other.target),
                dueNumerator.multiply(other.dueDenominator).add(other.dueNumerator.multiply(dueDenominator)),
                dueDenominator.multiply(other.dueDenominator));
    }

    /** At most 34 digits where it does not end. */
    BigDecimal expectedNow() {
        return Decimals.canonical(dueNumerator.divide(dueDenominator, MathContext.DECIMAL128));
    }

    /** At most 34 digits where it does not end. */
    BigDecimal progress(BigDecimal value) {
        return Decimals.canonical(value.divide(target, MathContext.DECIMAL128));
    }

    /** Compared as fractions, so that 99 % is never missed by a rounding. */
    GoalState state(BigDecimal value, Period period, LocalDate today) {
        if (today.isBefore(period.from())) {
            return GoalState.NOT_STARTED;
        }
        if (value.compareTo(target) >= 0) {
            return GoalState.REACHED;
        }
        if (today.isAfter(period.to())) {
            return GoalState.ENDED_MISSED;
        }
        if (isAtLeast(value, ON_TRACK_PERCENT)) {
            return GoalState.ON_TRACK;
        }
        return isAtLeast(value, BEHIND_PERCENT) ? GoalState.BEHIND : GoalState.AT_RISK;
    }

    private boolean isAtLeast(BigDecimal value, BigDecimal percent) {
        return value.multiply(dueDenominator).multiply(HUNDRED).compareTo(dueNumerator.multiply(percent)) >= 0;
    }
}
