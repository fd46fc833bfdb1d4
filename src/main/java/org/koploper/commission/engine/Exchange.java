package org.koploper.commission.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How deals come into the currency that a plan calculates in, and what they earn into the one that it pays in.
 *
 * @param deals of which day the rate is that a deal comes in at
 * @param payIn currency of pay; null for the one of the plan
 * @param pay of which day the rate is that pay goes out at: {@code PERIOD_END}, {@code PAY} or {@code FIXED}
 * @param payday of the next month, 1 to 28
 * @param fixed the plan's own rates, whatever their day; asked where a day is {@code FIXED}
 */
public record Exchange(RateDay deals, @Nullable Currency payIn, RateDay pay, int payday, List<DatedRate> fixed) {

    private static final Set<RateDay> OF_A_MONTH = Set.of(RateDay.PERIOD_END, RateDay.PAY, RateDay.FIXED);

    /** At the rate of the day on which a deal was won; pay in the plan's currency. */
    public static final Exchange CLOSE = new Exchange(RateDay.CLOSE, null, RateDay.PERIOD_END, 25, List.of());

    /** @throws IllegalArgumentException when pay has no day of its own, or the payday lies in no month */
    public Exchange {
        if (!OF_A_MONTH.contains(pay)) {
            throw new IllegalArgumentException(
                    "Pay goes out at the rate of the period's end, of the payday, or at a fixed one");
        }
        if (payday < 1 || payday > 28) {
            throw new IllegalArgumentException("A payday lies in every month, from 1 to 28, not " + payday);
        }
        fixed = List.copyOf(fixed);
    }

    /** Null where it depends on no day, or the day is not known. */
    @Nullable
    LocalDate day(Credit credit) {
        Origin origin = credit.facts().origin();
        return switch (deals) {
            case CLOSE -> origin.wonOn(credit.date());
            case INVOICE -> origin.invoiced();
            case PERIOD_END -> YearMonth.from(credit.date()).atEndOfMonth();
            case PAY -> payday(YearMonth.from(credit.date()));
            case FIXED -> null;
        };
    }

    /** Null where it depends on no day. */
    @Nullable
    LocalDate day(YearMonth month) {
        return switch (pay) {
            case PAY -> payday(month);
            case FIXED -> null;
            default -> month.atEndOfMonth();
        };
    }

    private LocalDate payday(YearMonth month) {
        return month.plusMonths(1).atDay(payday);
    }
}
