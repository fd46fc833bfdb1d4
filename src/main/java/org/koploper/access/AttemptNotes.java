package org.koploper.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the trail when wrong secrets led to a lock: one record for the whole burst, with the shortened address and never
 * with what was typed, since what is typed as a name can be a password.
 */
@Component
class AttemptNotes {

    private static final PersonId NOBODY = new PersonId(0);
    private static final String UNKNOWN = "?";

    private final AccountRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AttemptNotes(AccountRows rows, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
    }

    /** Records a lock, if there is one; a name that nobody has costs as much as one that somebody has. */
    void note(Attempts.Outcome outcome, String name, String address) {
        if (outcome.name()) {
            record("account.locked", name, address);
        }
        if (outcome.address()) {
            record("sign-in.address-locked", "", address);
        }
    }

    private void record(String action, String name, String address) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            var account = rows.findByUsername(name);
            events.publishEvent(new AccountChanged(
                    account.map(Account::person).orElse(NOBODY),
                    account.map(Account::username).orElse(UNKNOWN),
                    action,
                    null,
                    Place.shortened(address)));
        }));
    }
}
