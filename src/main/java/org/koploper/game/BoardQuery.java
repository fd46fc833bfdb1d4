package org.koploper.game;

import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Metric;
import org.koploper.people.TeamId;
import org.koploper.period.Period;

/**
 * Which board.
 *
 * @param by what decides the rank; on {@link Metric#ATTAINMENT}, which is a part of a target already, always the value
 * @param team only what belongs to this team or one below it; null: the whole organisation
 */
public record BoardQuery(
        Metric metric, Level level, Period period, @Nullable TeamId team, TieRule tieRule, By by) {

    /** Ranked by the number itself. */
    public BoardQuery(Metric metric, Level level, Period period, @Nullable TeamId team, TieRule tieRule) {
        this(metric, level, period, team, tieRule, By.VALUE);
    }

    /** Everybody, equal values sharing a rank. */
    public static BoardQuery people(Metric metric, Period period) {
        return new BoardQuery(metric, Level.PERSON, period, null, TieRule.SHARED);
    }

    /** The same board for other days. */
    public BoardQuery during(Period other) {
        return new BoardQuery(metric, level, other, team, tieRule, by);
    }
}
