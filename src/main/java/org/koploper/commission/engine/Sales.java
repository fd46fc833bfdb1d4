package org.koploper.commission.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which sales a component is about, and as how much.
 *
 * @param whose sales
 * @param lessLower whether what people on lower levels earn on a deal is taken off before the rule; for sales of others
 * @param divided whether a shared deal earns what it would earn whole, which is then divided; for own sales
 * @param days on which a deal has to be won to count at all; null for all
 */
public record Sales(
        Whose whose,
        boolean lessLower,
        boolean divided,
        @Nullable Validity days) {

    /** The payee's part of every deal. */
    public static final Sales OWN = new Sales(Whose.OWN, false, false, null);

    /** @throws IllegalArgumentException when a switch is for other sales */
    public Sales {
        if (lessLower && !whose.isOfOthers()) {
            throw new IllegalArgumentException("Nobody is on a lower level than whoever sold it: name a team");
        }
        if (divided && whose != Whose.OWN) {
            throw new IllegalArgumentException("Only the pay of those who share a deal is divided among them");
        }
    }
}
