package org.koploper.kpi;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.MetricWording.Words;

/**
 * What a KPI of one's own is, as somebody writes it down.
 *
 * @param en what it is called and means, in one plain sentence, in English
 * @param nl the same in Dutch
 * @param unit one of {@link #units}
 * @param direction which way is better
 * @param part what is counted, or divided
 * @param whole by what; null for a sum. A team's is the sum of the one divided by the sum of the other
 */
public record OwnKpiTerms(
        Words en,
        Words nl,
        KpiUnit unit,
        KpiDirection direction,
        OwnPart part,
        @Nullable OwnPart whole) {

    public Words words(Locale language) {
        return language.getLanguage().equals("nl") ? nl : en;
    }

    /** What such a number can be shown in, the usual first. */
    public static List<KpiUnit> units(Counted part, @Nullable Counted whole) {
        if (whole == null) {
            return List.of(part.unit());
        }
        if (part.unit() == whole.unit()) {
            return List.of(KpiUnit.RATIO, KpiUnit.TIMES);
        }
        return List.of(part.unit() == KpiUnit.COUNT ? KpiUnit.TIMES : part.unit());
    }

    /** Whether it is a part of what was counted one by one, of which a few say nothing as a percentage. */
    boolean isRate() {
        return unit == KpiUnit.RATIO && whole != null && !whole.what().unit().isMoney();
    }

    boolean isSum() {
        return whole == null && part.what().isSum();
    }

    /** Whether goals of the one could go on with the other: the same unit, and both sums, or states, or quotients. */
    boolean isAlike(OwnKpiTerms other) {
        return unit == other.unit && isSum() == other.isSum() && (whole == null) == (other.whole == null);
    }
}
