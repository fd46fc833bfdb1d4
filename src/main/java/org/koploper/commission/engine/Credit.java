package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * One payee's part of one deal. A cancellation or credit note is a further credit with a negative
 * amount, its own date and its own id.
 *
 * @param deal id, unique among the credits of the payee: {@code D-1042}, {@code D-1042/cancelled}
 * @param date the day that decides month, position and plan version
 * @param dealAmount the whole deal, negative for a reversal
 * @param share this payee's part, 0 to 1
 * @param facts what else is known of the whole deal
 * @param sharing the parts of all who share the deal; null where they are not told
 */
public record Credit(
        String deal,
        LocalDate date,
        BigDecimal dealAmount,
        BigDecimal share,
        Facts facts,
        @Nullable Sharing sharing) {

    /** @throws IllegalArgumentException when the id is blank or the share lies outside 0 to 1 */
    public Credit {
        if (deal.isBlank()) {
            throw new IllegalArgumentException("A credit needs the id of its deal");
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("The share in " + deal + " must lie between 0 and 1, not " + share);
        }
        dealAmount = Decimals.canonical(dealAmount);
        share = Decimals.canonical(share);
    }

    /** A deal of which it is not told who else shares it. */
    public Credit(String deal, LocalDate date, BigDecimal dealAmount, BigDecimal share, Facts facts) {
        this(deal, date, dealAmount, share, facts, null);
    }

    /** A deal, or its reversal, of which only the amount is known. */
    public Credit(String deal, LocalDate date, BigDecimal dealAmount, BigDecimal share) {
        this(deal, date, dealAmount, share, Facts.plain(deal, dealAmount));
    }

    /** The deal that a reversal of that id takes back from: all before the last slash, as in {@code D-1042/cancelled}. */
    static String reversed(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    /** The same deal as if it was shared with nobody. */
    Credit whole() {
        return new Credit(deal, date, dealAmount, BigDecimal.ONE, facts, sharing);
    }

    /**
     * What has to be known before it counts: an exchange rate, what it costs, what lower levels earn; null for nothing.
     *
     * @param byCost whether it matters what it costs
     * @param lessLower whether it matters what lower levels earn
     */
    @Nullable
    Missing missing(boolean byCost, boolean lessLower) {
        Conversion conversion = facts.origin().conversion();
        Missing missing = conversion == null ? null : conversion.missing();
        if (missing == null && byCost && !facts.costKnown()) {
            return new Missing(Label.NO_COST, "deal:" + deal);
        }
        return missing == null && lessLower ? facts.belowLacks() : missing;
    }
}
