package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a goal counts: a KPI of the catalogue or one of the organisation's own, or deals, which only targets and boards know.
 *
 * @param code as it is stored, such as {@code CLOSING_RATE}
 * @param indicator in the version that the goal was agreed with; null for deals
 */
public record GoalKpi(String code, @Nullable Indicator indicator) {

    public static final GoalKpi REVENUE = of(Kpi.REVENUE);
    public static final GoalKpi DEALS = new GoalKpi(Metric.DEALS.name(), null);

    /** What says how far another goal is cannot be a goal itself. */
    private static final Set<Kpi> ABOUT_GOALS =
            EnumSet.of(Kpi.ATTAINMENT, Kpi.RUN_RATE, Kpi.FORECAST_TO_BUDGET, Kpi.GOAL_PROGRESS);

    private static final List<GoalKpi> ALL = all();

    private static List<GoalKpi> all() {
        List<GoalKpi> all = new ArrayList<>(List.of(REVENUE, DEALS));
        Arrays.stream(Kpi.values())
                .filter(kpi -> !ABOUT_GOALS.contains(kpi) && kpi != Kpi.REVENUE)
                .forEach(kpi -> all.add(of(kpi)));
        return List.copyOf(all);
    }

    /** What the product knows that can be a goal, revenue and deals first. */
    static List<GoalKpi> ofTheProduct() {
        return ALL;
    }

    static GoalKpi of(Indicator indicator) {
        return new GoalKpi(indicator.code(), indicator);
    }

    /** One of those of the product. */
    static Optional<GoalKpi> ofTheProduct(String code) {
        return code.equals(DEALS.code)
                ? Optional.of(DEALS)
                : Arrays.stream(Kpi.values())
                        .filter(kpi -> kpi.code().equals(code))
                        .findFirst()
                        .map(GoalKpi::of);
    }

    /** The same as a metric of boards. */
    static GoalKpi of(Metric metric) {
        return metric.targetKpi() == Metric.DEALS ? DEALS : REVENUE;
    }

    /** As the interface, addresses and translations name it. */
    public String key() {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a metric that daily totals know; empty for everything else. */
    Optional<Metric> metric() {
        return equals(REVENUE) || equals(DEALS) ? Optional.of(Metric.valueOf(code)) : Optional.empty();
    }

    private Optional<Indicator> known() {
        return Optional.ofNullable(indicator);
    }

    public KpiUnit unit() {
        return known().map(Indicator::unit).orElse(KpiUnit.COUNT);
    }

    /** Whether its values are amounts of money. */
    public boolean isMoney() {
        return unit().isMoney();
    }

    /** Whether a longer time has the sum of its parts. */
    public boolean isSum() {
        return known().map(Indicator::isSum).orElse(true);
    }

    /** Which way is better, as long as nothing else is agreed. */
    public KpiDirection direction() {
        return known().map(Indicator::direction).orElse(KpiDirection.HIGHER);
    }

    /** Of the definition. */
    public int version() {
        return known().map(Indicator::version).orElse(1);
    }

    /** Whether there are numbers of it for that scope. */
    public boolean isKnownFor(GoalScope scope) {
        KpiScope.Kind kind = KpiScope.Kind.valueOf(scope.name());
        return known().map(kpi -> kpi.levels().contains(kind)).orElse(kind != KpiScope.Kind.CUSTOMER);
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
