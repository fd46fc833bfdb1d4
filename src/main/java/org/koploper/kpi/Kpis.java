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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
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
    private final OwnReadings ownReadings;
    private final OwnKpiRows own;
    private final Clock clock;

    Kpis(
            FactReader facts,
            KpiAccess access,
            KpiMaking making,
            Shifts shifts,
            OwnReadings ownReadings,
            OwnKpiRows own,
            Clock clock) {
        this.facts = facts;
        this.access = access;
        this.making = making;
        this.shifts = shifts;
        this.ownReadings = ownReadings;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Every KPI, the numbered ones in their order, each followed by those that stand beside it; then those of the
     * organisation by key, without the retired ones.
     */
    @SignedInOnly
    public List<Indicator> catalogue() {
        List<Indicator> all = new ArrayList<>(List.of(Kpi.values()));
        own.all().stream()
                .filter(kpi -> !kpi.retired())
                .map(OwnKpiState::newest)
                .forEach(all::add);
        return all;
    }

    /**
     * The KPI of that key or number, a retired one too.
     *
     * @param version of its definition; null: the newest
     * @return empty when there is none, or none in that version
     */
    @SignedInOnly
    public Optional<Indicator> find(String keyOrNumber, @Nullable Integer version) {
        Optional<Indicator> known = Kpi.by(keyOrNumber).map(kpi -> kpi);
        return known.or(() -> own.find(keyOrNumber, version))
                .filter(found -> version == null || found.version() == version);
    }

    /**
     * One number.
     *
     * @param asOf the day a state is read on, and the last day that counts; null: today
     * @param basis null: the usual one of the KPI; one that it does not have is answered with a reason
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Reading read(
            Indicator kpi, KpiScope scope, Period period, @Nullable LocalDate asOf, @Nullable KpiBasis basis) {
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
            Indicator kpi,
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

    private Map<String, Reading> readings(
            Indicator kpi, KpiScope scope, List<Slot> slots, LocalDate asOf, @Nullable KpiBasis asked) {
        return switch (kpi) {
            case Kpi known -> readings(known, scope, slots, asOf, asked);
            case OwnKpi made when isThere(made, scope, asked) -> ownReadings.over(made, scope, slots, asOf);
            case OwnKpi made ->
                slots.stream()
                        .collect(Collectors.toMap(
                                Slot::key, slot -> KpiMaking.notHere(made), (a, b) -> a, LinkedHashMap::new));
        };
    }

    private static boolean isThere(OwnKpi kpi, KpiScope scope, @Nullable KpiBasis asked) {
        return kpi.levels().contains(scope.kind())
                && (asked == null || kpi.bases().contains(asked));
    }

    private Map<String, Reading> readings(
            Kpi kpi, KpiScope scope, List<Slot> slots, LocalDate asOf, @Nullable KpiBasis asked) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        Formula formula = making.formula(kpi, scope, asked);
        if (formula == null) {
            slots.forEach(slot -> readings.put(slot.key(), KpiMaking.notHere(kpi)));
            return readings;
        }
        Map<String, Sums> now = facts.over(formula.measures(), scope, slots);
        Map<Shift, Map<String, Sums>> then = new EnumMap<>(Shift.class);
        formula.shifts()
                .forEach(shift -> then.put(
                        shift,
                        facts.over(
                                formula.measures(),
                                scope,
                                slots.stream()
                                        .map(slot -> shifts.of(slot, shift))
                                        .toList())));
        for (Slot slot : slots) {
            Map<Shift, Sums> beside = new EnumMap<>(Shift.class);
            then.forEach((shift, sums) -> beside.put(shift, Objects.requireNonNull(sums.get(slot.key()))));
            Sums sums = Objects.requireNonNull(now.get(slot.key()));
            readings.put(
                    slot.key(), KpiMaking.made(formula, new Numbers(kpi, slot, asOf, sums, beside, facts.house())));
        }
        return readings;
    }

    private Map<String, Reading> subjects(
            Indicator kpi, KpiScope scope, Slot slot, LocalDate asOf, @Nullable KpiBasis asked, Grouping grouping) {
        return switch (kpi) {
            case Kpi known -> subjects(known, scope, slot, asOf, asked, grouping);
            case OwnKpi made when isThere(made, scope, asked) -> ownReadings.by(made, scope, slot, asOf, grouping);
            case OwnKpi made -> Map.of();
        };
    }

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
