package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.period.Period;

/** What a customer costs and brings in: acquisition, lifetime value, what one is to the other, and when it comes back. */
final class CustomerWorth {

    /** How long a customer is taken to stay where nobody was lost: five years. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(60);

    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.4375");

    static final Set<Measure> COST = EnumSet.of(Measure.COSTS, Measure.PAY_LEFT_OUT, Measure.CUSTOMERS_NEW);

    static final Set<Measure> VALUE = EnumSet.of(
            Measure.REVENUE,
            Measure.MARGIN,
            Measure.MARGIN_ORDERS,
            Measure.CUSTOMERS_AT_START,
            Measure.CUSTOMERS_NEW,
            Measure.CUSTOMERS_LOST);

    private final Numbers numbers;

    private CustomerWorth(Numbers numbers) {
        this.numbers = numbers;
    }

    static Reading cost(Numbers numbers) {
        return new CustomerWorth(numbers).cost();
    }

    static Reading value(Numbers numbers) {
        return new CustomerWorth(numbers).value();
    }

    static Reading valueToCost(Numbers numbers) {
        return new CustomerWorth(numbers).valueToCost();
    }

    static Reading payback(Numbers numbers) {
        return new CustomerWorth(numbers).payback();
    }

    private Reading cost() {
        if (numbers.known(Measure.COSTS) == null) {
            return numbers.none(Code.NOT_HERE);
        }
        return numbers.quotient(numbers.of(Measure.COSTS), numbers.of(Measure.CUSTOMERS_NEW))
                .noting(withoutPay());
    }

    private Reading value() {
        BigDecimal month = perMonth();
        if (month == null) {
            return numbers.quotient(income(), customers());
        }
        return numbers.reading(month.multiply(lifetime()), income(), customers(), customers(), basis())
                .noting(lifetimeNote());
    }

    private Reading valueToCost() {
        BigDecimal cost = cost().value();
        BigDecimal value = value().value();
        if (cost == null || value == null) {
            return numbers.none(Code.MISSING_PART, (cost == null ? Kpi.ACQUISITION_COST : Kpi.LIFETIME_VALUE).key());
        }
        return numbers.quotient(value, cost)
                .noting(withoutPay())
                .noting(basis())
                .noting(lifetimeNote());
    }

    /** In months; a warning where it takes longer than a customer stays. */
    private Reading payback() {
        BigDecimal cost = cost().value();
        BigDecimal month = perMonth();
        if (cost == null || month == null) {
            return numbers.none(Code.MISSING_PART, (cost == null ? Kpi.ACQUISITION_COST : Kpi.LIFETIME_VALUE).key());
        }
        if (month.signum() <= 0) {
            return numbers.reading(null, cost, month, null, KpiReason.of(Code.NEVER));
        }
        Reading reading = numbers.quotient(cost, month);
        boolean late =
                reading.value() != null && lostMonthly() > 0 && reading.value().compareTo(lifetime()) > 0;
        return reading.noting(late ? KpiReason.of(Code.LONGER_THAN_LIFETIME) : null)
                .noting(withoutPay())
                .noting(basis());
    }

    private boolean margins() {
        return numbers.of(Measure.MARGIN_ORDERS).signum() > 0;
    }

    private BigDecimal income() {
        return numbers.of(margins() ? Measure.MARGIN : Measure.REVENUE);
    }

    private BigDecimal customers() {
        return numbers.of(Measure.CUSTOMERS_AT_START).add(numbers.of(Measure.CUSTOMERS_NEW));
    }

    /** What a customer brings in each month; null without customers. */
    private @Nullable BigDecimal perMonth() {
        return customers().signum() <= 0
                ? null
                : Numbers.divide(
                        income(), customers().multiply(months(numbers.slot().passed())));
    }

    /** How many months a customer stays: one divided by the part that is lost each month. */
    private BigDecimal lifetime() {
        double lost = lostMonthly();
        return lost <= 0 ? LONGEST : BigDecimal.ONE.divide(new BigDecimal(String.valueOf(lost)), MathContext.DECIMAL64);
    }

    private double lostMonthly() {
        BigDecimal start = numbers.of(Measure.CUSTOMERS_AT_START);
        if (start.signum() <= 0) {
            return 0;
        }
        BigDecimal lost = Numbers.divide(numbers.of(Measure.CUSTOMERS_LOST), start);
        BigDecimal months = months(numbers.slot().passed());
        return months.compareTo(BigDecimal.ONE) == 0
                ? lost.doubleValue()
                : 1 - Math.pow(1 - lost.doubleValue(), 1 / months.doubleValue());
    }

    private @Nullable KpiReason lifetimeNote() {
        return lostMonthly() <= 0 ? KpiReason.of(Code.CAPPED) : null;
    }

    private @Nullable KpiReason basis() {
        return margins() ? null : KpiReason.of(Code.REVENUE_BASED);
    }

    private @Nullable KpiReason withoutPay() {
        return numbers.of(Measure.PAY_LEFT_OUT).signum() > 0 ? KpiReason.of(Code.WITHOUT_PAY) : null;
    }

    /** Whole months as such, otherwise by the mean length of one. */
    static BigDecimal months(Period period) {
        boolean whole = period.from().getDayOfMonth() == 1
                && period.to().getDayOfMonth() == period.to().lengthOfMonth();
        return whole
                ? BigDecimal.valueOf(
                        ChronoUnit.MONTHS.between(period.from(), period.to().plusDays(1)))
                : Numbers.divide(BigDecimal.valueOf(period.days()), DAYS_OF_A_MONTH);
    }
}
