package org.koploper.access;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.AccountRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets an administrator see the product as somebody else sees it, to help them: nothing can be changed meanwhile, pay is
 * shown only where the administrator may see it anyway, and the person is told. It ends when it is stopped, with the
 * session, when either account changes, and by itself.
 */
@Service
public class ViewAs {

    /** After this time it ends by itself. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    private final AccountRows rows;
    private final PersonNames names;
    private final Looks looks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ViewAs(AccountRows rows, PersonNames names, Looks looks, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.names = names;
        this.looks = looks;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Why nobody can look as the person of an account, so that it is not offered where {@link #start} refuses; empty where
     * nothing is in the way.
     *
     * @param roles of the account
     * @param enabled whether it lets its person in
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public Optional<Reason> obstacle(PersonId person, Set<Role> roles, boolean enabled) {
        CurrentUser viewer = Caller.now();
        if (viewer.is(person)) {
            return Optional.of(Reason.OWN_ACCOUNT);
        }
        if (!enabled) {
            return Optional.of(Reason.BLOCKED);
        }
        if (roles.contains(Role.FINANCE) && !viewer.has(Role.FINANCE)) {
            return Optional.of(Reason.SEES_ALL_PAY);
        }
        return new CurrentUser(person, "", roles, false, viewer).roles().isEmpty()
                ? Optional.of(Reason.NOTHING_TO_SEE)
                : Optional.empty();
    }

    /**
     * From now on this session sees the product as that person, without what they administer; all its screens have to be
     * opened anew.
     *
     * @param reason why; the person reads it
     * @throws AccountRefused for oneself, for somebody who may not sign in or only administers, for finance unless one is
     *     finance too, or when the reason is missing
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public void start(PersonId person, @Nullable String reason) {
        CurrentUser viewer = Caller.now();
        Account account = rows.findById(person.value()).orElseThrow();
        CurrentUser seen = new CurrentUser(person, names.nameOf(person), account.roles(), false, viewer);
        obstacle(person, account.roles(), account.enabled()).ifPresent(ViewAs::refuse);
        if (reason == null || reason.isBlank()) {
            refuse(Reason.REASON_MISSING);
        }
        events.publishEvent(new AccountChanged(person, account.username(), "account.view-started", null, null, reason));
        HttpSession session = Looks.current();
        Authentication own = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && own != null) {
            var as =
                    new LookingAs(own, seen, account.username(), clock.instant().plus(LONGEST));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    looks.start(session, as);
                }
            });
        }
    }

    /** This session is the administrator's own again; nothing happens where it is already. */
    @PersonOnly
    public void stop() {
        HttpSession session = Looks.current();
        if (session != null) {
            looks.stop(session);
        }
    }

    /**
     * As whom looking in this session ended by itself, which nobody has been told yet; empty where it did not, or was
     * stopped.
     */
    @PersonOnly
    public Optional<String> endedByItself() {
        return Optional.ofNullable(Looks.current()).flatMap(Looks::endedByItself);
    }

    /** Whoever looked knows that it ended. */
    @PersonOnly
    public void endIsKnown() {
        HttpSession session = Looks.current();
        if (session != null) {
            Looks.endIsKnown(session);
        }
    }

    private static void refuse(Reason reason) {
        throw new AccountRefused(reason);
    }
}
