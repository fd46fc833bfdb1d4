package org.koploper.kpi;

import java.util.List;
import java.util.Locale;

/**
 * Why a KPI has no value, or what to know about its value.
 *
 * @param args for the sentence, plain texts
 */
public record KpiReason(Code code, List<String> args) {

    public KpiReason {
        args = List.copyOf(args);
    }

    static KpiReason of(Code code, String... args) {
        return new KpiReason(code, List.of(args));
    }

    /** The code as the interface and translations name it, such as {@code too-few}. */
    public String key() {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What there is to say. */
    public enum Code {
        /** Nothing to divide by: the denominator is zero. */
        NOTHING_TO_DIVIDE_BY,
        /** Fewer than five decided: a percentage would say more than is known. The argument: how many it takes. */
        TOO_FEW,
        /** What it is compared with is zero or less, so only the difference means something. */
        NO_BASE,
        /** Not known on this level, or not by this. */
        NOT_HERE,
        /** One of the numbers it is made of is missing. The argument: the key of the KPI that is. */
        MISSING_PART,
        /** It does not come back: what comes in is nothing or less. */
        NEVER,
        /** It takes longer to come back than a customer stays: money is lost. */
        LONGER_THAN_LIFETIME,
        /** Nothing was sold in the period before, so every working day counts the same. */
        NO_SEASON,
        /** No target lies inside the period. */
        NO_TARGET,
        /** The target lies where it started. */
        TARGET_IS_BASE,
        /** No day of the period has passed yet. */
        NOT_BEGUN,
        /** Nobody typed in how large the market is. */
        NO_MARKET,
        /** A market is known by year: the period is no run of whole years. */
        WHOLE_YEARS_ONLY,
        /** Amounts without an exchange rate for their day are left out. The argument: their currencies. */
        NO_RATE,
        /** The organisation keeps no quotes, so it is read from deals. */
        FROM_DEALS,
        /** The organisation keeps no deals, so it is read from quotes. */
        FROM_QUOTES,
        /** A cohort that is not yet as old as nine in ten decisions take. */
        IMMATURE,
        /** Some costs are not known: the arguments say of how many orders out of how many they are. */
        COVERAGE,
        /** No cost is known, so it is made of revenue, not of margin. */
        REVENUE_BASED,
        /** Nobody was lost, so a lifetime of five years is taken. */
        CAPPED,
        /** Without salaries and commissions, which the reader may not see. */
        WITHOUT_PAY,
        /** Some began on a day that nobody knows, and are left out. The argument: how many. */
        WITHOUT_DAY
    }
}
