package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koploper.period.Period;

/**
 * Every part of the accumulated amount is paid at the rate of the band it lies in; entering a higher band never changes
 * the pay for what lies below. Below zero the bands are mirrored, so that taking a credit back takes back what it earned.
 *
 * @param bands from zero upwards without gap or overlap; the last one has no end
 */
public record MarginalTiers(Accumulate accumulate, Boundary boundary, List<Band> bands) implements RateRule {

    /** @throws IllegalArgumentException naming the first band that does not fit */
    public MarginalTiers {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("Tiers need at least one band");
        }
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            refuseUnless(band.from().compareTo(expected) == 0, i, startFault(band.from(), expected, i));
            boolean last = i == bands.size() - 1;
            refuseUnless(
                    last == (band.to() == null),
                    i,
                    last ? "is the last one and must have no end" : "has no end but is not the last one");
            if (band.to() != null) {
                expected = band.to();
            }
        }
    }

    private static String startFault(BigDecimal from, BigDecimal expected, int index) {
        String fault = index == 0 ? "" : from.compareTo(expected) > 0 ? ", which leaves a gap" : ", which overlaps";
        return "must start at " + expected.toPlainString() + ", not at " + from.toPlainString() + fault;
    }

    private static void refuseUnless(boolean fits, int index, String fault) {
        if (!fits) {
            throw new IllegalArgumentException("Band " + (index + 1) + " " + fault);
        }
    }

    /** Index of the band a position belongs to; a position below zero belongs to the band of its mirror image. */
    public int bandAt(BigDecimal position) {
        BigDecimal distance = position.abs();
        int index = bands.size() - 1;
        while (index > 0 && !reached(bands.get(index).from(), distance)) {
            index--;
        }
        return index;
    }

    private boolean reached(BigDecimal bound, BigDecimal distance) {
        int beyond = distance.compareTo(bound);
        return boundary == Boundary.UPPER ? beyond >= 0 : beyond > 0;
    }

    @Override
    public Period window(LocalDate date) {
        return accumulate.window(date);
    }
}
