package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one credit at a time: its margin as a part of price or cost decides the rate of all of it. */
final class MarginRater implements Rater {

    private final TierRule rule;
    private final String source;
    private final List<List<Reason>> rates = new ArrayList<>();

    MarginRater(TierRule rule, String source) {
        this.rule = rule;
        this.source = source;
        for (Band band : rule.bands()) {
            String place = source + "/tier " + (rates.size() + 1);
            rates.add(band.rates().cases().stream()
                    .map(one -> Reason.given(Label.TIER_RATE, one.value(), Unit.RATE, place))
                    .toList());
        }
    }

    @Override
    public void pass(Credited credited) {
        // each credit alone
    }

    @Override
    public List<Earning> rate(Credited credited) {
        int found = rule.bands().getFirst().rates().find(credited.credit());
        if (found == Rates.NONE) {
            return List.of(Earning.nothing(Label.NO_RULE, credited, source));
        }
        Reason part = part(credited.credit(), credited.source());
        if (part == null) {
            return List.of(Earning.nothing(Label.NO_MARGIN, credited, source));
        }
        int band = rule.bandAt(part.result().max(BigDecimal.ZERO));
        Reason rate = because(part, band, rates.get(band).get(found));
        return List.of(Earning.of(Label.COMMISSION_IN_TIER, band, credited, credited.base(), rate));
    }

    /** Null when it would be a part of nothing. */
    private @Nullable Reason part(Credit credit, Source deal) {
        Reason price = Measure.price(credit, deal);
        Reason cost = Measure.cost(credit, deal);
        boolean onCost = rule.on() == On.MARGIN_ON_COST;
        Reason whole = onCost ? cost : price;
        if (whole.result().signum() == 0) {
            return null;
        }
        Reason margin = Reason.amount(Label.MARGIN, Formula.DIFFERENCE, deal, List.of(price, cost));
        Label label = onCost ? Label.MARGIN_ON_COST : Label.MARGIN_ON_PRICE;
        return Reason.of(label, Formula.QUOTIENT, Unit.RATE, null, List.of(margin, whole));
    }

    private Reason because(Reason part, int band, Reason rate) {
        if (band == 0) {
            return rate;
        }
        String place = source + "/tier " + (band + 1);
        Reason from = Reason.given(Label.TIER_FROM, rule.bands().get(band).from(), Unit.RATE, place);
        Reason none = Reason.given(Label.NOTHING, BigDecimal.ZERO, Unit.RATE, null);
        return rule.boundary() == Boundary.UPPER
                ? Reason.of(Label.TIER_RATE, Formula.AT_LEAST, Unit.RATE, place, List.of(part, from, rate, none))
                : Reason.of(Label.TIER_RATE, Formula.BELOW, Unit.RATE, place, List.of(from, part, rate, none));
    }
}
