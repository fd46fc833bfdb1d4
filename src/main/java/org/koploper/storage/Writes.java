package org.koploper.storage;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Counts what this process wrote, so that nobody goes on with what was read before. */
@Component
class Writes implements TransactionExecutionListener {

    private static final AtomicLong SEEN = new AtomicLong();

    static long seen() {
        return SEEN.get();
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (!transaction.isReadOnly()) {
            SEEN.incrementAndGet();
        }
    }
}
