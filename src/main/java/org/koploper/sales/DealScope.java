package org.koploper.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.springframework.stereotype.Component;

/**
 * Which deals the caller may see, as a condition inside queries: finance and administration all of them, everybody else
 * those owned or shared by themselves, or credited to them on top of that, or, today, to somebody below them.
 */
@Component
class DealScope {

    private final Clock clock;

    DealScope(Clock clock) {
        this.clock = clock;
    }

    /** A condition on a person's id in a column, with its parameters. */
    record Condition(String sql, Map<String, Object> params) {}

    /** On deals with the alias d. */
    Condition seesDeal() {
        Condition person = sees("x.person_id");
        return everything()
                ? person
                : new Condition(
                        "(" + sees("d.owner_id").sql()
                                + " or exists (select 1 from deal_splits x where x.deal_id = d.id and " + person.sql()
                                + ") or exists (select 1 from deal_overlays x where x.deal_id = d.id and "
                                + person.sql() + "))",
                        person.params());
    }

    /** On a column with the person that something belongs to and that is not shared, such as a quote. */
    Condition seesOwner(String column) {
        return sees(column);
    }

    /** Whether the caller sees all deals, so also those changed by nobody in particular. */
    private boolean everything() {
        CurrentUser user = Caller.now();
        return user.system() || user.has(Role.FINANCE) || user.has(Role.ADMIN);
    }

    /** Deals of that person may be changed: by those above, today, and by administration. */
    Condition changes(String column) {
        CurrentUser user = Caller.now();
        return user.system() || user.has(Role.ADMIN) ? new Condition("1 = 1", Map.of()) : below(column, user.person());
    }

    private Condition sees(String column) {
        if (everything()) {
            return new Condition("1 = 1", Map.of());
        }
        Condition below = below(column, Caller.now().person());
        return new Condition("(" + column + " = :self or " + below.sql() + ")", below.params());
    }

    private Condition below(String column, org.koploper.access.@Nullable PersonId self) {
        Map<String, Object> params = new HashMap<>();
        // nobody has the id -1: an organisation's token without a role sees nothing
        params.put("self", self == null ? -1L : self.value());
        params.put("today", LocalDate.now(clock));
        return new Condition(
                "exists (select 1 from managers_above a where a.person_id = " + column
                        + " and a.manager_id = :self and a.from_day <= :today and a.to_day >= :today)",
                params);
    }
}
