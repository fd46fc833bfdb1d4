package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Marginal pay as one would work it out on paper, slowly and by another road: F(S) = sum of (r[i] - r[i-1]) * (S - from[i])+. */
final class Paper {

    private Paper() {}

    /** What one credit earns: F of all up to and including it, minus F of all before it. */
    static BigDecimal pay(TierRule tiers, List<Credit> credits, Credit credit) {
        BigDecimal before = BigDecimal.ZERO;
        for (Credit other : credits) {
            if (tiers.accumulate() != Accumulate.NONE
                    && sameWindow(tiers.accumulate(), other.date(), credit.date())
                    && (other.date().isBefore(credit.date())
                            || other.date().equals(credit.date())
                                    && other.deal().compareTo(credit.deal()) < 0)) {
                before = before.add(other.dealAmount().multiply(other.share()));
            }
        }
        BigDecimal after = before.add(credit.dealAmount().multiply(credit.share()));
        return pay(tiers.bands(), after).subtract(pay(tiers.bands(), before));
    }

    private static BigDecimal pay(List<Band> bands, BigDecimal sales) {
        if (sales.signum() < 0) {
            return pay(bands, sales.negate()).negate();
        }
        BigDecimal pay = BigDecimal.ZERO;
        BigDecimal rateBelow = BigDecimal.ZERO;
        for (Band band : bands) {
            if (sales.compareTo(band.from()) > 0) {
                pay = pay.add(band.rate().subtract(rateBelow).multiply(sales.subtract(band.from())));
            }
            rateBelow = band.rate();
        }
        return pay;
    }

    private static boolean sameWindow(Accumulate accumulate, LocalDate one, LocalDate other) {
        int months = switch (accumulate) {
            case NONE, MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
        return one.getYear() == other.getYear()
                && (one.getMonthValue() - 1) / months == (other.getMonthValue() - 1) / months;
    }
}
