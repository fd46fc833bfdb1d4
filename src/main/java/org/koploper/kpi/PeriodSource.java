package org.koploper.kpi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where measures come from that are known of a whole stretch of time and cannot be added up over days. */
interface PeriodSource {

    Set<Measure> measures();

    /**
     * Adds what is known; what is not stays away.
     *
     * @param wanted those of {@link #measures} that are asked for
     * @param slots in the order of their time, none with the same key, all begun
     * @param into by key of the slot
     */
    void read(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Map<String, Sums> into);
}
