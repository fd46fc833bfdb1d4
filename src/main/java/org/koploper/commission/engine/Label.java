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
    /** The deal has no invoice yet, whose day says which exchange rate it is; the source names the deal. */
    NO_INVOICE,
    /** What everybody has earned of a budget. */
    EARNED_BY_ALL,
    /** The budget, times what the payee has earned of it. */
    BUDGET_TIMES_EARNED,
    /** What of the budget is the payee's, before whole cents. */
    PART_OF_BUDGET,
    /** A cent that dividing a budget in whole cents leaves over. */
    CENT_LEFT_OVER,
    /** It is not known what the goods cost, so that no margin can be told yet; the source names the deal. */
    NO_COST,
    SHARE,
    /** The part of a deal that somebody is credited with on top of those who share it. */
    OVERLAY_SHARE,
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
    /** What a deal costs. */
    COST,
    /** The amount less the cost. */
    MARGIN,
    /** A deal below its cost counts for nothing. */
    NO_LOSS,
    MARGIN_ON_PRICE,
    MARGIN_ON_COST,
    /** No part can be told of a price or cost of zero. */
    NO_MARGIN,
    /** Units sold. */
    QUANTITY,
    /** Deals won. */
    DEALS,
    /** What moves the position, where that is not what is paid on. */
    COUNTED,
    COUNTS_TIMES,
    /** This kind of credit does not move the position. */
    COUNTS_NOT,
    /** The base, times the part of what is counted that lies in the tier. */
    TIMES_COUNTED,
    AMOUNT_PER_UNIT,
    FIXED_AMOUNT,
    /** What a deal earns where the plan gives a fixed amount for it. */
    FIXED_ON_DEAL,
    /** No rate of the plan is for this kind of credit. */
    NO_RULE,
    QUOTA,
    QUOTA_RAMPED,
    QUOTA_PRORATED,
    /** No quota, so that no attainment can be told. */
    NO_QUOTA,
    TARGET_PAY,
    TARGET_PAY_PRORATED,
    TIMES_TARGET_PAY,
    DAYS_ACTIVE,
    DAYS_IN_WINDOW,
    TIMES_DAYS,
    /** Days, each for as much as is worked of it. */
    FULL_TIME_DAYS,
    PART_OF_FULL_TIME,
    /** What earlier credits earn more or less at the rate of the tier now reached. */
    RERATED,
    RERATED_PART,
    RATE_CHANGE,
    /** What was credited earlier in the window. */
    EARLIER_IN_WINDOW,
    TIER_END,
    /** What is paid until the end of the tier. */
    OUTPUT_TO_BOUND,
    USED_BEFORE,
    BASE_LEFT,
    COMMISSION_ON_CURVE,
    CURVE_BEFORE,
    CURVE_AFTER,
    CURVE_CAP,
    CURVE_SLOPE,
    BELOW_CURVE,
    BEYOND_CURVE,
    BEYOND_POINT,
    POINT_AT,
    POINT_PAYS,
    ATTAINMENT,
    PAYOUT_PART,
    BONUS_ON_DEAL,
    BONUS_BEFORE,
    BONUS_AFTER,
    BONUS_AMOUNT,
    STEP_FROM,
    STEP_TO,
    STEP_WIDTH,
    COVERED,
    TIMES_COVERED,
    NOTHING,
    SCORE,
    NOT_SCORED,
    OBJECTIVE_WEIGHT,
    PAY_FOR_OBJECTIVE,
    WEIGHT,
    /** What is earned, with weight and gates. */
    WEIGHED,
    GATE,
    GATE_OPEN,
    GATE_SHUT,
    GATE_AT,
    /** What a gate looks at. */
    MEASURED,
    EARNED_ON_DEAL,
    EARNED_BEFORE,
    EARNED_AFTER,
    MOST_PER_DEAL,
    MOST_IN_WINDOW,
    CAPPED_DEAL,
    CAPPED,
    FLOOR,
    ADDED_TO_FLOOR,
    /** Not due yet. */
    HELD,
    RELEASED,
    RELEASED_BEFORE,
    DUE_OF_DEAL,
    /** What a deal that ended early may keep. */
    ENTITLED,
    CASH_RECEIVED,
    INVOICE_TOTAL,
    TIMES_CASH,
    PAID_NOW,
    ADVANCE,
    REST,
    INSTALMENTS,
    INSTALMENTS_DUE,
    TIMES_INSTALMENTS,
    /** All that is due so far in the month. */
    DUE,
    DRAW_AMOUNT,
    DRAWN,
    BEYOND_DRAW,
    DRAW_BALANCE,
    DRAW_RECOVERED,
    HOLDBACK_SHARE,
    HELD_BACK,
    HOLDBACK_PAID,
    CLAWED_BACK,
    CLAWBACK_SHARE,
    WHOLE,
    PART_KEPT,
    MONTHS_SERVED,
    TERM,
    TIMES_MONTHS,
    PAID_BEFORE,
    NOT_PAID_YET,
    CANCELLED,
    CARRIED,
    OWED,
    TAKEN_FOR_DEBT,
    /** What one unit of the other currency is in this one. */
    OPPOSITE_RATE,
    /** In the currency that the plan pays in. */
    PAID_IN,
    /** Rounded by itself, where the plan rounds each step. */
    ROUNDED_STEP,
    /** What people on lower levels earn on the deal. */
    EARNED_BELOW,
    LESS_LOWER_LEVELS,
    /** What the whole deal earns, before it is divided. */
    WHOLE_PAY,
    PART_OF_PAY,
    /** What others get of what the whole deal earns. */
    PAID_TO_OTHERS,
    PART_NUMBER,
    /** The part of the deal that belongs to nobody, where there is one, is the last. */
    SHARE_OF_EACH,
    PRIZE,
    PRIZES_POOLED,
    NOT_RANKED,
    BUDGET,
    BUDGET_CLAIMED,
    CLAIMED_BY_OTHERS,
    EARNED_IN_WINDOW,
    EARNED_IN_MONTH,
    LEFT_OF_BUDGET,
    LEFT_BEFORE,
    OVER_BUDGET,
    /** What everybody was paid of a budget, to the cent. */
    PAID_OUT_OF_BUDGET,
    PAID_OUT_TO_OTHERS,
    /** What is put on the books as an asset, to be expensed in instalments. */
    CAPITALISED,
    BENEFIT_MONTHS,
    INSTALMENT,
    EXPENSED_BEFORE,
    /** What an earlier window earned beyond its limit. */
    BEYOND_EARLIER_LIMIT,
    FROM_EARLIER_LIMIT,
    /** In reasons of the first versions only, which ledgers keep: what is now the sum of the lines. */
    UNROUNDED_TOTAL,
    /** As above. */
    TOTAL_AT_RATE,
    /** As above. */
    BASE_AT_RATE,
    /** All lines of the component and month before this one. */
    SUM_OF_LINES,
    /** No credit in this month, so nothing earned. */
    NOTHING_CREDITED,
    /** What rounding the payout adds or takes. */
    ROUNDING_DIFFERENCE,
    ROUNDED_TOTAL,
    DECIMALS,
    /** Held by the ledger but no longer earned. */
    GONE,
    /** What a closed month turns out to be worth more or less. */
    ADJUSTMENT,
    /** What stands on closed statements, which stay as they are. */
    ON_CLOSED_STATEMENT,
    /** What a closed month differs by from its statement, taken off again since the plan forgives so little. */
    FORGIVEN,
    /** Below which a difference is forgiven. */
    FORGIVEN_BELOW,
    /** What a closed month comes to by what is known now. */
    MONTH_NOW,
    /** What it comes to more or less than stands on closed statements. */
    LATE_DIFFERENCE,
    /** The same without its sign. */
    SIZE_OF_DIFFERENCE,
    TAKEN_OFF_AGAIN;

    /** For example {@code reason.base-in-tier}. */
    public String key() {
        return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
