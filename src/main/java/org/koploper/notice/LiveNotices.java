package org.koploper.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the open screens of a person that the person's notices changed, so that they read again. Nothing but the fact is
 * told, after the commit, and to nobody else's screens.
 */
@Service
public class LiveNotices {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNotices.class);

    private final Map<PersonId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Calls calls;

    LiveNotices(Calls calls) {
        this.calls = calls;
    }

    /**
     * Runs this after every change of the caller's own notices, on a thread without a user: it must only cause a screen
     * to read again as its own user.
     *
     * @return takes it back; a screen does so when it is closed
     */
    @PersonOnly
    public Registration onChange(Runnable listener) {
        PersonId self = Caller.now().self();
        Listener added = new Listener(listener, calls);
        listeners.compute(self, (person, own) -> {
            Set<Listener> all = own == null ? ConcurrentHashMap.newKeySet() : own;
            all.add(added);
            return all;
        });
        return () -> listeners.computeIfPresent(self, (person, own) -> {
            own.remove(added);
            return own.isEmpty() ? null : own;
        });
    }

    /** To be told once the running transaction has committed. */
    void changed(Collection<PersonId> persons) {
        List<PersonId> told =
                persons.stream().filter(listeners::containsKey).distinct().toList();
        if (told.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    told.forEach(
                            person -> listeners.getOrDefault(person, Set.of()).forEach(Listener::call));
                }
            }
        });
    }

    /** Takes a listener back. */
    @FunctionalInterface
    public interface Registration {

        /** The listener is not called again, except where a call is under way. */
        void remove();
    }

    /** A change that comes before the call has begun needs no call of its own. */
    private static final class Listener {

        private final Runnable listener;
        private final Calls calls;
        private final AtomicBoolean waiting = new AtomicBoolean();

        Listener(Runnable listener, Calls calls) {
            this.listener = listener;
            this.calls = calls;
        }

        void call() {
            if (waiting.compareAndSet(false, true)) {
                calls.run(() -> {
                    waiting.set(false);
                    try {
                        listener.run();
                    } catch (RuntimeException e) {
                        LOG.warn("A listener of notices failed", e);
                    }
                });
            }
        }
    }

    /** Calls on threads of their own: who committed neither waits for screens nor lends them a transaction. */
    @org.springframework.stereotype.Component
    static class Calls implements DisposableBean {

        private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("live-notices-", 0).factory());

        void run(Runnable call) {
            try {
                threads.execute(call);
            } catch (RejectedExecutionException closing) {
                // the product is shutting down and the screens with it
            }
        }

        @Override
        public void destroy() {
            threads.shutdownNow();
        }
    }
}
