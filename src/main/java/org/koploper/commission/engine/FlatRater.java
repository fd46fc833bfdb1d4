package org.koploper.commission.engine;

import java.util.ArrayList;
import java.util.List;

/** Remembers nothing: every credit earns by the rate of its case. */
final class FlatRater implements Rater {

    private final Rates rates;
    private final List<Reason> leaves = new ArrayList<>();
    private final String source;

    FlatRater(FlatRate flat, Measure measure, String source) {
        this.rates = flat.rates();
        this.source = source;
        for (Rates.Case one : rates.cases()) {
            boolean amount = one.fixed() || measure.unit() == Unit.COUNT;
            String place = source + (rates.cases().size() == 1 ? "/rate" : "/rate " + (leaves.size() + 1));
            leaves.add(Reason.given(
                    one.fixed() ? Label.FIXED_AMOUNT : amount ? Label.AMOUNT_PER_UNIT : Label.RATE,
                    one.value(),
                    amount ? Unit.AMOUNT : Unit.RATE,
                    place));
        }
    }

    @Override
    public void pass(Credited credited) {
        // no credit changes what a later one earns
    }

    @Override
    public List<Earning> rate(Credited credited) {
        int found = rates.find(credited.credit());
        if (found == Rates.NONE) {
            return List.of(Earning.nothing(Label.NO_RULE, credited, source));
        }
        Reason rate = leaves.get(found);
        if (rates.cases().get(found).fixed()) {
            return List.of(fixed(credited, found, rate));
        }
        return List.of(Earning.of(Label.COMMISSION_ON_DEAL, place(found), credited, credited.base(), rate));
    }

    /** For the deal won, in the payee's share; taken back with the deal, and not by what only makes it smaller. */
    private Earning fixed(Credited credited, int found, Reason amount) {
        Reason deals = Measure.DEALS.of(credited.credit(), credited.source());
        Reason earned = Reason.amount(Label.FIXED_ON_DEAL, Formula.PRODUCT, credited.source(), List.of(amount, deals));
        return new Earning(LineKind.DEAL, place(found), credited.base(), null, earned);
    }

    private int place(int found) {
        return rates.cases().size() == 1 ? Line.NO_BAND : found;
    }
}
