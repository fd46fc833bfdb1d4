package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * Sums per person or team.
 *
 * @param currency of the revenue; null where the organisation has none yet
 * @param byDay per id the sums by day; where days were not asked for, all in one or a few of them. Who has nothing is absent.
 * @param notes what is in none of the sums
 */
public record Tallies(@Nullable String currency, Map<Long, NavigableMap<LocalDate, Tally>> byDay, List<Note> notes) {

    /** Who has anything at all. */
    public Set<Long> ids() {
        return byDay.keySet();
    }

    /** Everything of one person or team; {@link Tally#NONE} where there is nothing. */
    public Tally of(long id) {
        NavigableMap<LocalDate, Tally> days = byDay.get(id);
        return days == null ? Tally.NONE : days.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** What lies in that period; only where days were asked for. */
    public Tally of(long id, Period period) {
        NavigableMap<LocalDate, Tally> days = byDay.get(id);
        return days == null
                ? Tally.NONE
                : days.subMap(period.from(), true, period.to(), true).values().stream()
                        .reduce(Tally.NONE, Tally::plus);
    }

    /** All together. */
    public Tally sum() {
        return byDay.keySet().stream().map(this::of).reduce(Tally.NONE, Tally::plus);
    }
}
