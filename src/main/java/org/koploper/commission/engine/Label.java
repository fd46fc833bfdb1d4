package org.koploper.commission.engine;

import java.util.Locale;

/** What a step of a reason is called; {@link #key()} is what translations are found by. */
public enum Label {
    /** What a deal earns at a flat rate. */
    COMMISSION_ON_DEAL,
    /** What the part of a deal that lies in one tier earns. */
    COMMISSION_IN_TIER,
    /** The payee's part of the deal. */
    CREDITED,
    DEAL_AMOUNT,
    /** The deal in its own currency, which its source names: {@code currency:USD}. */
    ORIGINAL_AMOUNT,
    EXCHANGE_RATE,
    /** The deal at the exchange rate, before rounding. */
    CONVERTED_AMOUNT,
    /** The exchange rate is not known, so nothing can be paid yet; the source names the rate. */
    NO_RATE,
    SHARE,
    RATE,
    TIER_RATE,
    TIER_FROM,
    TIER_TO,
    /** The part of the deal that lies in the tier. */
    BASE_IN_TIER,
    /** What had accumulated before the deal. */
    POSITION_BEFORE,
    /** Zero, since the plan rates each deal alone. */
    EACH_DEAL_ALONE,
    POSITION_AFTER,
    /** No credit in this month, so nothing earned. */
    NOTHING_CREDITED,
    /** What rounding the payout adds or takes. */
    ROUNDING_DIFFERENCE,
    ROUNDED_TOTAL,
    UNROUNDED_TOTAL,
    /** All that a component earned in the month at one rate. */
    TOTAL_AT_RATE,
    /** All credits (or parts of them) of the month at one rate. */
    BASE_AT_RATE,
    DECIMALS,
    /** Held by the ledger but no longer earned. */
    GONE;

    /** For example {@code reason.base-in-tier}. */
    public String key() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
