package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.stereotype.Component;

/**
 * What goals are held against. Revenue and deals of persons, teams and the organisation come from the daily totals, as for
 * targets, in the currency of the goal; everything else from the catalogue of KPIs.
 */
@Component
class GoalNumbers {

    private final Kpis kpis;
    private final GoalSubjects subjects;
    private final Measures measures;

    GoalNumbers(Kpis kpis, GoalSubjects subjects, Measures measures) {
        this.kpis = kpis;
        this.subjects = subjects;
        this.measures = measures;
    }

    /**
     * Stretch by stretch.
     *
     * @param steps by first day, cut off at the ends of the period; those without anything may be absent
     * @param notes what is in none of them
     */
    record Read(NavigableMap<LocalDate, Figure> steps, List<Note> notes) {

        /** All from that day to that day together; null where nothing may be said. */
        @Nullable
        BigDecimal together(LocalDate from, LocalDate to) {
            Figure all = Figure.NONE;
            for (Figure figure : steps.subMap(from, true, to, true).values()) {
                all = all.plus(figure);
            }
            return all.value();
        }

        /** What came in by first day, of a rate what it is divided from; where nothing may be said it is absent. */
        NavigableMap<LocalDate, BigDecimal> numerators() {
            NavigableMap<LocalDate, BigDecimal> numerators = new TreeMap<>();
            steps.forEach((day, figure) -> {
                if (figure.numerator() != null) {
                    numerators.put(day, figure.numerator());
                }
            });
            return numerators;
        }

        /** The one that begins on that day; null where nothing may be said. */
        @Nullable
        BigDecimal at(LocalDate from) {
            Figure figure = steps.get(from);
            return figure == null ? null : figure.value();
        }
    }

    /**
     * What one stretch says.
     *
     * @param numerator the value itself for what is no quotient
     * @param denominator null for what is no quotient
     */
    record Figure(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        static final Figure NONE = new Figure(null, null);

        /** Of fewer a rate would say more than is known. */
        private static final BigDecimal LEAST = BigDecimal.valueOf(5);

        Figure plus(Figure other) {
            return new Figure(sum(numerator, other.numerator), sum(denominator, other.denominator));
        }

        @Nullable
        BigDecimal value() {
            if (numerator == null || denominator == null) {
                return numerator;
            }
            return denominator.compareTo(LEAST) < 0
                    ? null
                    : Decimals.canonical(numerator.divide(denominator, MathContext.DECIMAL128));
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other : other == null ? one : one.add(other);
        }
    }

    /**
     * What is to be read of a goal.
     *
     * @param step days, weeks, months, quarters or years
     */
    record Wanted(AgreedGoal goal, Period period, PeriodKind step) {

        /** As the daily totals know it; null where they do not. */
        private @Nullable Metric metric() {
            return goal.scope() == GoalScope.CUSTOMER
                    ? null
                    : goal.kpi().metric().orElse(null);
        }
    }

    /** @param step as in {@link Wanted} */
    Read read(AgreedGoal goal, Period period, PeriodKind step) {
        return read(List.of(new Wanted(goal, period, step))).getFirst();
    }

    /** Each of them, in their order: in as many statements for many as for one of each scope. */
    List<Read> read(List<Wanted> all) {
        Map<Wanted, Read> read = new HashMap<>();
        List<Wanted> totals = all.stream()
                .filter(wanted -> wanted.metric() != null)
                .distinct()
                .toList();
        List<Tallies> tallies = measures.each(totals.stream().map(this::sold).toList());
        for (int i = 0; i < totals.size(); i++) {
            read.put(totals.get(i), ofTotals(totals.get(i), tallies.get(i)));
        }
        List<Wanted> others = all.stream()
                .filter(wanted -> wanted.metric() == null && wanted.goal().kpi().indicator() != null)
                .distinct()
                .toList();
        List<Map<String, Reading>> readings = others.isEmpty()
                ? List.of()
                : kpis.each(others.stream()
                        .map(wanted -> new KpiQuestion(
                                Objects.requireNonNull(wanted.goal().kpi().indicator()),
                                wanted.goal().kpiScope(),
                                wanted.period(),
                                wanted.step()))
                        .toList());
        for (int i = 0; i < others.size(); i++) {
            read.put(others.get(i), ofCatalogue(others.get(i), readings.get(i)));
        }
        return all.stream()
                .map(wanted -> read.getOrDefault(wanted, new Read(new TreeMap<>(), List.of())))
                .toList();
    }

    private Measures.Of sold(Wanted wanted) {
        Metric metric = Objects.requireNonNull(wanted.metric());
        return subjects.sold(
                wanted.goal(),
                wanted.period(),
                metric.isMoney() ? wanted.goal().terms().currency() : measures.organisationsCurrency());
    }

    private static Read ofTotals(Wanted wanted, Tallies tallies) {
        Metric metric = Objects.requireNonNull(wanted.metric());
        NavigableMap<LocalDate, Figure> steps = new TreeMap<>();
        // a day without sales is a day with nothing sold
        for (Period one : steps(wanted.period(), wanted.step())) {
            steps.put(one.from(), new Figure(BigDecimal.ZERO, null));
        }
        tallies.byDay().getOrDefault(0L, new TreeMap<>()).forEach((day, tally) -> {
            BigDecimal value = metric == Metric.DEALS ? tally.deals() : tally.revenue();
            steps.merge(steps.floorKey(day), new Figure(value, null), Figure::plus);
        });
        return new Read(steps, metric.isMoney() ? tallies.notes() : List.of());
    }

    private static Read ofCatalogue(Wanted wanted, Map<String, Reading> readings) {
        NavigableMap<LocalDate, Figure> steps = new TreeMap<>();
        readings.forEach((key, reading) -> steps.put(
                latest(Period.parse(key).from(), wanted.period().from()),
                wanted.goal().kpi().isSum() || reading.denominator() == null
                        ? new Figure(reading.value(), null)
                        : new Figure(reading.numerator(), reading.denominator())));
        return new Read(steps, List.of());
    }

    /** The stretches of the calendar that the period touches, cut off at its ends. */
    static List<Period> steps(Period period, PeriodKind kind) {
        List<Period> steps = new java.util.ArrayList<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); ) {
            Period step = kind.around(day).intersect(period).orElseThrow();
            steps.add(step);
            day = step.to().plusDays(1);
        }
        return steps;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
