package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Money;

/** One part of an amount that is divided so that the parts add up to the cent. */
final class Allotment {

    private Allotment() {}

    /**
     * @param amount rounded first, as the plan rounds
     * @param place of the part, from 0
     * @param weights one for each part
     */
    static Reason of(
            Label label, @Nullable CharSequence source, Reason amount, Terms terms, int place, List<Reason> weights) {
        String rounding = terms.source() + "/rounding";
        BigDecimal places = BigDecimal.valueOf(Money.decimals(terms.currency()));
        Reason decimals = Reason.given(Label.DECIMALS, places, Unit.COUNT, rounding);
        Reason whole = Reason.amount(
                amount.label(), Formula.rounded(terms.rounding().mode()), rounding, List.of(amount, decimals));
        Reason number = Reason.given(Label.PART_NUMBER, BigDecimal.valueOf(place + 1L), Unit.COUNT, null);
        List<Reason> operands = new ArrayList<>(List.of(whole, decimals, number));
        operands.addAll(weights);
        return Reason.amount(label, Formula.ALLOTTED, source, operands);
    }
}
