package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.koploper.money.Decimals;

/**
 * All parts of a deal, for pay that is computed once and then divided.
 *
 * @param shares of everybody, in the same order for each of them; together no more than 1
 * @param place where this payee's stands, from 0
 */
public record Sharing(List<BigDecimal> shares, int place) {

    /** @throws IllegalArgumentException when a share is below zero, they are more than the whole, or the place is none */
    public Sharing {
        shares = shares.stream().map(Decimals::canonical).toList();
        if (place < 0 || place >= shares.size()) {
            throw new IllegalArgumentException("None of " + shares.size() + " shares has the place " + place);
        }
        if (shares.stream().anyMatch(share -> share.signum() < 0)
                || rest(shares).signum() < 0) {
            throw new IllegalArgumentException("The shares of a deal must be no more than the whole, not " + shares);
        }
    }

    /** With what belongs to nobody, where there is such a part. */
    List<BigDecimal> weights() {
        List<BigDecimal> weights = new ArrayList<>(shares);
        if (rest(shares).signum() > 0) {
            weights.add(rest(shares));
        }
        return weights;
    }

    private static BigDecimal rest(List<BigDecimal> shares) {
        return shares.stream().reduce(BigDecimal.ONE, BigDecimal::subtract);
    }
}
