package org.koploper.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The locks that follow too many wrong passwords. They end by themselves after minutes; administration can end them now. */
@Service
public class SignInLocks {

    private final AccountRows rows;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    SignInLocks(AccountRows rows, Attempts attempts, ApplicationEventPublisher events) {
        this.rows = rows;
        this.attempts = attempts;
        this.events = events;
    }

    /** Whether signing in as that person is locked, from some address at least. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional(readOnly = true)
    public boolean isLocked(PersonId person) {
        return rows.findById(person.value())
                .filter(account -> attempts.locked(account.username()))
                .isPresent();
    }

    /** Lets that person try again at once. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public void lift(PersonId person) {
        Account account = rows.findById(person.value()).orElseThrow();
        attempts.lift(account.username());
        events.publishEvent(new AccountChanged(person, account.username(), "account.unlocked", null, null));
    }
}
