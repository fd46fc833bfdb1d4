package org.koploper.access;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions in which an administrator looks as somebody else. With each change of who that is, all screens of the
 * session are dropped, in every tab: none of them goes on with what it was built for.
 */
@Component
class Looks implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    /** In the session: as whom looking ended by itself, until whoever looked knows. */
    private static final String ENDED = Looks.class.getName() + ".ended";

    private final Map<String, HttpSession> looking = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;
    private final Clock clock;

    Looks(ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** From now on that session, of the administrator who asks, is one of that person. */
    void start(HttpSession session, LookingAs as) {
        looking.put(session.getId(), session);
        endIsKnown(session);
        become(session, as.context());
    }

    /** Whether looking in that session took as long as it may. */
    boolean isOver(HttpSession session) {
        LookingAs as = in(session);
        return as != null && !clock.instant().isBefore(as.until());
    }

    /** That session is the administrator's again, who stopped. */
    void stop(HttpSession session) {
        end(session, false);
    }

    /**
     * That session is the administrator's again, who did not stop and will be told; answers what it holds then, empty where
     * nobody looked as anybody.
     */
    Optional<SecurityContext> end(HttpSession session) {
        return end(session, true);
    }

    private Optional<SecurityContext> end(HttpSession session, boolean byItself) {
        looking.remove(session.getId());
        LookingAs as = in(session);
        if (as == null || !as.ends()) {
            return Optional.empty();
        }
        if (byItself) {
            // before the pages are read again, which show it
            session.setAttribute(ENDED, as.user().name());
        }
        become(session, as.before());
        record(as);
        return Optional.of(as.before());
    }

    /** Ends what took as long as it may, also where no request would find that out. */
    void endOver() {
        for (HttpSession session : looking.values()) {
            try {
                if (isOver(session)) {
                    end(session);
                }
            } catch (RuntimeException failed) {
                LOG.error("Looking as somebody could not be ended", failed);
            }
        }
    }

    /** Signed out, or ended from elsewhere. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        LookingAs as = in(event.getSession());
        if (looking.remove(event.getSession().getId()) != null && as != null && as.ends()) {
            record(as);
        }
    }

    /** As whom looking in that session ended by itself, until that is known. */
    static Optional<String> endedByItself(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ENDED));
    }

    static void endIsKnown(HttpSession session) {
        session.removeAttribute(ENDED);
    }

    /** The session of the screen that acts now; null outside of one. */
    static @Nullable HttpSession current() {
        VaadinSession screens = VaadinSession.getCurrent();
        return screens != null && screens.getSession() instanceof WrappedHttpSession session
                ? session.getHttpSession()
                : null;
    }

    private static @Nullable LookingAs in(HttpSession session) {
        try {
            return session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                            && context.getAuthentication() != null
                            && context.getAuthentication().getPrincipal() instanceof LookingAs as
                    ? as
                    : null;
        } catch (IllegalStateException signedOut) {
            return null;
        }
    }

    private static void become(HttpSession session, SecurityContext context) {
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, context);
        for (VaadinSession screens : VaadinSession.getAllSessions(session)) {
            if (screens.hasLock()) {
                screens.close();
            } else {
                // nobody asked, so no answer tells the pages
                screens.access(() -> {
                    screens.getUIs().forEach(page -> page.getPage().reload());
                    screens.close();
                });
            }
        }
    }

    /** In the name of who looked, whoever it is that ends it. */
    private void record(LookingAs as) {
        Caller.as(as.user().signedIn(), List.of(), () -> {
            alone.executeWithoutResult(status -> events.publishEvent(
                    new AccountChanged(as.user().self(), as.username(), "account.view-ended", null, null)));
            return true;
        });
    }
}
