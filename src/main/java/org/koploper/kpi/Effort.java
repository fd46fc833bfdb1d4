package org.koploper.kpi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;

/**
 * What people did to sell, week after week.
 *
 * @param period the weeks whose Monday lies in it
 * @param weeks those with counts, the oldest first
 * @param byPerson all weeks of each of those people together, by name
 */
public record Effort(Period period, List<EffortWeek> weeks, Map<PersonRef, EffortCounts> byPerson) {

    public Effort {
        weeks = List.copyOf(weeks);
        byPerson = Collections.unmodifiableMap(new LinkedHashMap<>(byPerson));
    }

    /** All weeks of everybody together. */
    public EffortCounts totals() {
        return weeks.stream().map(EffortWeek::counts).reduce(EffortCounts.NONE, EffortCounts::plus);
    }
}
