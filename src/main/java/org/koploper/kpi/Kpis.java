package org.koploper.kpi;

import java.time.Clock;
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
import org.koploper.access.SignedInOnly;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads KPIs of persons, teams, customers and the organisation. The number of statements depends on no number of records. */
@Service
public class Kpis {

    /** The most stretches of time that one question may be taken apart into. */
    public static final int MOST_SLOTS = 1100;

    private final FactReader facts;
    private final KpiAccess access;
    private final KpiMaking making;
    private final Shifts shifts;
    private final Clock clock;

    Kpis(FactReader facts, KpiAccess access, KpiMaking making, Shifts shifts, Clock clock) {
        this.facts = facts;
        this.access = access;
        this.making = making;
        this.shifts = shifts;
        this.clock = clock;
    }

    /** Every KPI, the numbered ones in their order, each followed by those that stand beside it. */
    @SignedInOnly
    public List<Kpi> catalogue() {
        return List.of(Kpi.values());
    }

    /**
     * One number.
     *
     * @param asOf the day a state is read on, and the last day that counts; null: today
     * @param basis null: the usual one of the KPI; one that it does not have is answered with a reason
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Reading read(Kpi kpi, KpiScope scope, Period period, @Nullable LocalDate asOf, @Nullable KpiBasis basis) {
        LocalDate day = day(asOf);
        List<Slot> slots = List.of(Slot.of("", period, day));
        return Objects.requireNonNull(readings(kpi, scope, slots, day, basis).get(""));
    }

    /**
     * Several at once, each on its usual basis: as many statements as the sources that they share, not as many as they are.
     *
     * @param kpis in any order, which is that of the answer
     * @param asOf as in {@link #read}
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<Kpi, Reading> together(List<Kpi> kpis, KpiScope scope, Period period, @Nullable LocalDate asOf) {
        LocalDate day = day(asOf);
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

    /**
     * The same taken apart, in the order of the keys; times in theirs, the empty ones included, others only where there is
     * something. By person only those whose numbers the reader may see.
     *
     * @throws IllegalArgumentException for more than {@value #MOST_SLOTS} stretches of time
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<String, Reading> by(
            Kpi kpi,
            KpiScope scope,
            Period period,
            @Nullable LocalDate asOf,
            @Nullable KpiBasis basis,
            Grouping grouping) {
        LocalDate day = day(asOf);
        PeriodKind kind = grouping.kind();
        if (kind != null) {
            return readings(kpi, scope, Slot.within(period, kind, day, MOST_SLOTS), day, basis);
        }
        return access.seen(grouping, subjects(kpi, scope, Slot.of("", period, day), day, basis, grouping));
    }

    /**
     * The answers to all of these, in their order, each by the keys of its stretches: in as many statements for a hundred
     * questions as for one.
     *
     * @throws IllegalArgumentException for more than {@value #MOST_SLOTS} stretches in one of them
     * @throws AccessDeniedException when the caller may not see one of them
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Map<String, Reading>> each(List<KpiQuestion> questions) {
        if (!access.seesAll(questions)) {
            throw new AccessDeniedException("No such numbers, or not yours to see");
        }
        LocalDate day = day(null);
        return readings(
                questions.stream()
                        .map(one -> new Series(
                                one.kpi(),
                                one.scope(),
                                Slot.within(one.period(), one.step(), day, MOST_SLOTS),
                                making.formula(one.kpi(), one.scope(), null)))
                        .toList(),
                day);
    }

    private Map<String, Reading> readings(
            Kpi kpi, KpiScope scope, List<Slot> slots, LocalDate asOf, @Nullable KpiBasis asked) {
        return readings(List.of(new Series(kpi, scope, slots, making.formula(kpi, scope, asked))), asOf)
                .getFirst();
    }

    private List<Map<String, Reading>> readings(List<Series> all, LocalDate asOf) {
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

    /** @param formula null where there is none for that scope */
    private record Series(
            Kpi kpi,
            KpiScope scope,
            List<Slot> slots,
            @Nullable Formula formula) {}

    private Map<String, Reading> subjects(
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

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
