package org.koploper.kpi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where measures come from that are known of a whole stretch of time and cannot be added up over days. */
interface PeriodSource {

    Set<Measure> measures();

    /**
     * Adds what is known; what is not stays away. The number of statements does not depend on how many ask.
     *
     * @param all none that asks for other measures than {@link #measures}; no two of their slots have the same key
     * @param into by key of the slot
     */
    void read(List<Asked> all, Map<String, Sums> into);
}
