package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koploper.money.Money;
import org.koploper.period.Period;

/**
 * One version of a plan: all that is needed to turn credits into pay.
 *
 * @param plan name as people read it
 * @param version counted from 1
 * @param currency of bounds, fixed amounts and all that is computed
 * @param validity only credits dated inside are paid
 * @param components at least one, names unique
 * @param pay when what they earn is paid, in the currency of pay
 * @param exchange how deals come into the currency, and pay into another one
 */
public record Terms(
        String plan,
        int version,
        Currency currency,
        Validity validity,
        List<Component> components,
        Rounding rounding,
        PayTerms pay,
        Exchange exchange) {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** @throws IllegalArgumentException when one of these conditions does not hold */
    public Terms {
        components = List.copyOf(components);
        if (plan.isBlank() || version < 1) {
            throw new IllegalArgumentException(
                    "Terms need a plan name and a version from 1, not '" + plan + "' v" + version);
        }
        if (components.isEmpty()) {
            throw new IllegalArgumentException("Plan '" + plan + "' has no component, so it could never pay");
        }
        Set<String> names = new HashSet<>();
        for (Component component : components) {
            if (!names.add(component.name())) {
                throw new IllegalArgumentException("Plan '" + plan + "' has two components '" + component.name() + "'");
            }
        }
        for (Component component : components) {
            for (String asked : component.asks()) {
                if (!names.contains(asked)) {
                    throw new IllegalArgumentException(
                            "Component '" + component.name() + "' asks for '" + asked + "', which is not in the plan");
                }
            }
        }
    }

    /** Deals come in at the rate of the day on which they were won, and pay is in the plan's currency. */
    public Terms(
            String plan,
            int version,
            Currency currency,
            Validity validity,
            List<Component> components,
            Rounding rounding,
            PayTerms pay) {
        this(plan, version, currency, validity, components, rounding, pay, Exchange.CLOSE);
    }

    /** Pays all in the month it is earned in. */
    public Terms(
            String plan,
            int version,
            Currency currency,
            Validity validity,
            List<Component> components,
            Rounding rounding) {
        this(plan, version, currency, validity, components, rounding, PayTerms.AT_ONCE);
    }

    /**
     * The whole months whose credits and pay hang together with that month under any component (see
     * {@link RateRule#window}): load credits from its first day on, compute again up to its last.
     */
    public Period window(YearMonth month) {
        LocalDate date = month.atDay(1);
        LocalDate from = date;
        LocalDate to = month.atEndOfMonth();
        for (Component component : components) {
            for (Period window : component.windows(date)) {
                from = window.from().isBefore(from) ? window.from() : from;
                to = window.to().isAfter(to) ? window.to() : to;
            }
        }
        boolean isCarried =
                components.stream().anyMatch(component -> component.limits().carried());
        if (isCarried) {
            // what one window leaves, any later one may pay
            from = validity.from().isBefore(from) ? validity.from().withDayOfMonth(1) : from;
            to = validity.to() == null ? FOREVER : validity.to().with(TemporalAdjusters.lastDayOfMonth());
        }
        return new Period(from, to);
    }

    /** The same as far as what is earned goes, in the currency of the plan. */
    public Terms unpaid() {
        Exchange own = new Exchange(exchange.deals(), null, exchange.pay(), exchange.payday(), exchange.fixed());
        return new Terms(plan, version, currency, validity, components, rounding, PayTerms.AT_ONCE, own);
    }

    /** The currency of pay. */
    public Currency payCurrency() {
        return exchange.payIn() == null ? currency : exchange.payIn();
    }

    boolean isPaidInItsCurrency() {
        return payCurrency().equals(currency);
    }

    /** What a month comes to, rounded as the plan rounds it. */
    Reason payout(Reason total) {
        String source = source() + "/rounding";
        Reason decimals = Reason.given(Label.DECIMALS, BigDecimal.valueOf(rounding.decimals()), Unit.COUNT, source);
        return Reason.amount(Label.ROUNDED_TOTAL, Formula.rounded(rounding.mode()), source, List.of(total, decimals));
    }

    /** Rounded as the plan rounds, to the cents of that currency. */
    Reason rounded(Label label, Reason amount, Currency cents) {
        Reason decimals = Reason.given(
                Label.DECIMALS, BigDecimal.valueOf(Money.decimals(cents)), Unit.COUNT, source() + "/rounding");
        return Reason.amount(label, Formula.rounded(rounding.mode()), amount.place(), List.of(amount, decimals));
    }

    /** How reasons name this version: {@code plan:AM 2026 v3}. */
    String source() {
        return "plan:" + plan + " v" + version;
    }
}
