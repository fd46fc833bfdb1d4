package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalForecast.Moment;
import org.koploper.kpi.GoalForecast.Without;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Outlook;
import org.springframework.stereotype.Component;

/** Forecasts goals that add up, by earlier periods as long as theirs, day for day by the working days gone. */
@Component
class GoalForecasts {

    private static final int MOST_PERIODS = 12;

    /** So that three years are read at most, and of a goal for a year the two years before. */
    private static final int MOST_DAYS = 1000;

    /** A period is whole when something came in no later than in its first tenth, or before it. */
    private static final int FIRST_PART = 10;

    /** Parts of working days that differ by less are the same, computed in another way. */
    private static final double EQUAL = 1e-9;

    private final GoalNumbers numbers;
    private final GoalSubjects subjects;

    GoalForecasts(GoalNumbers numbers, GoalSubjects subjects) {
        this.numbers = numbers;
        this.subjects = subjects;
    }

    /** @param ends days until which the sum is wanted; those that have gone are left out */
    GoalForecast of(AgreedGoal goal, List<LocalDate> ends, LocalDate today) {
        Period period = goal.period();
        Without without = without(goal, today);
        if (without != null) {
            return GoalForecast.none(without);
        }
        int times = (int) Math.clamp(MOST_DAYS / period.days() - 1, 1, MOST_PERIODS);
        List<Period> earlier = GoalPeriods.earlier(period, times).reversed();
        Period all = new Period(earlier.getFirst().from(), period.to());
        NavigableMap<LocalDate, BigDecimal> came = numbers.read(goal, new Period(all.from(), today), PeriodKind.DAY)
                .numerators();
        came.values().removeIf(amount -> amount.signum() == 0);
        NavigableMap<LocalDate, BigDecimal> worked = subjects.days(goal).in(all);
        Course course = Course.of(period, came, worked);
        if (!(course.gone(today) > 0)) {
            return GoalForecast.none(Without.NOT_BEGUN);
        }
        if (came.tailMap(period.from(), true).size() < GoalForecast.FEWEST_DAYS || !(course.all() > 0)) {
            return GoalForecast.none(Without.TOO_LITTLE);
        }
        List<Course> whole = earlier.stream()
                .filter(one -> isWhole(one, came.firstKey()))
                .map(one -> Course.of(one, came, worked))
                .filter(one -> one.all() > 0)
                .toList();
        List<LocalDate> days = new ArrayList<>(List.of(today));
        ends.stream().filter(day -> day.isAfter(today)).forEach(days::add);
        double[] gone = days.stream().mapToDouble(course::gone).toArray();
        return forecast(
                goal,
                days,
                new Outlook(
                        course.all(),
                        gone,
                        whole.stream().map(one -> one.by(gone)).toList()));
    }

    private static @Nullable Without without(AgreedGoal goal, LocalDate today) {
        GoalReading reading = goal.terms().reading();
        if (reading.isRatio()) {
            return Without.RATE;
        }
        if (reading == GoalReading.LEVEL) {
            return Without.LEVEL;
        }
        if (goal.stopped()) {
            return Without.STOPPED;
        }
        return today.isBefore(goal.period().from())
                ? Without.NOT_BEGUN
                : today.isBefore(goal.period().to()) ? null : Without.OVER;
    }

    private static boolean isWhole(Period period, LocalDate first) {
        return !first.isAfter(period.from().plusDays(period.days() / FIRST_PART));
    }

    private static GoalForecast forecast(AgreedGoal goal, List<LocalDate> days, Outlook outlook) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Interval between = outlook.between(i, GoalForecast.CERTAINTY).orElse(null);
            // what is there stays
            moments.add(new Moment(
                    days.get(i),
                    BigDecimal.valueOf(outlook.at(i)),
                    between == null
                            ? null
                            : BigDecimal.valueOf(Math.max(between.low(), Math.min(outlook.soFar(), outlook.at(i)))),
                    between == null ? null : BigDecimal.valueOf(between.high())));
        }
        OptionalDouble reached = outlook.chanceOf(goal.terms().target().doubleValue());
        boolean lower = goal.terms().direction() == KpiDirection.LOWER;
        return new GoalForecast(
                null,
                outlook.goesByEarlier(),
                outlook.earlier().size(),
                moments.getLast().low() == null ? 0 : outlook.errors(),
                moments,
                reached.isEmpty()
                        ? null
                        : BigDecimal.valueOf(lower ? 1 - reached.getAsDouble() : reached.getAsDouble()));
    }

    /**
     * How one period grew.
     *
     * @param worked by the end of each of its days, from the first one
     * @param came likewise
     */
    private record Course(Period period, double[] worked, double[] came) {

        static Course of(
                Period period, NavigableMap<LocalDate, BigDecimal> came, NavigableMap<LocalDate, BigDecimal> worked) {
            return new Course(period, sums(period, worked), sums(period, came));
        }

        private static double[] sums(Period period, NavigableMap<LocalDate, BigDecimal> days) {
            double[] sums = new double[Math.toIntExact(period.days())];
            for (int day = 0; day < sums.length; day++) {
                BigDecimal own = days.get(period.from().plusDays(day));
                sums[day] = (day == 0 ? 0 : sums[day - 1]) + (own == null ? 0 : own.doubleValue());
            }
            return sums;
        }

        double all() {
            return came[came.length - 1];
        }

        /** The part of its working days that has gone by the end of that day. */
        double gone(LocalDate day) {
            return day.isBefore(period.to()) ? gone(Math.toIntExact(ChronoUnit.DAYS.between(period.from(), day))) : 1;
        }

        private double gone(int day) {
            double all = worked[worked.length - 1];
            return all > 0 ? worked[day] / all : 0;
        }

        /** What was in when each of these parts of its working days had gone; 1 is all of it. */
        double[] by(double[] parts) {
            return DoubleStream.of(parts).map(this::by).toArray();
        }

        private double by(double part) {
            int day = came.length - 1;
            while (part < 1 && day >= 0 && gone(day) > part + EQUAL) {
                day--;
            }
            return day < 0 ? 0 : came[day];
        }
    }
}
