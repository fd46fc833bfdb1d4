package org.koploper.game;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a board.
 *
 * @param rank from 1; null for somebody who is not ranked
 * @param id of the person or team; for finding a row again, never to be shown or handed out
 * @param externalId null where the person hides it from the caller, as is then the name: see {@link BoardNames}
 * @param team name of the (last) team of a person in the period; null for a person outside teams or with a hidden name,
 *     and for teams
 * @param value unrounded; null where it must not be computed
 * @param score what it is ranked by: the value, or what {@link By} says; null where it must not be computed
 * @param reason why there is no rank; null where there is one
 * @param previousRank the rank in the period before; null where there was none
 * @param targetRatio value divided by the own target for the same metric (average value: revenue), unrounded; null
 *     where there is no target
 * @param self whether this is the person who looks
 */
public record Standing(
        @Nullable Integer rank,
        long id,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String team,
        @Nullable BigDecimal value,
        @Nullable BigDecimal score,
        @Nullable Reason reason,
        @Nullable Integer previousRank,
        @Nullable BigDecimal targetRatio,
        boolean self) {

    /** Why somebody has no rank. */
    public enum Reason {
        /** Nobody agreed a target that lies in this period. */
        NO_TARGET,
        /** The target is in a currency other than the organisation's. */
        TARGET_CURRENCY,
        /** An average needs at least one deal. */
        NO_DEALS,
        /** Nothing in the period before that growth could be measured against. */
        NO_BASE,
        /** Too few working days in the period: see {@link Leaderboard#FEWEST_DAYS}. */
        FEW_DAYS;

        /** What translations are found by: {@code board.no-target}. */
        public String key() {
            return "board." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
