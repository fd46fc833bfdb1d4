package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.stereotype.Component;

/** Where goals stand on a day. */
@Component
class GoalStands {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ON_TRACK_PERCENT = BigDecimal.valueOf(99);
    private static final BigDecimal BEHIND_PERCENT = BigDecimal.valueOf(81);
    private static final MathContext COMPARED = new MathContext(30);

    private final GoalNumbers numbers;
    private final GoalSubjects subjects;

    GoalStands(GoalNumbers numbers, GoalSubjects subjects) {
        this.numbers = numbers;
        this.subjects = subjects;
    }

    /** With everything that is expected, and nothing that was not reached yet. */
    GoalStand of(AgreedGoal agreed, LocalDate today) {
        return of(List.of(agreed), today).getFirst();
    }

    /** Each of them, in their order; the number of statements does not depend on how many they are. */
    List<GoalStand> of(List<AgreedGoal> goals, LocalDate today) {
        List<GoalNumbers.Read> reads = numbers.read(goals.stream()
                .map(goal -> new GoalNumbers.Wanted(
                        goal,
                        goal.period(),
                        goal.terms().reading() == GoalReading.LEVEL
                                ? goal.terms().step()
                                : PeriodKind.YEAR))
                .toList());
        List<GoalWay> ways = ways(goals, today);
        List<GoalStand> stands = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            stands.add(stand(goals.get(i), reads.get(i), ways.get(i), today));
        }
        return stands;
    }

    private static GoalStand stand(AgreedGoal agreed, GoalNumbers.Read read, GoalWay way, LocalDate today) {
        GoalTerms terms = agreed.terms();
        BigDecimal value = value(terms, read, today);
        BigDecimal expected =
                today.isBefore(terms.period().from()) && terms.reading().isSum()
                        ? BigDecimal.ZERO
                        : way.expected(today);
        return new GoalStand(
                agreed, value, expected, progress(terms, value), state(terms, value, expected, today), read.notes());
    }

    /** What the expectation goes by on every day. */
    GoalWay way(AgreedGoal agreed) {
        return ways(List.of(agreed), null).getFirst();
    }

    /** @param on null: every day; otherwise what is not needed on that day is not read */
    private List<GoalWay> ways(List<AgreedGoal> goals, @Nullable LocalDate on) {
        List<AgreedGoal> running = goals.stream()
                .filter(goal -> on == null
                        || goal.period().contains(on)
                                && on.isBefore(goal.period().to()))
                .toList();
        List<AgreedGoal> seasonal = running.stream()
                .filter(goal -> goal.terms().shape() == GoalShape.SEASONAL)
                .toList();
        List<GoalNumbers.Read> before = numbers.read(seasonal.stream()
                .map(goal -> new GoalNumbers.Wanted(goal, GoalCurve.yearBefore(goal.period()), PeriodKind.DAY))
                .toList());
        Map<AgreedGoal, NavigableMap<LocalDate, BigDecimal>> worked = subjects.workedDays(running.stream()
                .filter(goal -> goal.terms().shape() == GoalShape.WORKING_DAYS
                        || goal.terms().shape() == GoalShape.SEASONAL)
                .toList());
        return goals.stream()
                .map(goal -> new GoalWay(
                        goal.terms(),
                        worked.getOrDefault(goal, new TreeMap<>()),
                        seasonal.contains(goal)
                                ? before.get(seasonal.indexOf(goal)).numerators()
                                : new TreeMap<>()))
                .toList();
    }

    /** Null where there is none yet, or none may be said. */
    private static @Nullable BigDecimal value(GoalTerms terms, GoalNumbers.Read read, LocalDate today) {
        Period period = terms.period();
        if (terms.reading() != GoalReading.LEVEL) {
            BigDecimal together = read.together(period.from(), period.to());
            return together == null && terms.reading().isSum() ? BigDecimal.ZERO : together;
        }
        // a month that is not over yet is no level
        return GoalNumbers.steps(period, terms.step()).stream()
                .filter(step -> !step.to().isAfter(today))
                .map(step -> read.at(step.from()))
                .filter(java.util.Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static @Nullable BigDecimal progress(GoalTerms terms, @Nullable BigDecimal value) {
        BigDecimal start = terms.start();
        if (value == null || start == null || start.compareTo(terms.target()) == 0) {
            return null;
        }
        return Decimals.canonical(value.subtract(start).divide(terms.target().subtract(start), MathContext.DECIMAL128));
    }

    /** A level or a rate is reached at the end and not before; so is what has to stay below. */
    static GoalState state(
            GoalTerms terms, @Nullable BigDecimal value, @Nullable BigDecimal expected, LocalDate today) {
        Period period = terms.period();
        if (today.isBefore(period.from())) {
            return GoalState.NOT_STARTED;
        }
        boolean lower = terms.direction() == KpiDirection.LOWER;
        boolean over = !today.isBefore(period.to());
        boolean ahead =
                value != null && (lower ? value.compareTo(terms.target()) <= 0 : value.compareTo(terms.target()) >= 0);
        if (ahead && (today.isAfter(period.to()) || terms.reading().isSum() && !lower)) {
            return GoalState.REACHED;
        }
        if (today.isAfter(period.to())) {
            return GoalState.ENDED_MISSED;
        }
        if (value == null || expected == null) {
            return over ? GoalState.AT_RISK : GoalState.ON_TRACK;
        }
        BigDecimal reached = lower ? expected : value;
        BigDecimal wanted = lower ? value : expected;
        if (isAtLeast(reached, wanted, ON_TRACK_PERCENT)) {
            return GoalState.ON_TRACK;
        }
        return isAtLeast(reached, wanted, BEHIND_PERCENT) ? GoalState.BEHIND : GoalState.AT_RISK;
    }

    /** Compared to fewer digits than are known, so that 99 % is never missed by the rounding of the last of them. */
    private static boolean isAtLeast(BigDecimal reached, BigDecimal wanted, BigDecimal percent) {
        return reached.multiply(HUNDRED)
                        .round(COMPARED)
                        .compareTo(wanted.multiply(percent).round(COMPARED))
                >= 0;
    }
}
