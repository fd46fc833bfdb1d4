package org.koploper.game;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Metric;
import org.koploper.kpi.OwnTarget;
import org.koploper.kpi.Tallies;
import org.koploper.kpi.Tally;
import org.koploper.period.Period;

/**
 * Somebody on the way to a rank: who, what was reached, what was agreed. Pure.
 *
 * @param id under which the tallies hold what was reached
 * @param externalId null where the caller may not know who it is, as is then the name
 * @param target null where none lies in the period
 */
record Row(
        long id,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String team,
        boolean self,
        Metric metric,
        Period period,
        Tallies tallies,
        @Nullable OwnTarget target) {

    /** The number of the metric, or null where it must not be computed. */
    @Nullable
    BigDecimal value() {
        return metric == Metric.ATTAINMENT ? targetRatio() : metric.of(tallies.of(id), null);
    }

    /** Why there is nothing to rank by. */
    Standing.Reason reason(By by) {
        if (value() == null && metric == Metric.AVERAGE_VALUE) {
            return Standing.Reason.NO_DEALS;
        }
        if (by == By.GROWTH && value() != null) {
            return Standing.Reason.NO_BASE;
        }
        return target == null ? Standing.Reason.NO_TARGET : Standing.Reason.TARGET_CURRENCY;
    }

    /** What was reached on the days that have a target, divided by it; null without a target in this currency. */
    @Nullable
    BigDecimal targetRatio() {
        return target == null || !target.isIn(tallies.currency())
                ? null
                : target.ratio(metric.targetKpi(), target.reached(tallies, id, period));
    }

    /**
     * The first day on which the value was reached, counting up from the first day of the period.
     *
     * @return null where there is no value
     */
    @Nullable
    LocalDate reached() {
        BigDecimal value = value();
        if (value == null) {
            return null;
        }
        if (value.signum() <= 0 && metric != Metric.AVERAGE_VALUE) {
            // before the first sale everybody had at least that
            return period.from();
        }
        Tally sum = Tally.NONE;
        for (Map.Entry<LocalDate, Tally> day :
                tallies.byDay().getOrDefault(id, new TreeMap<>()).entrySet()) {
            if (metric != Metric.ATTAINMENT || (target != null && target.isFor(day.getKey()))) {
                sum = sum.plus(day.getValue());
                BigDecimal soFar = metric.of(sum, target);
                if (soFar != null && soFar.compareTo(value) >= 0) {
                    return day.getKey();
                }
            }
        }
        return null;
    }

    Standing standing(
            @Nullable Integer rank,
            @Nullable BigDecimal score,
            Standing.@Nullable Reason reason,
            @Nullable Integer previousRank) {
        return new Standing(
                rank, id, externalId, name, team, value(), score, reason, previousRank, targetRatio(), self);
    }
}
