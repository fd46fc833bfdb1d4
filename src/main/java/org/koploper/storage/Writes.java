package org.koploper.storage;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what this process wrote, so that nobody goes on with what was read before. */
@Component
class Writes implements TransactionExecutionListener {

    private static final AtomicLong SEEN = new AtomicLong();

    static long seen() {
        return SEEN.get();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null
                && !transaction.isReadOnly()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Counting());
        }
    }

    /** Whoever is told of a commit may read at once: so it is counted before anybody is. */
    private static final class Counting implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            SEEN.incrementAndGet();
        }
    }
}
