package org.koploper.game;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.TargetsChanged;
import org.koploper.kpi.TotalsChanged;
import org.koploper.people.PeopleChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open screens that boards or goals changed, so that they read again. Nothing is pushed but the fact, after the
 * change was committed, at most once a second per listener; the last change is always told.
 */
@Service
public class LiveBoards {

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Set<Coalesced> listeners = ConcurrentHashMap.newKeySet();
    private final Later later;

    LiveBoards(Later later) {
        this.later = later;
    }

    /**
     * Runs this after every change, on a thread without a user: it must only cause a screen to read again as its own
     * user. What it throws is logged and hurts no other listener.
     *
     * @return takes it back; a screen does so when it is closed
     */
    @SignedInOnly
    public Registration onChange(Runnable listener) {
        Coalesced coalesced = new Coalesced(listener, PAUSE, later);
        listeners.add(coalesced);
        return () -> {
            listeners.remove(coalesced);
            coalesced.stop();
        };
    }

    @EventListener({TotalsChanged.class, TargetsChanged.class, PeopleChanged.class})
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell();
            return;
        }
        // by hand, not as a transactional listener: that would be recorded and told again after a crash, to nobody
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // not afterCommit: pay is computed from the same event in this phase, and screens read both
                if (status == STATUS_COMMITTED) {
                    tell();
                }
            }
        });
    }

    void tell() {
        listeners.forEach(Coalesced::changed);
    }

    /** Takes a listener back. */
    @FunctionalInterface
    public interface Registration {

        /** The listener is not called again, except where a call is under way. */
        void remove();
    }
}
