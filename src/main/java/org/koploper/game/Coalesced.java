package org.koploper.game;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener that is called at most once per pause: at once after a quiet time, otherwise when the pause is over. A
 * change that comes while the listener runs causes another call, so the last one is never lost.
 */
final class Coalesced {

    private static final Logger LOG = LoggerFactory.getLogger(Coalesced.class);

    private final Runnable listener;
    private final Duration pause;
    private final Later later;
    private final Lock running = new ReentrantLock();
    private boolean waiting;
    private boolean called;
    private boolean stopped;
    private long lastCall;

    Coalesced(Runnable listener, Duration pause, Later later) {
        this.listener = listener;
        this.pause = pause;
        this.later = later;
    }

    void changed() {
        Duration delay;
        synchronized (this) {
            if (waiting) {
                return;
            }
            waiting = true;
            delay = called ? pause.minusNanos(later.now() - lastCall) : Duration.ZERO;
        }
        later.run(delay, this::call);
    }

    /** No call any more, also none that is waiting. */
    synchronized void stop() {
        stopped = true;
    }

    private void call() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            // before the listener reads: what changes from here on needs another call
            waiting = false;
            called = true;
            lastCall = later.now();
        }
        // one call at a time, also where one takes longer than the pause
        running.lock();
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener of live boards failed", e);
        } finally {
            running.unlock();
        }
    }
}
