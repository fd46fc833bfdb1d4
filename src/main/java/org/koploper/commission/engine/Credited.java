package org.koploper.commission.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * A credit as one component sees it.
 *
 * @param base what is paid on
 * @param counted what moves the position; the same object where that is the base
 */
record Credited(Credit credit, Source source, Reason base, Reason counted) {

    static Credited of(Credit credit, Component component, String source) {
        // what is computed once for all who share the deal is computed for the whole of it
        boolean isWhole = component.sales().divided() && credit.sharing() != null;
        return seen(isWhole ? credit.whole() : credit, component, source);
    }

    private static Credited seen(Credit credit, Component component, String source) {
        Source deal = Source.deal(credit.deal());
        Reason base = base(credit, component, deal);
        Counts counts = component.counts();
        return new Credited(credit, deal, base, counts == null ? base : counted(credit, counts, source, deal));
    }

    /** Less what lower levels earn, where the component says so. */
    private static Reason base(Credit credit, Component component, Source deal) {
        Measure measure = component.measure();
        Reason base = measure.of(credit, deal);
        if (!component.sales().lessLower()) {
            return base;
        }
        Reason below = Reason.given(Label.EARNED_BELOW, credit.facts().below(), measure.unit(), deal);
        return Reason.of(Label.LESS_LOWER_LEVELS, Formula.DIFFERENCE, measure.unit(), null, List.of(base, below));
    }

    private static Reason counted(Credit credit, Counts counts, String source, Source deal) {
        int found = counts.multipliers().find(credit);
        Unit unit = counts.measure().unit();
        if (found == Rates.NONE) {
            return Reason.of(Label.COUNTS_NOT, Formula.SUM, unit, source + "/counts", List.of());
        }
        Reason counted = counts.measure().of(credit, deal);
        Rates.Case multiplier = counts.multipliers().cases().get(found);
        Reason times = Reason.given(Label.COUNTS_TIMES, multiplier.value(), Unit.COUNT, source + "/counts");
        return Reason.of(Label.COUNTED, Formula.PRODUCT, unit, null, List.of(counted, times));
    }

    boolean isPaidOnWhatCounts() {
        return counted == base;
    }

    LocalDate date() {
        return credit.date();
    }
}
