package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * What was agreed, in numbers.
 *
 * @param kpiVersion of the definition at that time: a KPI that changes later does not change the goal
 * @param target more than zero, in the unit of the KPI: a share for a rate
 * @param currency null for what is no money
 * @param baseline what it was before; null where nothing was said
 * @param baselinePeriod when that was; null where nothing was said
 */
public record GoalTerms(
        GoalKpi kpi,
        int kpiVersion,
        GoalReading reading,
        KpiDirection direction,
        GoalShape shape,
        Period period,
        BigDecimal target,
        @Nullable String currency,
        @Nullable BigDecimal baseline,
        @Nullable Period baselinePeriod) {

    /** Where the expectation begins: at nothing for a total, else at the baseline; null where that is not known. */
    public @Nullable BigDecimal start() {
        return reading.isSum() ? BigDecimal.ZERO : baseline;
    }

    /** How much more than the baseline, as a share of it; null without one, or where it is no more than zero. */
    public @Nullable BigDecimal growth() {
        return baseline == null || baseline.signum() <= 0
                ? null
                : Decimals.canonical(
                        target.divide(baseline, MathContext.DECIMAL128).subtract(BigDecimal.ONE));
    }

    /** The stretches in which a level is read: those of its baseline, else months where it has whole ones, else days. */
    public PeriodKind step() {
        if (baselinePeriod != null && baselinePeriod.kind() != PeriodKind.CUSTOM) {
            return baselinePeriod.kind();
        }
        return months(period) > 0 ? PeriodKind.MONTH : PeriodKind.DAY;
    }

    /** How many whole months those days are; 0 where they are none. */
    static int months(Period period) {
        LocalDate next = period.to().plusDays(1);
        boolean whole = period.from().getDayOfMonth() == 1 && next.getDayOfMonth() == 1;
        return whole
                ? (next.getYear() - period.from().getYear()) * 12
                        + next.getMonthValue()
                        - period.from().getMonthValue()
                : 0;
    }
}
