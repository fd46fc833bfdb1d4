package org.koploper.commission.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * A credit as one component sees it.
 *
 * @param base what is paid on
 * @param counted what moves the position; the same object where that is the base
 */
record Credited(Credit credit, String source, Reason base, Reason counted) {

    static Credited of(Credit credit, Component component, String source) {
        String deal = "deal:" + credit.deal();
        Reason base = component.measure().of(credit);
        Counts counts = component.counts();
        return new Credited(credit, deal, base, counts == null ? base : counted(credit, counts, source));
    }

    private static Reason counted(Credit credit, Counts counts, String source) {
        int found = counts.multipliers().find(credit);
        Unit unit = counts.measure().unit();
        if (found == Rates.NONE) {
            return Reason.of(Label.COUNTS_NOT, Formula.SUM, unit, source + "/counts", List.of());
        }
        Reason counted = counts.measure().of(credit);
        Rates.Case multiplier = counts.multipliers().cases().get(found);
        Reason times = Reason.given(Label.COUNTS_TIMES, multiplier.value(), Unit.COUNT, source + "/counts");
        return Reason.of(Label.COUNTED, Formula.PRODUCT, unit, null, List.of(counted, times));
    }

    LocalDate date() {
        return credit.date();
    }
}
