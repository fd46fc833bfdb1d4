package org.koploper.sales;

import java.util.HashMap;
import java.util.Map;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.sales.DealScope.Condition;
import org.springframework.stereotype.Component;

/**
 * Whom one may ask and whose questions one sees, as conditions inside queries: about the own orders and those of the people
 * below, today; about all of them for administration. Finance sees all deals and still asks nobody about those of others,
 * as it does not see what customers answer.
 */
@Component
class QuestionScope {

    private final DealScope deals;

    QuestionScope(DealScope deals) {
        this.deals = deals;
    }

    /** On a column with the person that something belongs to. */
    Condition of(String column) {
        CurrentUser user = Caller.now();
        Condition below = deals.changes(column);
        if (user.system() || user.has(Role.ADMIN)) {
            return below;
        }
        Map<String, Object> params = new HashMap<>(below.params());
        return new Condition("(" + column + " = :self or " + below.sql() + ")", params);
    }

    /** On questions q and the deals d that they are about: who sold it, and who asked. */
    Condition ofQuestions() {
        Condition seller = of("d.owner_id");
        return new Condition("(" + seller.sql() + " or " + of("q.asked_by").sql() + ")", seller.params());
    }
}
