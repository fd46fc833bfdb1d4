package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Dashboard.Change;
import org.koploper.kpi.Dashboard.Past;
import org.koploper.kpi.OrderValues.Order;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The four numbers of a person, a team or the organisation, and how they moved. The number of statements depends on no number
 * of people or records.
 */
@Service
public class Dashboards {

    private static final int COURSE = 4;

    private final MeterSums sums;
    private final OrderValues orders;
    private final Shifts shifts;
    private final Clock clock;

    Dashboards(MeterSums sums, OrderValues orders, Shifts shifts, Clock clock) {
        this.sums = sums;
        this.orders = orders;
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * Those of one of them, as {@link Kpis} reads each; whether they changed is decided for all of them and both other times
     * together, as {@link Comparison} does for people.
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Dashboard of(KpiScope scope, Period period) {
        MeterSums.Asked asked = sums.ask();
        Slot now = MeterSums.slot(period, LocalDate.now(clock));
        Slot before = shifts.of(now, Shift.PREVIOUS);
        Slot yearBefore = shifts.of(now, Shift.YEAR_BEFORE);
        List<Slot> course = course(now);
        Map<String, Sums> past = asked.over(scope, course);
        Sums present = Objects.requireNonNull(past.get(now.key()));
        Sums then = asked.of(scope, before);
        Sums last = asked.of(scope, yearBefore);
        List<Order> single = now.hasBegun() ? values(scope, List.of(yearBefore, before, now)) : List.of();
        List<Map<Meter, Beside>> besides = Comparison.changes(
                facts(asked, now, present, single),
                List.of(facts(asked, before, then, single), facts(asked, yearBefore, last, single)));
        return new Dashboard(
                period,
                now.day(),
                asked.readings(now, present),
                asked.reading(Kpi.OPEN_QUOTE_VALUE, now, present),
                changes(before, asked.readings(before, then), besides.getFirst()),
                changes(yearBefore, asked.readings(yearBefore, last), besides.getLast()),
                course.stream()
                        .map(slot -> new Past(
                                slot.period(), asked.readings(slot, Objects.requireNonNull(past.get(slot.key())))))
                        .toList());
    }

    /** Whole periods, this one last. */
    private static List<Slot> course(Slot now) {
        List<Slot> course = new ArrayList<>(List.of(now));
        for (Period one = now.period().previous(); course.size() < COURSE; one = one.previous()) {
            course.add(new Slot(one.key(), one, one.to()));
        }
        Collections.reverse(course);
        return course;
    }

    private @Nullable List<Order> values(KpiScope scope, List<Slot> slots) {
        return orders.read(scope, slots.stream().map(Slot::passed).toList());
    }

    /** A shared order is one order here; quotes of two times are held against each other as they are. */
    private static MeterFacts facts(MeterSums.Asked asked, Slot slot, Sums made, @Nullable List<Order> single) {
        List<BigDecimal> values = single == null
                ? null
                : single.stream()
                        .filter(order -> slot.hasBegun() && slot.passed().contains(order.day()))
                        .collect(Collectors.toMap(Order::deal, Order::value, (one, same) -> one))
                        .values()
                        .stream()
                        .toList();
        return asked.facts(made, Comparison.FEWEST_DAYS, values);
    }

    private static Map<Meter, Change> changes(Slot slot, Map<Meter, Reading> then, Map<Meter, Beside> besides) {
        Map<Meter, Change> changes = new EnumMap<>(Meter.class);
        Stream.of(Meter.values())
                .forEach(meter -> changes.put(
                        meter,
                        new Change(
                                slot.hasBegun() ? slot.passed() : slot.period(),
                                Objects.requireNonNull(then.get(meter)),
                                Objects.requireNonNull(besides.get(meter)))));
        return changes;
    }
}
