package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koploper.period.Period;

/**
 * Bands with a rate each. A part of the accumulated amount is paid at the rate of the band it lies in; where a band
 * rerates, all that lies below is paid at that band's rate as well, from the moment it is reached until it is left again.
 * Below zero the bands are mirrored, so that taking a credit back takes back what it earned.
 *
 * @param on what moves through the bands
 * @param bands from zero upwards without gap or overlap; the last one has no end
 */
public record TierRule(Accumulate accumulate, Boundary boundary, On on, List<Band> bands) implements RateRule {

    /** Marginal tiers of what the component counts: entering a higher band never changes the pay for what lies below. */
    public TierRule(Accumulate accumulate, Boundary boundary, List<Band> bands) {
        this(accumulate, boundary, On.COUNTED, bands);
    }

    /** @throws IllegalArgumentException naming the first band that does not fit */
    public TierRule {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("Tiers need at least one band");
        }
        if (on.isMargin() && accumulate != Accumulate.NONE) {
            throw new IllegalArgumentException("The margin of a credit does not accumulate");
        }
        boolean isSimple = bands.stream().noneMatch(Band::rerates);
        if (on == On.OUTPUT && !isSimple) {
            throw new IllegalArgumentException("Tiers on what was paid out cannot rerate");
        }
        if (on == On.OUTPUT && bands.stream().anyMatch(TierRule::paysNothing)) {
            throw new IllegalArgumentException(
                    "Tiers on what was paid out need rates above zero, or nothing moves them");
        }
        List<Match> kinds = kinds(bands.getFirst());
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            refuseUnless(band.from().compareTo(expected) == 0, i, startFault(band.from(), expected, i));
            refuseUnless(kinds(band).equals(kinds), i, "must have rates for the same kinds of credit as the first one");
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

    private static boolean paysNothing(Band band) {
        return band.rates().cases().stream().anyMatch(one -> one.value().signum() == 0);
    }

    private static List<Match> kinds(Band band) {
        return band.rates().cases().stream().map(Rates.Case::when).toList();
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
        while (index > 0 && !boundary.reached(bands.get(index).from(), distance)) {
            index--;
        }
        return index;
    }

    /** The last band at or below it that rerates; -1 when none does. Up to there all is paid at that one's rate. */
    int reratedUpTo(int band) {
        int last = band;
        while (last >= 0 && !bands.get(last).rerates()) {
            last--;
        }
        return last;
    }

    @Override
    public boolean needsQuota() {
        return on == On.ATTAINMENT;
    }

    @Override
    public boolean isAlone() {
        return accumulate == Accumulate.NONE;
    }

    @Override
    public Period window(LocalDate date) {
        return accumulate.window(date);
    }
}
