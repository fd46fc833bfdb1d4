package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.money.Decimals;

/**
 * How what it costs to win customers is spread over the months that it is of use, in the books and not in anybody's pay:
 * in equal instalments, of which the last one takes what rounding left over.
 *
 * @param months that it is of use, 1 to 240
 * @param fromNextMonth whether the first instalment is in the month after the one that earns it; else in that one
 * @param atOnceUpTo so many months or fewer are not spread at all; zero for always
 */
public record Amortisation(int months, boolean fromNextMonth, int atOnceUpTo) {

    private static final int MOST_MONTHS = 240;

    /** @throws IllegalArgumentException when there is no month, or more than twenty years */
    public Amortisation {
        if (months < 1 || months > MOST_MONTHS || atOnceUpTo < 0) {
            throw new IllegalArgumentException("Pay is spread over 1 to " + MOST_MONTHS + " months, not " + months);
        }
    }

    /**
     * What is expensed in a month of what a component paid out for one.
     *
     * @param component by its name
     * @param earned the month that it was paid out for
     */
    public record Expense(String component, YearMonth earned, YearMonth month, Reason reason) {}

    /** All instalments of all that these lines earn, by component and month. */
    public List<Expense> of(Terms terms, List<Line> lines) {
        record Payout(String component, YearMonth month) {}
        Map<Payout, BigDecimal> payouts = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.kind().isEarned())
                .forEach(line ->
                        payouts.merge(new Payout(line.component(), line.month()), line.amount(), BigDecimal::add));
        List<Expense> expenses = new ArrayList<>();
        payouts.forEach((payout, sum) -> {
            if (sum.signum() != 0) {
                YearMonth first = payout.month().plusMonths(fromNextMonth && !isAtOnce() ? 1 : 0);
                int all = isAtOnce() ? 1 : months;
                for (YearMonth month = first; month.isBefore(first.plusMonths(all)); month = month.plusMonths(1)) {
                    Reason reason =
                            instalment(terms, sum, payout.month(), ChronoUnit.MONTHS.between(first, month), all);
                    expenses.add(new Expense(payout.component(), payout.month(), month, reason));
                }
            }
        });
        return expenses;
    }

    private boolean isAtOnce() {
        return months <= atOnceUpTo;
    }

    private static Reason instalment(Terms terms, BigDecimal sum, YearMonth earned, long before, int all) {
        Reason asset = Reason.given(Label.CAPITALISED, Decimals.canonical(sum), Unit.AMOUNT, "month:" + earned);
        Reason number = Reason.given(Label.BENEFIT_MONTHS, BigDecimal.valueOf(all), Unit.COUNT, terms.source());
        Reason part = Reason.amount(Label.INSTALMENT, Formula.QUOTIENT, null, List.of(asset, number));
        Reason rounded = terms.rounded(Label.INSTALMENT, part, terms.payCurrency());
        if (before + 1 < all) {
            return rounded;
        }
        Reason others = Reason.given(Label.INSTALMENTS, BigDecimal.valueOf(before), Unit.COUNT, null);
        Reason expensed = Reason.amount(Label.EXPENSED_BEFORE, Formula.PRODUCT, null, List.of(rounded, others));
        return Reason.amount(Label.INSTALMENT, Formula.DIFFERENCE, null, List.of(asset, expensed));
    }
}
