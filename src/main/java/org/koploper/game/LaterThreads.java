package org.koploper.game;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One thread that waits, and a virtual one for each call, so that a slow listener delays nobody else. */
@Component
class LaterThreads implements Later, DisposableBean {

    private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-boards").daemon().factory());
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("live-boards-", 0).factory());

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public void run(Duration delay, Runnable work) {
        try {
            if (delay.isZero() || delay.isNegative()) {
                calls.execute(work);
            } else {
                waiting.schedule(() -> calls.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException closing) {
            // the product is shutting down and the screens with it
        }
    }

    @Override
    public void destroy() {
        waiting.shutdownNow();
        calls.shutdownNow();
    }
}
