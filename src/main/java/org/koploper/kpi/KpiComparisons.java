package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiCompared.Earlier;
import org.koploper.kpi.KpiCompared.Verdict;
import org.koploper.period.Period;
import org.koploper.statistics.Interval;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds KPIs against what they were. All of them come from one reading of each source, however many they are. */
@Service
public class KpiComparisons {

    private static final String NOW = "now";

    private final FactReader facts;
    private final KpiMaking making;
    private final Shifts shifts;
    private final Clock clock;

    KpiComparisons(FactReader facts, KpiMaking making, Shifts shifts, Clock clock) {
        this.facts = facts;
        this.making = making;
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * Each of these KPIs on its usual basis, in that period, in the one before and a year before. A growth or a forecast is a
     * comparison itself, so nothing stands beside it.
     *
     * @param asOf the day a state is read on, and the last day that counts; null: today
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<Kpi, KpiCompared> of(Collection<Kpi> kpis, KpiScope scope, Period period, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Slot now = Slot.of(NOW, period, day);
        Map<Shift, Slot> then = new EnumMap<>(Shift.class);
        for (Shift shift : Shift.values()) {
            Slot slot = shifts.of(now, shift);
            then.put(shift, new Slot(shift.name(), slot.period(), slot.day()));
        }
        Map<Kpi, Formula> formulas = new EnumMap<>(Kpi.class);
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Kpi kpi : kpis) {
            Formula formula = making.formula(kpi, scope, null);
            if (formula != null) {
                formulas.put(kpi, formula);
                measures.addAll(formula.measures());
                measures.addAll(Chance.of(kpi).measures());
            }
        }
        List<Slot> slots = new ArrayList<>(then.values());
        slots.add(now);
        Map<String, Sums> sums = facts.over(measures, scope, slots);
        Map<Kpi, KpiCompared> compared = new EnumMap<>(Kpi.class);
        for (Kpi kpi : kpis) {
            Formula formula = formulas.get(kpi);
            compared.put(
                    kpi,
                    formula == null
                            ? nowhere(kpi, then)
                            : new Comparing(kpi, formula, day, sums, facts.house()).of(now, then));
        }
        return compared;
    }

    private static KpiCompared nowhere(Kpi kpi, Map<Shift, Slot> then) {
        Reading none = KpiMaking.notHere(kpi);
        return new KpiCompared(
                none,
                untold(none, Objects.requireNonNull(then.get(Shift.PREVIOUS))),
                untold(none, Objects.requireNonNull(then.get(Shift.YEAR_BEFORE))));
    }

    private static Earlier untold(Reading reading, Slot slot) {
        return new Earlier(days(slot), reading, null, Verdict.UNTOLD);
    }

    /** Those that were read: while a period is running, not all of the one before. */
    private static Period days(Slot slot) {
        return slot.hasBegun() ? slot.passed() : slot.period();
    }

    /** @param house the organisation's currency; null while it has none */
    private record Comparing(
            Kpi kpi,
            Formula formula,
            LocalDate asOf,
            Map<String, Sums> sums,
            @Nullable String house) {

        KpiCompared of(Slot now, Map<Shift, Slot> then) {
            Map<Shift, Sums> beside = new EnumMap<>(Shift.class);
            then.forEach((shift, slot) -> beside.put(shift, sums(slot)));
            Reading reading = KpiMaking.made(formula, new Numbers(kpi, now, asOf, sums(now), beside, house));
            Chance.Side side = new Chance.Side(reading, sums(now), formula);
            return new KpiCompared(
                    reading,
                    earlier(side, Objects.requireNonNull(then.get(Shift.PREVIOUS))),
                    earlier(side, Objects.requireNonNull(then.get(Shift.YEAR_BEFORE))));
        }

        private Earlier earlier(Chance.Side now, Slot slot) {
            if (!formula.shifts().isEmpty()) {
                return untold(
                        new Numbers(kpi, slot, asOf, sums(slot), Map.of(), house).none(KpiReason.Code.NOT_HERE), slot);
            }
            Reading then = KpiMaking.made(formula, new Numbers(kpi, slot, asOf, sums(slot), Map.of(), house));
            if (kpi.bases().getFirst() == KpiBasis.COHORT) {
                return untold(then, slot);
            }
            Chance chance = Chance.of(kpi);
            Interval between = chance.between(now, new Chance.Side(then, sums(slot), formula));
            return new Earlier(days(slot), then, between, chance.verdict(between));
        }

        private Sums sums(Slot slot) {
            return Objects.requireNonNull(sums.get(slot.key()));
        }
    }
}
