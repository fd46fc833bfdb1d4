package org.koploper.commission.engine;

import java.time.LocalDate;
import org.koploper.period.Period;

/** How the credits of a component turn into pay. */
public sealed interface RateRule permits FlatRate, TierRule, PayCurve, Bonus, Scorecard, Ranking {

    /**
     * The days whose credits can influence what a credit of that date is paid, in whole months: to compute its month,
     * all credits since the first of these days are needed; when it changes, all months up to the last must be computed
     * again.
     */
    Period window(LocalDate date);

    /** Whether credits earn anything by it, and not what they come to for something else. */
    default boolean isAboutCredits() {
        return true;
    }

    /** Whether it rates each credit without the others. */
    default boolean isAlone() {
        return false;
    }

    /** Whether it can say nothing without a quota. */
    default boolean needsQuota() {
        return false;
    }
}
