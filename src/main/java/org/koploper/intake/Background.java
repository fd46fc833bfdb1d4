package org.koploper.intake;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Sees large files through, one after the other, in the name of whoever brought them. */
@Component
class Background {

    private static final int MOST_WAITING = 8;
    private static final int PATIENCE_SECONDS = 20;

    private final ThreadPoolExecutor one = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("import").daemon().factory());

    /** @throws java.util.concurrent.RejectedExecutionException when too much is waiting */
    void run(Runnable work) {
        // a copy: the request empties its own when it ends
        SecurityContext caller = new SecurityContextImpl();
        caller.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        one.execute(new DelegatingSecurityContextRunnable(work, caller));
    }

    @PreDestroy
    void close() throws InterruptedException {
        one.shutdown();
        one.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
