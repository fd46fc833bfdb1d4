package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way from lead to order by the source of the lead: the same numbers for who brings leads in and for who sells to them. As
 * many statements for a hundred sources as for one.
 */
@Service
public class SourceFunnels {

    /** Each on the basis of cohorts: what became of the leads of the period since. */
    private static final List<Kpi> STEPS =
            List.of(Kpi.QUALIFIED_LEADS, Kpi.LEAD_TO_APPOINTMENT, Kpi.LEAD_TO_SALE, Kpi.APPOINTMENT_TO_SALE);

    private static final Set<Measure> MEASURES = EnumSet.of(
            Measure.LEADS, Measure.LEADS_QUALIFIED, Measure.LEADS_MET, Measure.LEADS_QUOTED, Measure.LEADS_SOLD);

    private final FactReader facts;
    private final KpiMaking making;
    private final SourceMoney money;
    private final Maturity maturity;
    private final Clock clock;

    SourceFunnels(FactReader facts, KpiMaking making, SourceMoney money, Maturity maturity, Clock clock) {
        this.facts = facts;
        this.making = making;
        this.money = money;
        this.maturity = maturity;
        this.clock = clock;
    }

    /**
     * @param sources by name; only those with leads or costs
     * @param all of them together
     * @param young whether too many deals of the period are still open to take its sales for all that will come
     * @param currency of the amounts; null while the organisation has none
     * @param withoutRate currencies whose amounts are in none of them
     */
    public record Readout(
            List<SourceFunnel> sources,
            SourceFunnel all,
            boolean young,
            @Nullable String currency,
            Set<String> withoutRate) {

        public Readout {
            sources = List.copyOf(sources);
            withoutRate = Set.copyOf(withoutRate);
        }
    }

    /** For a person, a team or the organisation, of the leads that came in during the period; from today's point of view. */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Readout of(KpiScope scope, Period period) {
        LocalDate today = LocalDate.now(clock);
        Slot slot = Slot.of("", period, today);
        Map<String, Sums> sums = facts.by(MEASURES, scope, slot, Grouping.SOURCE);
        SourceMoney.Read read = money.of(scope, slot);
        Sums together = new Sums();
        sums.values().forEach(together::addAll);
        List<String> sources = new ArrayList<>(new TreeSet<>(sums.keySet()));
        read.costs().keySet().stream()
                .filter(source -> !sums.containsKey(source))
                .forEach(sources::add);
        List<List<Reading>> readings = sources.stream()
                .map(source -> readings(scope, slot, today, sums.getOrDefault(source, new Sums())))
                .toList();
        List<Reading> whole = readings(scope, slot, today, together);
        List<Leak> leaks = Leak.each(
                readings.stream().map(own -> besideTheOthers(own, whole)).toList(), false);
        List<SourceFunnel> funnels = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            funnels.add(funnel(
                    source,
                    sums.getOrDefault(source, new Sums()),
                    readings.get(i),
                    read.revenue().getOrDefault(source, BigDecimal.ZERO),
                    read.costs().get(source),
                    leaks.get(i)));
        }
        return new Readout(
                funnels,
                funnel(null, together, whole, sum(read.revenue()), costs(read), Leak.none()),
                together.of(Measure.LEADS).signum() > 0 && !maturity.of(period),
                facts.house(),
                read.withoutRate());
    }

    private List<Reading> readings(KpiScope scope, Slot slot, LocalDate today, Sums sums) {
        return STEPS.stream()
                .map(kpi -> KpiMaking.made(
                        Objects.requireNonNull(making.formula(kpi, scope, KpiBasis.COHORT)),
                        new Numbers(kpi, slot, today, sums, Map.of(), facts.house())))
                .toList();
    }

    /** Steps that do not hold each other: qualified and met of the leads, sold to of those met. */
    private static List<Conversion> besideTheOthers(List<Reading> own, List<Reading> whole) {
        List<Conversion> steps = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Kpi kpi = STEPS.get(i);
            if (kpi != Kpi.LEAD_TO_SALE) {
                steps.add(Conversion.of(own.get(i), KpiMaking.notHere(kpi), whole.get(i)));
            }
        }
        return steps;
    }

    private static SourceFunnel funnel(
            @Nullable String source,
            Sums sums,
            List<Reading> readings,
            BigDecimal revenue,
            @Nullable BigDecimal costs,
            Leak leak) {
        return new SourceFunnel(
                source,
                sums.of(Measure.LEADS),
                readings.get(0),
                readings.get(1),
                sums.of(Measure.LEADS_QUOTED),
                readings.get(2),
                readings.get(3),
                revenue,
                costs,
                leak);
    }

    private static @Nullable BigDecimal costs(SourceMoney.Read read) {
        return read.costs().isEmpty() ? null : sum(read.costs());
    }

    private static BigDecimal sum(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
