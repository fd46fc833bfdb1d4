package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import org.koploper.money.Decimals;

/**
 * Which rate applies to which credit: that of the first case that chooses it.
 *
 * @param cases at least one, in the order in which they are asked
 */
public record Rates(List<Case> cases) {

    /** No case chooses the credit. */
    static final int NONE = -1;

    /**
     * @param value zero or more: a fraction of the amount (0.05 is 5 %), or an amount for each unit of the measure
     * @param fixed whether it is an amount for each deal won, whatever its size; taken back when the deal is
     */
    public record Case(Match when, BigDecimal value, boolean fixed) {

        /** @throws IllegalArgumentException when the value is below zero */
        public Case {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("A rate cannot be below zero: " + value.toPlainString());
            }
            value = Decimals.canonical(value);
        }
    }

    /** @throws IllegalArgumentException when there is no case */
    public Rates {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("Rates need at least one case");
        }
    }

    /** The same for every credit. */
    public static Rates of(BigDecimal rate) {
        return new Rates(List.of(new Case(Match.ALL, rate, false)));
    }

    /** Index of the case that applies; {@link #NONE} when none does. */
    int find(Credit credit) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).when().chooses(credit)) {
                return i;
            }
        }
        return NONE;
    }
}
