package org.koploper.audit;

import org.koploper.access.AccountChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes changes of accounts and tokens to the trail, in the transaction of the change. */
@Component
class AccountTrail {

    private final Trail trail;

    AccountTrail(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(AccountChanged change) {
        trail.record(
                change.action(),
                new Trail.Subject("account", change.person().toString(), change.username()),
                change.before(),
                change.after(),
                change.reason());
    }
}
