package org.koploper.access;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The sessions that are open now, in memory as they are themselves: after a restart there are none of both. When an account
 * is blocked, its roles or its password change, the other sessions of its person end with the commit, and with them what
 * the server would still push to them.
 */
@Component
class SessionTable implements HttpSessionListener, HttpSessionIdListener {

    private static final Set<String> ENDING =
            Set.of("account.disabled", "account.roles-changed", "account.password-reset", "account.password-changed");

    private static final String ENDED = SessionTable.class.getName();

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration mostIdle;

    SessionTable(Clock clock, IdleLimit idle) {
        this.clock = clock;
        this.mostIdle = idle.limit();
    }

    /** A request of a session; the first one puts it on the list. */
    void seen(HttpSession session, PersonId person, HttpServletRequest request) {
        Instant now = clock.instant();
        Open entry = open.computeIfAbsent(session.getId(), id -> {
            String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
            return new Open(
                    session,
                    UUID.randomUUID().toString(),
                    person,
                    Device.of(agent),
                    Place.shortened(request.getRemoteAddr()),
                    now);
        });
        // a tab that lies open tells so by itself: that is not somebody who works there
        if (!"heartbeat".equals(request.getParameter("v-r"))) {
            entry.seen = now;
        }
    }

    /** Somebody did something in that session: the page says so, since it also asks much by itself. */
    void acted(String session) {
        Open entry = open.get(session);
        if (entry != null) {
            entry.acted = clock.instant();
        }
    }

    /** Whether nothing was done in that session for too long. */
    boolean isIdle(HttpSession session) {
        Open entry = open.get(session.getId());
        return entry != null && isIdle(entry);
    }

    private boolean isIdle(Open entry) {
        return Duration.between(entry.acted, clock.instant()).compareTo(mostIdle) > 0;
    }

    /** Ends those in which nothing was done for too long; answers how many. */
    int endIdle() {
        return end(open.values().stream().filter(this::isIdle).toList());
    }

    int size() {
        return open.size();
    }

    List<Open> of(PersonId person) {
        return open.values().stream()
                .filter(entry -> entry.person.equals(person))
                .toList();
    }

    /** Ends those of a person that match; answers how many. */
    int end(PersonId person, Predicate<Open> which) {
        return end(of(person).stream().filter(which).toList());
    }

    private int end(List<Open> ending) {
        ending.forEach(entry -> {
            open.remove(entry.session.getId());
            try {
                entry.session.setAttribute(ENDED, true);
            } catch (IllegalStateException alreadyOver) {
                // signed out at this very moment
            }
        });
        // not in this thread: it may serve a screen, and ending another one's makes Vaadin forget which
        Thread.startVirtualThread(() -> ending.forEach(entry -> invalidate(entry.session)));
        return ending.size();
    }

    /** Whether a session was ended from elsewhere and is only still to be cleared away. */
    static boolean ended(HttpSession session) {
        try {
            return session.getAttribute(ENDED) != null;
        } catch (IllegalStateException clearedAway) {
            return true;
        }
    }

    static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyOver) {
            // its own next click was quicker
        }
    }

    @EventListener
    void on(AccountChanged change) {
        if (ENDING.contains(change.action())) {
            String own = current();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    end(change.person(), entry -> !entry.session.getId().equals(own));
                }
            });
        }
    }

    /** Somebody signs in where somebody was signed in: what follows is another session, though it is the same object. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        open.remove(before);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession().getId());
    }

    /** The session of the screen that acts now. */
    static @Nullable String current() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null || session.getSession() == null
                ? null
                : session.getSession().getId();
    }

    /** One open session. */
    static final class Open {

        final HttpSession session;
        final String handle;
        final PersonId person;
        final Device device;
        final String place;
        final Instant since;
        volatile Instant seen;
        volatile Instant acted;

        Open(HttpSession session, String handle, PersonId person, Device device, String place, Instant since) {
            this.session = session;
            this.handle = handle;
            this.person = person;
            this.device = device;
            this.place = place;
            this.since = since;
            this.seen = since;
            this.acted = since;
        }
    }
}
