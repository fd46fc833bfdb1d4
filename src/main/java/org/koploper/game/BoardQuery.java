package org.koploper.game;

import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Metric;
import org.koploper.people.TeamId;
import org.koploper.period.Period;

/**
 * Which board.
 *
 * @param team only what belongs to this team or one below it; null: the whole organisation
 */
public record BoardQuery(
        Metric metric, Level level, Period period, @Nullable TeamId team, TieRule tieRule) {

    /** Everybody, equal values sharing a rank. */
    public static BoardQuery people(Metric metric, Period period) {
        return new BoardQuery(metric, Level.PERSON, period, null, TieRule.SHARED);
    }

    /** The same board for other days. */
    public BoardQuery during(Period other) {
        return new BoardQuery(metric, level, other, team, tieRule);
    }
}
