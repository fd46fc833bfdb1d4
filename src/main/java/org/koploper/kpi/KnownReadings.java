package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.springframework.stereotype.Component;

/** What the KPIs of the catalogue read, each by its formula. */
@Component
class KnownReadings {

    private final FactReader facts;
    private final KpiMaking making;
    private final Shifts shifts;

    KnownReadings(FactReader facts, KpiMaking making, Shifts shifts) {
        this.facts = facts;
        this.making = making;
        this.shifts = shifts;
    }

    /**
     * One of them in several stretches of time.
     *
     * @param formula null where there is none for that scope
     */
    record Series(
            Kpi kpi,
            KpiScope scope,
            List<Slot> slots,
            @Nullable Formula formula) {}

    /** @param asked null: the usual basis of the KPI */
    Series series(Kpi kpi, KpiScope scope, List<Slot> slots, @Nullable KpiBasis asked) {
        return new Series(kpi, scope, slots, making.formula(kpi, scope, asked));
    }

    /** Several in one stretch of time, each on its usual basis, in their order. */
    Map<Kpi, Reading> together(List<Kpi> kpis, KpiScope scope, Period period, LocalDate day) {
        Slot slot = Slot.of("", period, day);
        Map<Kpi, Formula> formulas = new EnumMap<>(Kpi.class);
        for (Kpi kpi : kpis) {
            Formula formula = making.formula(kpi, scope, null);
            if (formula != null) {
                formulas.put(kpi, formula);
            }
        }
        Sums sums = sums(formulas.values(), scope, slot);
        Map<Shift, Sums> beside = new EnumMap<>(Shift.class);
        for (Shift shift : Shift.values()) {
            List<Formula> asking = formulas.values().stream()
                    .filter(formula -> formula.shifts().contains(shift))
                    .toList();
            if (!asking.isEmpty()) {
                beside.put(shift, sums(asking, scope, shifts.of(slot, shift)));
            }
        }
        Map<Kpi, Reading> readings = new LinkedHashMap<>();
        for (Kpi kpi : kpis) {
            Formula formula = formulas.get(kpi);
            readings.put(
                    kpi,
                    formula == null
                            ? KpiMaking.notHere(kpi)
                            : KpiMaking.made(formula, new Numbers(kpi, slot, day, sums, beside, facts.house())));
        }
        return readings;
    }

    private Sums sums(Collection<Formula> formulas, KpiScope scope, Slot slot) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        formulas.forEach(formula -> measures.addAll(formula.measures()));
        return Objects.requireNonNull(facts.over(measures, scope, List.of(slot)).get(slot.key()));
    }

    /** Each in its order, by key of the slot: in as many statements for many as for one. */
    List<Map<String, Reading>> each(List<Series> all, LocalDate asOf) {
        Map<String, Sums> now = facts.over(asked(all, null));
        Map<Shift, Map<String, Sums>> then = new EnumMap<>(Shift.class);
        for (Shift shift : Shift.values()) {
            then.put(shift, facts.over(asked(all, shift)));
        }
        List<Map<String, Reading>> readings = new ArrayList<>();
        for (Series one : all) {
            Map<String, Reading> own = new LinkedHashMap<>();
            Formula formula = one.formula();
            for (Slot slot : one.slots()) {
                if (formula == null) {
                    own.put(slot.key(), KpiMaking.notHere(one.kpi()));
                    continue;
                }
                String key = key(readings.size(), slot);
                Map<Shift, Sums> beside = new EnumMap<>(Shift.class);
                formula.shifts()
                        .forEach(shift -> beside.put(
                                shift,
                                Objects.requireNonNull(
                                        Objects.requireNonNull(then.get(shift)).get(key))));
                Sums sums = Objects.requireNonNull(now.get(key));
                own.put(
                        slot.key(),
                        KpiMaking.made(formula, new Numbers(one.kpi(), slot, asOf, sums, beside, facts.house())));
            }
            readings.add(own);
        }
        return readings;
    }

    /**
     * What the numbers are made of; keys say whose the slots are.
     *
     * @param shift null: at their own time
     */
    private List<Asked> asked(List<Series> all, @Nullable Shift shift) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Series one = all.get(i);
            if (one.formula() != null
                    && (shift == null || one.formula().shifts().contains(shift))) {
                List<Slot> slots = new ArrayList<>();
                for (Slot slot : one.slots()) {
                    Slot then = shift == null ? slot : shifts.of(slot, shift);
                    slots.add(new Slot(key(i, slot), then.period(), then.day()));
                }
                asked.add(new Asked(one.formula().measures(), one.scope(), slots));
            }
        }
        return asked;
    }

    private static String key(int question, Slot slot) {
        return question + " " + slot.key();
    }

    /** By external id or name; who has nothing is absent. */
    Map<String, Reading> by(
            Kpi kpi, KpiScope scope, Slot slot, LocalDate asOf, @Nullable KpiBasis asked, Grouping grouping) {
        Formula formula = making.formula(kpi, scope, asked);
        if (formula == null) {
            return Map.of();
        }
        Map<String, Sums> now = facts.by(formula.measures(), scope, slot, grouping);
        Map<Shift, Map<String, Sums>> then = new EnumMap<>(Shift.class);
        formula.shifts()
                .forEach(shift ->
                        then.put(shift, facts.by(formula.everywhere(), scope, shifts.of(slot, shift), grouping)));
        Map<String, Reading> readings = new TreeMap<>();
        now.forEach((subject, sums) -> {
            Map<Shift, Sums> beside = new EnumMap<>(Shift.class);
            then.forEach((shift, others) ->
                    beside.put(shift, Objects.requireNonNullElseGet(others.get(subject), Sums::new)));
            readings.put(subject, KpiMaking.made(formula, new Numbers(kpi, slot, asOf, sums, beside, facts.house())));
        });
        return readings;
    }
}
