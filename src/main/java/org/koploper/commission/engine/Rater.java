package org.koploper.commission.engine;

import java.util.List;

/** Applies a rule to credits, given one after the other by date; carries what the rule remembers from one to the next. */
sealed interface Rater permits FlatRater, TierRater {

    static Rater of(RateRule rule, String source) {
        return switch (rule) {
            case FlatRate flat -> new FlatRater(flat, source);
            case MarginalTiers tiers -> new TierRater(tiers, source);
        };
    }

    /** Lets a credit count for later ones without being paid. */
    void pass(Credited credited);

    /** What a credit earns, at least one earning, their bases adding up to the credited amount. */
    List<Earning> rate(Credited credited);
}
