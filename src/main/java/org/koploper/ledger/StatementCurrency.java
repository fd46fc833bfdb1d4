package org.koploper.ledger;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.people.Organisation;
import org.springframework.stereotype.Component;

/** Which currency a statement is in. */
@Component
class StatementCurrency {

    private final Organisation organisation;

    StatementCurrency(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The one of the plan when it posted or nothing was posted, else the first that was posted; else the organisation's. */
    Currency of(Set<Currency> posted, @Nullable PlanInForce plan) {
        if (plan != null && (posted.isEmpty() || posted.contains(plan.currency()))) {
            return plan.currency();
        }
        if (!posted.isEmpty()) {
            return posted.iterator().next();
        }
        // a zero needs some currency even before any is known: the one of the country
        return organisation.currency().orElseGet(() -> Currency.getInstance(Locale.of("", organisation.country())));
    }
}
