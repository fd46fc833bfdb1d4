package org.koploper.commission.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koploper.period.Period;

/**
 * One version of a plan: all that is needed to turn credits into pay.
 *
 * @param plan name as people read it
 * @param version counted from 1
 * @param currency of credits, bounds and pay
 * @param validity only credits dated inside are paid
 * @param components at least one, names unique
 * @param pay when what they earn is paid
 */
public record Terms(
        String plan,
        int version,
        Currency currency,
        Validity validity,
        List<Component> components,
        Rounding rounding,
        PayTerms pay) {

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
        return new Period(from, to);
    }

    /** How reasons name this version: {@code plan:AM 2026 v3}. */
    String source() {
        return "plan:" + plan + " v" + version;
    }
}
