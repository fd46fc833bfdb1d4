package org.koploper.commission.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;

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

    /** The part of the way that lies in the band. */
    Reason overlap(int band, Reason before, Reason after) {
        Tier tier = tiers.get(band);
        return tier.to() == null
                ? Reason.of(Label.BASE_IN_TIER, Formula.OVERLAP, unit, null, before, after, tier.from())
                : Reason.of(Label.BASE_IN_TIER, Formula.OVERLAP, unit, null, before, after, tier.from(), tier.to());
    }

    /**
     * Index of the band a position belongs to; a position below zero belongs to the band of its mirror image.
     *
     * @param near the band to look at first
     */
    int bandAt(Exact position, Boundary boundary, int near) {
        Exact distance = position.abs();
        int index = near;
        while (index < tiers.size() - 1
                && boundary.reached(tiers.get(index + 1).from().exact(), distance)) {
            index++;
        }
        while (index > 0 && !boundary.reached(tiers.get(index).from().exact(), distance)) {
            index--;
        }
        return index;
    }
}
