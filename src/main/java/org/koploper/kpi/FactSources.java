package org.koploper.kpi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where each measure that adds up by person and day comes from. */
final class FactSources {

    static final List<FactSource> ALL = Stream.of(
                    DealFacts.sources(), QuoteFacts.sources(), LeadFacts.sources(), ContactFacts.sources())
            .flatMap(sources -> sources)
            .toList();

    /** Those of which {@link TeamDays} keeps the sums. */
    static final List<FactSource> BY_DAY =
            ALL.stream().filter(FactSource::byDay).toList();

    private static final Map<Measure, FactSource> BY_MEASURE = new EnumMap<>(Measure.class);

    static {
        ALL.forEach(source -> source.measures().forEach(measure -> BY_MEASURE.put(measure, source)));
    }

    private FactSources() {}

    /** Those that these measures come from; whatever is known of a period only comes from none. */
    static List<FactSource> of(Set<Measure> measures) {
        return measures.stream()
                .map(BY_MEASURE::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a measure can be taken apart by that, other than by time. */
    static boolean knows(Measure measure, Grouping by) {
        FactSource source = BY_MEASURE.get(measure);
        return source != null
                && source.branches().stream()
                        .filter(branch -> branch.amounts().containsKey(measure))
                        .allMatch(branch -> branch.knows(by));
    }

    /** Whether it is a state on a day, not what happened over a period. */
    static boolean isStock(Measure measure) {
        FactSource source = BY_MEASURE.get(measure);
        return source != null && source.stock();
    }

    static boolean knows(Measure measure) {
        return BY_MEASURE.containsKey(measure);
    }
}
