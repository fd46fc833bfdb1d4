package org.koploper.commission.engine;

import java.util.List;

/** Looks at no credits: pays when a month closes, for what else is known of a window. */
sealed interface WindowRater extends Rater permits ScoreRater, RankRater {

    @Override
    default void pass(Credited credited) {
        // no credit matters
    }

    @Override
    default List<Earning> rate(Credited credited) {
        return List.of();
    }
}
