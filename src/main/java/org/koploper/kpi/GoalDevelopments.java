package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalDevelopment.Step;
import org.koploper.kpi.GoalNumbers.Read;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.stereotype.Component;

/** Puts the development of a goal together. */
@Component
class GoalDevelopments {

    private final GoalNumbers numbers;
    private final GoalStands stands;
    private final GoalForecasts forecasts;

    GoalDevelopments(GoalNumbers numbers, GoalStands stands, GoalForecasts forecasts) {
        this.numbers = numbers;
        this.stands = stands;
        this.forecasts = forecasts;
    }

    /**
     * @param earlier the goal as it was before; null where it never changed
     * @param step what the reader wants; a level keeps its own
     */
    GoalDevelopment of(
            AgreedGoal agreed, @Nullable AgreedGoal earlier, PeriodKind step, boolean cumulative, LocalDate today) {
        GoalWay way = stands.way(agreed);
        GoalWay old = earlier == null ? null : stands.way(earlier);
        return agreed.terms().reading() == GoalReading.LEVEL
                ? level(agreed, way, old, today)
                : sums(agreed, way, old, step, cumulative, today);
    }

    private GoalDevelopment sums(
            AgreedGoal agreed,
            GoalWay way,
            @Nullable GoalWay old,
            PeriodKind kind,
            boolean cumulative,
            LocalDate today) {
        Period period = agreed.period();
        boolean added = cumulative && agreed.terms().reading().isSum();
        Read read = numbers.read(agreed, period, PeriodKind.DAY);
        Read before = numbers.read(agreed, GoalCurve.yearBefore(period), PeriodKind.DAY);
        List<Step> steps = new ArrayList<>();
        for (Period step : GoalNumbers.steps(period, kind)) {
            LocalDate from = cumulative ? period.from() : step.from();
            boolean rate = !agreed.terms().reading().isSum();
            steps.add(new Step(
                    step,
                    step.from().isAfter(today) ? null : read.together(from, earliest(step.to(), today)),
                    expected(way, step, added || rate),
                    before.together(from.minusYears(1), yearBefore(step.to(), period)),
                    old == null ? null : expected(old, step, added || rate)));
        }
        List<LocalDate> ends = steps.stream().map(step -> step.period().to()).toList();
        return new GoalDevelopment(agreed, kind, cumulative, steps, forecasts.of(agreed, ends, today), read.notes());
    }

    private GoalDevelopment level(AgreedGoal agreed, GoalWay way, @Nullable GoalWay old, LocalDate today) {
        GoalTerms terms = agreed.terms();
        PeriodKind kind = terms.step();
        Period period = agreed.period();
        Read read = numbers.read(agreed, period, kind);
        Read before = numbers.read(agreed, GoalCurve.yearBefore(period), kind);
        List<Step> steps = new ArrayList<>();
        if (terms.baselinePeriod() != null) {
            steps.add(new Step(
                    terms.baselinePeriod(),
                    terms.baseline(),
                    terms.baseline(),
                    null,
                    old == null ? null : old.terms().baseline()));
        }
        for (Period step : GoalNumbers.steps(period, kind)) {
            steps.add(new Step(
                    step,
                    step.to().isAfter(today) ? null : read.at(step.from()),
                    way.expected(step.to()),
                    before.at(step.from().minusYears(1)),
                    old == null ? null : old.expected(step.to())));
        }
        return new GoalDevelopment(agreed, kind, false, steps, forecasts.of(agreed, List.of(), today), read.notes());
    }

    /** Until the end of the stretch, or within it. */
    private static @Nullable BigDecimal expected(GoalWay way, Period step, boolean untilThen) {
        BigDecimal then = way.expected(step.to());
        BigDecimal before = way.expected(step.from().minusDays(1));
        return untilThen || then == null || before == null ? then : then.subtract(before);
    }

    /** By the same date; of the last day all that was left of that period. */
    private static LocalDate yearBefore(LocalDate day, Period period) {
        return day.equals(period.to()) ? GoalCurve.yearBefore(period).to() : day.minusYears(1);
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
