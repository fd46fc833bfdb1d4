package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * The way that is expected from the first day of a goal to its last: nothing of it is gone the day before, all of it on the
 * last day.
 *
 * @param worked how much of each day there is to work; days without are absent
 * @param yearBefore what came in, by the days of the year before; empty where that is not known
 */
record GoalWay(
        GoalTerms terms, NavigableMap<LocalDate, BigDecimal> worked, NavigableMap<LocalDate, BigDecimal> yearBefore) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** What is expected by the end of that day, at most 34 digits; null where the beginning is not known. */
    @Nullable
    BigDecimal expected(LocalDate day) {
        BigDecimal start = terms.start();
        if (start == null) {
            return null;
        }
        if (!day.isBefore(terms.period().to())) {
            return Decimals.canonical(terms.target());
        }
        return Decimals.canonical(start.add(terms.target().subtract(start).multiply(share(day), EXACT), EXACT));
    }

    /** How much of the way, from 0 to 1. */
    BigDecimal share(LocalDate day) {
        Period period = terms.period();
        if (day.isBefore(period.from())) {
            return BigDecimal.ZERO;
        }
        if (!day.isBefore(period.to())) {
            return BigDecimal.ONE;
        }
        return switch (terms.shape()) {
            case LINEAR -> time(day);
            case COMPOUND -> compound(time(day));
            case WORKING_DAYS -> part(worked, day);
            case SEASONAL -> seasonal(day);
        };
    }

    /** Months count the same however many days they have, where the goal consists of whole ones. */
    private BigDecimal time(LocalDate day) {
        Period period = terms.period();
        int months = GoalTerms.months(period);
        if (months == 0) {
            return share(new Period(period.from(), day).days(), period.days());
        }
        YearMonth month = YearMonth.from(day);
        int gone = GoalTerms.months(new Period(period.from(), month.atEndOfMonth())) - 1;
        BigDecimal within = share(day.getDayOfMonth(), month.lengthOfMonth());
        return within.add(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(months), EXACT);
    }

    /** With the growth over all of it spread evenly: of the way from 100 to 114, (1.14^t - 1) / 0.14. */
    private BigDecimal compound(BigDecimal time) {
        BigDecimal baseline = terms.baseline();
        if (baseline == null || baseline.signum() <= 0 || baseline.compareTo(terms.target()) == 0) {
            return time;
        }
        double times = terms.target().divide(baseline, EXACT).doubleValue();
        // a root has no end: it is as exact as the processor computes, which is closer than anybody reads a curve
        return BigDecimal.valueOf((StrictMath.pow(times, time.doubleValue()) - 1) / (times - 1));
    }

    private BigDecimal seasonal(LocalDate day) {
        BigDecimal all = sum(yearBefore);
        if (all.signum() <= 0) {
            return part(worked, day);
        }
        BigDecimal share = sum(yearBefore.headMap(day.minusYears(1), true)).divide(all, EXACT);
        // more was taken back than came in, or the rest was: neither is a way that can be expected
        return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    private static BigDecimal part(NavigableMap<LocalDate, BigDecimal> days, LocalDate day) {
        BigDecimal all = sum(days);
        return all.signum() == 0
                ? BigDecimal.ZERO
                : sum(days.headMap(day, true)).divide(all, EXACT);
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> days) {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), EXACT);
    }
}
