package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;

/**
 * Remembers what it has paid out in the current window, which is what moves through its bounds: a credit fills the band at
 * hand up to its bound, and what is left of it goes on at the rate of the next.
 */
final class OutputRater implements Rater {

    private final TierRule rule;
    private final List<List<Reason>> rates = new ArrayList<>();
    private final Position paid;
    private final String source;

    OutputRater(TierRule rule, String source) {
        this.rule = rule;
        this.source = source;
        this.paid = new Position(rule.accumulate(), Unit.AMOUNT, source);
        for (Band band : rule.bands()) {
            String place = source + "/tier " + (rates.size() + 1);
            rates.add(band.rates().cases().stream()
                    .map(one -> Reason.given(Label.TIER_RATE, one.value(), Unit.RATE, place))
                    .toList());
        }
    }

    @Override
    public void pass(Credited credited) {
        rate(credited);
    }

    @Override
    public List<Earning> rate(Credited credited) {
        paid.enter(credited.date());
        int found = rule.bands().getFirst().rates().find(credited.credit());
        if (found == Rates.NONE) {
            return List.of(Earning.nothing(Label.NO_RULE, credited, source));
        }
        List<Earning> earnings = new ArrayList<>(2);
        Reason left = credited.base();
        List<Reason> used = new ArrayList<>(2);
        used.add(credited.base());
        int sign = left.result().signum();
        while (true) {
            int band = bandAhead(sign);
            BigDecimal end = end(band, sign);
            Reason rate = rates.get(band).get(found);
            BigDecimal whole = left.result().multiply(rate.result());
            if (end == null || fits(whole, end)) {
                Earning last = Earning.of(Label.COMMISSION_IN_TIER, band, credited, left, rate);
                paid.moveTo(paid.reached().plus(last.amount().exact()));
                add(last, earnings, credited.source());
                return earnings;
            }
            Reason reached = used.size() == 1
                    ? paid.before()
                    : Reason.given(Label.POSITION_BEFORE, paid.reached(), Unit.AMOUNT, credited.source());
            Earning filling = filling(credited, band, end, rate, reached);
            add(filling, earnings, credited.source());
            paid.moveTo(Exact.of(end));
            used.add(filling.base());
            left = left(credited, used);
        }
    }

    /** A way back through zero meets a band a second time, as its mirror image: one line for both. */
    private static void add(Earning part, List<Earning> earnings, Source deal) {
        for (int i = 0; i < earnings.size(); i++) {
            Earning met = earnings.get(i);
            if (met.band() == part.band()) {
                Reason base = Reason.of(
                        Label.BASE_IN_TIER, Formula.SUM, part.base().unit(), null, List.of(met.base(), part.base()));
                Reason amount = Reason.amount(
                        Label.COMMISSION_IN_TIER, Formula.SUM, deal, List.of(met.amount(), part.amount()));
                earnings.set(i, new Earning(LineKind.DEAL, part.band(), base, part.rate(), amount));
                return;
            }
        }
        earnings.add(part);
    }

    private boolean fits(BigDecimal whole, BigDecimal end) {
        return whole.abs().compareTo(end.subtract(paid.reached().value()).abs()) <= 0;
    }

    /** Up to the bound: the amount is certain, and how much of the credit it takes follows from it. */
    private Earning filling(Credited credited, int band, BigDecimal end, Reason rate, Reason reached) {
        Reason bound = Reason.given(Label.TIER_END, end, Unit.AMOUNT, source + "/tier " + (band + 1));
        Reason amount =
                Reason.amount(Label.OUTPUT_TO_BOUND, Formula.DIFFERENCE, credited.source(), List.of(bound, reached));
        Reason base = Reason.amount(Label.BASE_IN_TIER, Formula.QUOTIENT, null, List.of(amount, rate));
        return new Earning(LineKind.DEAL, band, base, rate, amount);
    }

    private static Reason left(Credited credited, List<Reason> used) {
        Reason all = Reason.amount(Label.USED_BEFORE, Formula.SUM, null, used.subList(1, used.size()));
        return Reason.amount(Label.BASE_LEFT, Formula.DIFFERENCE, null, List.of(credited.base(), all));
    }

    /** The band that a credit of that sign goes through next; on a bound, the one beyond it on its way. */
    private int bandAhead(int sign) {
        boolean outward = paid.reached().signum() * sign >= 0;
        BigDecimal distance = paid.reached().abs().value();
        int band = rule.bands().size() - 1;
        while (band > 0
                && !(outward ? Boundary.UPPER : Boundary.LOWER)
                        .reached(rule.bands().get(band).from(), distance)) {
            band--;
        }
        return band;
    }

    /** Where the way through the band ends; null when it never does. */
    private @Nullable BigDecimal end(int band, int sign) {
        boolean outward = paid.reached().signum() * sign >= 0;
        BigDecimal bound =
                outward ? rule.bands().get(band).to() : rule.bands().get(band).from();
        if (bound == null) {
            return null;
        }
        boolean below = paid.reached().signum() < 0 || paid.reached().signum() == 0 && sign < 0;
        return below ? bound.negate() : bound;
    }
}
