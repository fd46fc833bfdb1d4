package org.koploper.access;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Ends sessions in which nothing was done for too long, and looking as somebody, also where no request would find that
 * out: an open page is sent what changes on it, pay included, without asking for it.
 */
@Component
class IdleSweep {

    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("idle-sessions").factory());

    IdleSweep(SessionTable table, Looks looks) {
        sweeping.scheduleWithFixedDelay(table::endIdle, OFTEN.toSeconds(), OFTEN.toSeconds(), TimeUnit.SECONDS);
        sweeping.scheduleWithFixedDelay(looks::endOver, OFTEN.toSeconds(), OFTEN.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        sweeping.shutdownNow();
    }
}
