package org.koploper.commission.engine;

import java.time.YearMonth;
import java.util.List;

/** Applies a rule to credits, given one after the other by date; carries what the rule remembers from one to the next. */
sealed interface Rater
        permits FlatRater, TierRater, OutputRater, MarginRater, CurveRater, BonusRater, WindowRater, MemberRater {

    /** One memory for all, or one for each member of the team. */
    static Rater of(Terms terms, Component component, History history) {
        String source = terms.source() + "/" + component.name();
        return component.sales().whose() == Whose.EACH_MEMBER
                ? new MemberRater(() -> one(terms, component, history, source))
                : one(terms, component, history, source);
    }

    private static Rater one(Terms terms, Component component, History history, String source) {
        QuotaBook quotas = new QuotaBook(component, QuotaBook.windows(component.rule()), history, source);
        return switch (component.rule()) {
            case FlatRate flat -> new FlatRater(flat, component.measure(), source);
            case TierRule tiers ->
                switch (tiers.on()) {
                    case OUTPUT -> new OutputRater(tiers, source);
                    case MARGIN_ON_PRICE, MARGIN_ON_COST -> new MarginRater(tiers, source);
                    case COUNTED, ATTAINMENT -> new TierRater(component, tiers, quotas, source);
                };
            case PayCurve curve -> new CurveRater(curve, quotas, source);
            case Bonus bonus -> new BonusRater(bonus, quotas, source);
            case Scorecard card -> new ScoreRater(card, quotas, source);
            case Ranking ranking ->
                new RankRater(ranking, component, terms, history.beside().placings(), source);
        };
    }

    /** Lets a credit count for later ones without being paid. */
    void pass(Credited credited);

    /** What a credit earns: at least one earning, unless the rule does not look at credits. */
    List<Earning> rate(Credited credited);

    /** What is earned at the end of a month beside what its credits earn. */
    default List<Earning> close(YearMonth month) {
        return List.of();
    }
}
