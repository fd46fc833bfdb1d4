package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * What people are paid of a budget where first come is first served, each month of each of them rounded. What that adds up to
 * beyond the budget is taken from whoever came last in the month, so what earlier months were paid never changes by it.
 */
final class FirstCome {

    private final Budget budget;
    private final Rounding rounding;
    private @Nullable Period window;
    private BigDecimal claimed = BigDecimal.ZERO;
    private Map<String, BigDecimal> paid = new HashMap<>();

    FirstCome(Budget budget, Rounding rounding) {
        this.budget = budget;
        this.rounding = rounding;
    }

    /**
     * Of each month after the one before.
     *
     * @param claims of the month, first come first
     * @return by person, what was paid in the window by its end
     */
    Map<String, BigDecimal> close(YearMonth month, List<BudgetClaims.Claim> claims) {
        if (window == null || !window.contains(month.atDay(1))) {
            window = budget.over().window(month.atDay(1));
            claimed = BigDecimal.ZERO;
            paid = new HashMap<>();
        }
        LinkedHashMap<String, BigDecimal> payouts = left(claims);
        payouts.replaceAll((person, exact) -> rounding.round(exact));
        BigDecimal cents = budget.amount().setScale(rounding.decimals(), RoundingMode.DOWN);
        BigDecimal beyond = sum(paid).add(sum(payouts)).subtract(cents);
        for (String person : List.copyOf(payouts.reversed().keySet())) {
            BigDecimal payout = payouts.getOrDefault(person, BigDecimal.ZERO);
            BigDecimal taken = beyond.min(payout).max(BigDecimal.ZERO);
            payouts.put(person, payout.subtract(taken));
            beyond = beyond.subtract(taken);
        }
        payouts.forEach((person, payout) -> paid.merge(person, payout, BigDecimal::add));
        return Map.copyOf(paid);
    }

    /** By person, what was left for their claims; who got something of it last comes last. */
    private LinkedHashMap<String, BigDecimal> left(List<BudgetClaims.Claim> claims) {
        LinkedHashMap<String, BigDecimal> left = new LinkedHashMap<>();
        for (BudgetClaims.Claim claim : claims) {
            BigDecimal before = claimed.min(budget.amount());
            claimed = claimed.add(claim.amount());
            BigDecimal more = claimed.min(budget.amount()).subtract(before);
            BigDecimal sum = left.getOrDefault(claim.person(), BigDecimal.ZERO).add(more);
            if (more.signum() > 0) {
                left.putLast(claim.person(), sum);
            } else {
                left.put(claim.person(), sum);
            }
        }
        return left;
    }

    private static BigDecimal sum(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
