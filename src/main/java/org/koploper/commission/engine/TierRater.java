package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/** Remembers the position in the tiers within the current window: F(position + amount) - F(position), band by band. */
final class TierRater implements Rater {

    /** A band with its terms as leaves, made once and shared by all reasons. */
    private record Tier(Band band, List<Reason> bounds, Reason rate) {

        static Tier of(Band band, String source) {
            Reason from = Reason.given(Label.TIER_FROM, band.from(), Unit.AMOUNT, source);
            BigDecimal to = band.to();
            return new Tier(
                    band,
                    to == null ? List.of(from) : List.of(from, Reason.given(Label.TIER_TO, to, Unit.AMOUNT, source)),
                    Reason.given(Label.TIER_RATE, band.rate(), Unit.RATE, source));
        }
    }

    private final MarginalTiers rule;
    private final List<Tier> tiers = new ArrayList<>();
    private final Reason alone;
    private @Nullable Period window;
    private @Nullable String windowSource;
    private BigDecimal position = BigDecimal.ZERO;

    TierRater(MarginalTiers rule, String source) {
        this.rule = rule;
        for (Band band : rule.bands()) {
            tiers.add(Tier.of(band, source + "/tier " + (tiers.size() + 1)));
        }
        alone = Reason.given(Label.EACH_DEAL_ALONE, BigDecimal.ZERO, Unit.AMOUNT, source);
    }

    @Override
    public void pass(Credited credited) {
        enterWindowOf(credited);
        position = position.add(credited.amount());
    }

    @Override
    public List<Earning> rate(Credited credited) {
        enterWindowOf(credited);
        Reason before = rule.accumulate() == Accumulate.NONE
                ? alone
                : Reason.given(Label.POSITION_BEFORE, position, Unit.AMOUNT, windowSource);
        Reason after = Reason.amount(Label.POSITION_AFTER, Formula.SUM, null, List.of(before, credited.reason()));
        position = after.result();
        if (credited.amount().signum() == 0) {
            return List.of(earning(rule.bandAt(position), before, after));
        }
        List<Earning> earnings = new ArrayList<>(2);
        for (int i = 0; i < tiers.size(); i++) {
            Band band = tiers.get(i).band();
            if (Formula.overlap(before.result(), after.result(), band.from(), band.to())
                            .signum()
                    != 0) {
                earnings.add(earning(i, before, after));
            }
        }
        return earnings;
    }

    private Earning earning(int index, Reason before, Reason after) {
        Tier tier = tiers.get(index);
        List<Reason> operands = new ArrayList<>(4);
        operands.add(before);
        operands.add(after);
        operands.addAll(tier.bounds());
        Reason base = Reason.amount(Label.BASE_IN_TIER, Formula.OVERLAP, null, operands);
        return new Earning(Label.COMMISSION_IN_TIER, index, base, tier.rate());
    }

    private void enterWindowOf(Credited credited) {
        if (rule.accumulate() == Accumulate.NONE) {
            position = BigDecimal.ZERO;
        } else if (window == null || !window.contains(credited.date())) {
            window = rule.accumulate().window(credited.date());
            windowSource = "window:" + window.key();
            position = BigDecimal.ZERO;
        }
    }
}
