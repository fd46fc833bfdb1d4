package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One week of one person, or of several together.
 *
 * @param monday its first day
 * @param people of how many people there are counts
 * @param days how many days those people were there to work: half a day for who works half of one, none on holidays and
 *     during absences
 */
public record EffortWeek(LocalDate monday, int people, EffortCounts counts, BigDecimal days) {

    /** Whether it is over on that day. */
    public boolean isOver(LocalDate today) {
        return monday.plusWeeks(1).compareTo(today) <= 0;
    }
}
