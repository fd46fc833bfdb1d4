package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Spread.Middle;
import org.koploper.people.PersonRef;
import org.koploper.statistics.Groups;

/** Makes what is said of how single values spread. */
final class Spreads {

    private static final double[] QUARTERS = {0.25, 0.5, 0.75};

    private Spreads() {}

    /**
     * @param seen whose values may be shown one by one
     * @param each everybody, by external id
     * @param values null where there are too many
     */
    static Spread of(
            List<PersonRef> seen,
            Map<String, MeterFacts> each,
            Function<MeterFacts, @Nullable List<BigDecimal>> values) {
        Map<String, List<BigDecimal>> all = new LinkedHashMap<>();
        for (Map.Entry<String, MeterFacts> one : each.entrySet()) {
            List<BigDecimal> own = values.apply(one.getValue());
            if (own == null) {
                return new Spread(Map.of(), null, true, null);
            }
            if (!own.isEmpty()) {
                all.put(one.getKey(), own);
            }
        }
        Map<PersonRef, List<BigDecimal>> shown = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        seen.forEach(person -> {
            named.add(person.externalId());
            List<BigDecimal> own = all.get(person.externalId());
            if (own != null) {
                shown.put(person, own);
            }
        });
        return new Spread(shown, middle(all, named), false, byChance(all));
    }

    private static @Nullable Middle middle(Map<String, List<BigDecimal>> all, Set<String> without) {
        List<BigDecimal> others = new ArrayList<>();
        int people = 0;
        for (Map.Entry<String, List<BigDecimal>> one : all.entrySet()) {
            if (!without.contains(one.getKey())) {
                others.addAll(one.getValue());
                people++;
            }
        }
        if (people < Comparison.FEWEST_PEOPLE - 1) {
            return null;
        }
        double[] quarters = Quantile.withDefaults().evaluate(doubles(others), QUARTERS);
        return new Middle(
                BigDecimal.valueOf(quarters[0]),
                BigDecimal.valueOf(quarters[1]),
                BigDecimal.valueOf(quarters[2]),
                others.size());
    }

    private static @Nullable Double byChance(Map<String, List<BigDecimal>> all) {
        List<double[]> enough = all.values().stream()
                .filter(own -> own.size() >= Spread.FEWEST)
                .map(Spreads::doubles)
                .toList();
        if (enough.size() < 2) {
            return null;
        }
        double chance = Groups.bySizes(enough).byChance();
        // of values that are all the same nothing can be told
        return Double.isNaN(chance) ? null : chance;
    }

    private static double[] doubles(List<BigDecimal> values) {
        return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }
}
