package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bands of a rule with their terms as reasons, made once for a window and shared by all lines. */
final class Tiers {

    private record Tier(Reason from, @Nullable Reason to, List<Reason> rates) {}

    private final List<Tier> tiers;
    private final Unit unit;

    private Tiers(List<Tier> tiers, Unit unit) {
        this.tiers = tiers;
        this.unit = unit;
    }

    /** @param unit of bounds and positions */
    static Tiers of(TierRule rule, Unit unit, Unit rateUnit, String source) {
        Unit bounds = rule.on() == On.COUNTED ? unit : Unit.RATE;
        List<Tier> tiers = new ArrayList<>();
        for (Band band : rule.bands()) {
            String place = source + "/tier " + (tiers.size() + 1);
            Reason from = Reason.given(Label.TIER_FROM, band.from(), bounds, place);
            Reason to = band.to() == null ? null : Reason.given(Label.TIER_TO, band.to(), bounds, place);
            List<Reason> rates = band.rates().cases().stream()
                    .map(one -> Reason.given(Label.TIER_RATE, one.value(), rateUnit, place))
                    .toList();
            tiers.add(new Tier(from, to, rates));
        }
        return new Tiers(tiers, unit);
    }

    /** Where bounds are fractions of the quota: with the bounds themselves. */
    Tiers times(Reason quota) {
        return new Tiers(
                tiers.stream()
                        .map(tier -> new Tier(
                                bound(Label.TIER_FROM, tier.from(), quota),
                                tier.to() == null ? null : bound(Label.TIER_TO, tier.to(), quota),
                                tier.rates()))
                        .toList(),
                unit);
    }

    private static Reason bound(Label label, Reason fraction, Reason quota) {
        return Reason.of(label, Formula.PRODUCT, quota.unit(), fraction.source(), List.of(fraction, quota));
    }

    int size() {
        return tiers.size();
    }

    int cases() {
        return tiers.getFirst().rates().size();
    }

    Unit unit() {
        return unit;
    }

    Reason rate(int band, int found) {
        return tiers.get(band).rates().get(found);
    }

    BigDecimal overlap(int band, BigDecimal before, BigDecimal after) {
        Tier tier = tiers.get(band);
        return Formula.overlap(
                before,
                after,
                tier.from().result(),
                tier.to() == null ? null : tier.to().result());
    }

    Reason overlap(int band, Reason before, Reason after) {
        Tier tier = tiers.get(band);
        List<Reason> operands = new ArrayList<>(4);
        operands.add(before);
        operands.add(after);
        operands.add(tier.from());
        if (tier.to() != null) {
            operands.add(tier.to());
        }
        return Reason.of(Label.BASE_IN_TIER, Formula.OVERLAP, unit, null, operands);
    }

    /** Index of the band a position belongs to; a position below zero belongs to the band of its mirror image. */
    int bandAt(BigDecimal position, Boundary boundary) {
        BigDecimal distance = position.abs();
        int index = tiers.size() - 1;
        while (index > 0 && !boundary.reached(tiers.get(index).from().result(), distance)) {
            index--;
        }
        return index;
    }
}
