package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a goal counts: a KPI of the catalogue, or deals, which only targets and boards know.
 *
 * @param code as it is stored, such as {@code CLOSING_RATE}
 */
public record GoalKpi(String code) {

    public static final GoalKpi REVENUE = new GoalKpi(Metric.REVENUE.name());
    public static final GoalKpi DEALS = new GoalKpi(Metric.DEALS.name());

    /** What says how far another goal is cannot be a goal itself. */
    private static final Set<Kpi> ABOUT_GOALS =
            EnumSet.of(Kpi.ATTAINMENT, Kpi.RUN_RATE, Kpi.FORECAST_TO_BUDGET, Kpi.GOAL_PROGRESS);

    /** What happened on days, so that a longer time has the sum of its parts. */
    private static final Set<Kpi> SUMS = EnumSet.of(
            Kpi.REVENUE,
            Kpi.NEW_LEADS,
            Kpi.NEW_ORGANISATIONS,
            Kpi.QUALIFIED_LEADS,
            Kpi.CONTACTS,
            Kpi.CALLS,
            Kpi.MEETINGS);

    private static final List<GoalKpi> ALL = all();

    private static List<GoalKpi> all() {
        List<GoalKpi> all = new ArrayList<>(List.of(REVENUE, DEALS));
        Arrays.stream(Kpi.values())
                .filter(kpi -> !ABOUT_GOALS.contains(kpi) && kpi != Kpi.REVENUE)
                .forEach(kpi -> all.add(new GoalKpi(kpi.name())));
        return List.copyOf(all);
    }

    /** Everything that can be a goal, revenue and deals first. */
    public static List<GoalKpi> choices() {
        return ALL;
    }

    /** The same as a metric of boards. */
    static GoalKpi of(Metric metric) {
        return metric.targetKpi() == Metric.DEALS ? DEALS : REVENUE;
    }

    /** As the interface, addresses and translations name it. */
    public String key() {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that key; empty for any other text. */
    public static Optional<GoalKpi> byKey(String key) {
        return ALL.stream().filter(kpi -> kpi.key().equals(key)).findFirst();
    }

    /** As a metric that daily totals know; empty for everything else. */
    Optional<Metric> metric() {
        return equals(REVENUE) || equals(DEALS) ? Optional.of(Metric.valueOf(code)) : Optional.empty();
    }

    /** In the catalogue; empty for deals. */
    Optional<Kpi> inCatalogue() {
        return equals(DEALS) ? Optional.empty() : Optional.of(Kpi.valueOf(code));
    }

    public KpiUnit unit() {
        return inCatalogue().map(Kpi::unit).orElse(KpiUnit.COUNT);
    }

    /** Whether its values are amounts of money. */
    public boolean isMoney() {
        return unit().isMoney();
    }

    /** Whether a longer time has the sum of its parts. */
    public boolean isSum() {
        return inCatalogue().map(SUMS::contains).orElse(true);
    }

    /** Which way is better, as long as nothing else is agreed. */
    public KpiDirection direction() {
        return inCatalogue().map(Kpi::direction).orElse(KpiDirection.HIGHER);
    }

    /** Of the definition as it is now. */
    public int version() {
        return inCatalogue().map(Kpi::version).orElse(1);
    }

    /** Whether there are numbers of it for that scope. */
    public boolean isKnownFor(GoalScope scope) {
        KpiScope.Kind kind = KpiScope.Kind.valueOf(scope.name());
        return inCatalogue().map(kpi -> kpi.levels().contains(kind)).orElse(kind != KpiScope.Kind.CUSTOMER);
    }

    /** The ways to read it, the usual one first. */
    public List<GoalReading> readings() {
        if (isSum()) {
            return List.of(GoalReading.TOTAL, GoalReading.LEVEL, GoalReading.VS_LAST_YEAR);
        }
        return unit() == KpiUnit.RATIO
                ? List.of(GoalReading.RATIO_POINTS, GoalReading.RATIO_RELATIVE)
                : List.of(GoalReading.LEVEL);
    }
}
