package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalNumbers.Read;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.stereotype.Component;

/** What was before a goal: its baseline, and how often as much growth was reached. */
@Component
class GoalHistory {

    private static final int PERIODS = 12;

    private final GoalNumbers numbers;

    GoalHistory(GoalNumbers numbers) {
        this.numbers = numbers;
    }

    /** What the goal counts, over that period; null where nothing may be said. */
    @Nullable
    BigDecimal baseline(AgreedGoal goal, Period period) {
        return numbers.read(goal, period, step(goal.terms())).together(period.from(), period.to());
    }

    /** Whether anything was ever measured in those periods. */
    boolean isMeasured(AgreedGoal goal, LocalDate today) {
        return read(goal, today).steps().values().stream()
                .map(GoalNumbers.Figure::numerator)
                .anyMatch(number -> number != null && number.signum() != 0);
    }

    /** Null where the goal says no growth, or nothing that long was before. */
    Smart.@Nullable History of(AgreedGoal goal, LocalDate today) {
        GoalTerms terms = goal.terms();
        BigDecimal needed = needed(terms);
        if (needed == null) {
            return null;
        }
        Read read = read(goal, today);
        List<BigDecimal> changes = new ArrayList<>();
        for (Period period : GoalPeriods.earlier(terms.period(), PERIODS)) {
            BigDecimal change = change(terms, read, period);
            if (change != null) {
                changes.add(change);
            }
        }
        if (changes.isEmpty()) {
            return null;
        }
        boolean lower = terms.direction() == KpiDirection.LOWER;
        BigDecimal best = changes.stream()
                .reduce((one, other) -> lower ? one.min(other) : one.max(other))
                .orElseThrow();
        int reached = (int) changes.stream()
                .filter(change -> lower ? change.compareTo(needed) <= 0 : change.compareTo(needed) >= 0)
                .count();
        return new Smart.History(needed, best, reached, changes.size());
    }

    private Read read(AgreedGoal goal, LocalDate today) {
        GoalTerms terms = goal.terms();
        Period first = GoalPeriods.baseline(terms.reading(), GoalPeriods.before(terms.period(), PERIODS));
        LocalDate last = terms.period().from().minusDays(1);
        LocalDate until = last.isAfter(today) ? today : last;
        return numbers.read(
                goal, new Period(first.from(), until.isBefore(first.from()) ? first.from() : until), step(terms));
    }

    /** Months where there are whole ones, so that a year of history is no year of days. */
    private static PeriodKind step(GoalTerms terms) {
        return GoalTerms.months(terms.period()) > 0 ? PeriodKind.MONTH : PeriodKind.DAY;
    }

    private static @Nullable BigDecimal needed(GoalTerms terms) {
        BigDecimal baseline = terms.baseline();
        return terms.reading().isRatio() && baseline != null
                ? Decimals.canonical(terms.target().subtract(baseline))
                : terms.growth();
    }

    private static @Nullable BigDecimal change(GoalTerms terms, Read read, Period period) {
        Period base = GoalPeriods.baseline(terms.reading(), period);
        if (base.from()
                .isBefore(read.steps().isEmpty() ? base.to() : read.steps().firstKey())) {
            return null;
        }
        BigDecimal before = read.together(base.from(), base.to());
        BigDecimal then = terms.reading() == GoalReading.LEVEL
                ? read.together(lastStep(period, base), period.to())
                : read.together(period.from(), period.to());
        if (before == null || then == null) {
            return null;
        }
        if (terms.reading().isRatio()) {
            return then.subtract(before);
        }
        return before.signum() <= 0
                ? null
                : then.divide(before, MathContext.DECIMAL128).subtract(BigDecimal.ONE);
    }

    /** Where the last stretch as long as the baseline begins. */
    private static LocalDate lastStep(Period period, Period base) {
        int months = GoalTerms.months(base);
        return months > 0
                ? period.to().plusDays(1).minusMonths(months)
                : period.to().minusDays(base.days() - 1);
    }
}
