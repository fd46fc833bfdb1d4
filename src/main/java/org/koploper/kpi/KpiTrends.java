package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.kpi.KpiTrend.Line;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.statistics.Trend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * KPIs over time and by something else at once: months by product, quarters by region. The number of statements depends
 * neither on the number of steps nor on that of the lines.
 */
@Service
public class KpiTrends {

    /** By what a KPI is taken apart beside time; persons stand on screens of their own. */
    private static final List<Grouping> GROUPINGS = List.of(
            Grouping.TEAM, Grouping.PRODUCT, Grouping.FAMILY, Grouping.SEGMENT, Grouping.REGION, Grouping.SOURCE);

    private static final String WHOLE = "whole";

    private final FactReader facts;
    private final KpiMaking making;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    KpiTrends(FactReader facts, KpiMaking making, Directory directory, JdbcClient jdbc, Clock clock) {
        this.facts = facts;
        this.making = making;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are no comparison with another time themselves. */
    @SignedInOnly
    public List<Kpi> choices(KpiScope scope) {
        return Arrays.stream(Kpi.values())
                .filter(kpi -> {
                    Formula formula = making.formula(kpi, scope, null);
                    return formula != null && formula.shifts().isEmpty();
                })
                .toList();
    }

    /** By what this KPI can be taken apart there: by what the records that it is made of say. */
    @SignedInOnly
    public List<Grouping> groupings(Kpi kpi, KpiScope scope) {
        Formula formula = making.formula(kpi, scope, null);
        return formula == null
                ? List.of()
                : GROUPINGS.stream()
                        .filter(by -> scope.kind() != Kind.PERSON || by != Grouping.TEAM)
                        .filter(by -> formula.measures().stream().allMatch(measure -> FactSources.knows(measure, by)))
                        .toList();
    }

    /**
     * A KPI on its usual basis.
     *
     * @param step how long each is; cut where the period begins or ends in the middle of one
     * @param by null: all together only
     * @param asOf the last day that counts; null: today
     * @throws IllegalArgumentException where it is not one of {@link #choices} or {@link #groupings}
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public KpiTrend of(
            Kpi kpi, KpiScope scope, Period period, PeriodKind step, @Nullable Grouping by, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Formula formula = making.formula(kpi, scope, null);
        if (formula == null
                || !formula.shifts().isEmpty()
                || by != null && !groupings(kpi, scope).contains(by)) {
            throw new IllegalArgumentException(kpi + " has no trend by " + by);
        }
        List<Slot> steps = Slot.within(period, step, day, Kpis.MOST_SLOTS);
        Reader reader = new Reader(kpi, formula, steps, Slot.of(WHOLE, period, day), day, facts.house());
        if (by == null) {
            return reader.trend(
                    List.of(), reader.line(null, null, 1, facts.over(formula.measures(), scope, reader.all())));
        }
        Map<String, Map<String, Sums>> parts = facts.by(formula.measures(), scope, reader.all(), by);
        List<String> largest = parts.keySet().stream()
                .sorted(Comparator.comparing((String key) -> reader.size(parts.get(key)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        // one more line alone takes no more room than the others together
        int alone = largest.size() <= KpiTrend.MOST_LINES + 1 ? largest.size() : KpiTrend.MOST_LINES;
        Map<String, String> names = names(by, largest.subList(0, alone));
        List<Line> lines = new ArrayList<>();
        for (String key : largest.subList(0, alone)) {
            String name = key.isEmpty() ? null : names.getOrDefault(key, key);
            lines.add(reader.line(key, name, 1, Objects.requireNonNull(parts.get(key))));
        }
        List<String> others = largest.subList(alone, largest.size());
        if (!others.isEmpty()) {
            lines.add(reader.line(
                    null,
                    null,
                    others.size(),
                    together(others.stream().map(parts::get).toList())));
        }
        return reader.trend(lines, reader.line(null, null, largest.size(), together(parts.values())));
    }

    /** As if all of them had been one. */
    private static Map<String, Sums> together(Collection<@Nullable Map<String, Sums>> parts) {
        Map<String, Sums> sums = new HashMap<>();
        parts.forEach(part -> Objects.requireNonNull(part)
                .forEach((slot, own) ->
                        sums.computeIfAbsent(slot, key -> new Sums()).addAll(own)));
        return sums;
    }

    private Map<String, String> names(Grouping by, List<String> keys) {
        Map<String, String> names = new LinkedHashMap<>();
        if (by == Grouping.TEAM) {
            for (TeamRef team : directory.teams()) {
                names.put(team.externalId(), team.name());
            }
        } else if (by == Grouping.PRODUCT && !keys.isEmpty()) {
            jdbc.sql("select external_id, name from products where external_id in (:keys)")
                    .param("keys", keys)
                    .query(row -> {
                        names.put(row.getString("external_id"), row.getString("name"));
                    });
        }
        return names;
    }

    /**
     * Makes readings of sums.
     *
     * @param whole all steps as one
     * @param house the organisation's currency; null while it has none
     */
    private record Reader(
            Kpi kpi,
            Formula formula,
            List<Slot> steps,
            Slot whole,
            LocalDate asOf,
            @Nullable String house) {

        List<Slot> all() {
            List<Slot> all = new ArrayList<>(steps);
            all.add(whole);
            return all;
        }

        KpiTrend trend(List<Line> lines, Line all) {
            return new KpiTrend(kpi, steps.stream().map(Slot::period).toList(), lines, all, course(all));
        }

        /** Of what is over: a step that is running would always fall. */
        private @Nullable Trend course(Line all) {
            List<Reading> over = new ArrayList<>();
            List<Double> days = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                Reading reading = all.steps().get(i);
                if (steps.get(i).isOver() && reading.numerator() != null) {
                    over.add(reading);
                    days.add((double) steps.get(i).period().days());
                }
            }
            return over.size() < Trend.FEWEST || kpi.bases().getFirst() == KpiBasis.COHORT
                    ? null
                    : Chance.of(kpi).trend(over, days);
        }

        Line line(@Nullable String key, @Nullable String name, int together, Map<String, Sums> sums) {
            return new Line(
                    key,
                    name,
                    together,
                    reading(whole, sums),
                    steps.stream().map(slot -> reading(slot, sums)).toList());
        }

        private Reading reading(Slot slot, Map<String, Sums> sums) {
            Sums own = Objects.requireNonNullElseGet(sums.get(slot.key()), Sums::new);
            return KpiMaking.made(formula, new Numbers(kpi, slot, asOf, own, Map.of(), house));
        }

        /** Of a ratio what it is divided by, of a median the number of cases, otherwise the number itself. */
        BigDecimal size(@Nullable Map<String, Sums> sums) {
            Reading reading = reading(whole, Objects.requireNonNull(sums));
            boolean median = formula.measures().size() == 1 && Chance.of(kpi) == Chance.MEDIAN;
            BigDecimal size =
                    median ? reading.n() : reading.denominator() == null ? reading.numerator() : reading.denominator();
            return Objects.requireNonNullElse(size, BigDecimal.ZERO);
        }
    }
}
