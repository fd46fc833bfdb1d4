package org.koploper.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads once what several parts of one request ask for. Nothing outlives the request, and nothing that was read is used
 * again after this process wrote anything at all, or in a transaction that may be writing: so it is never older than the
 * request. Outside a request everything is read each time.
 */
public final class Once {

    private static final ThreadLocal<@Nullable Known> CURRENT = new ThreadLocal<>();

    private Once() {}

    /**
     * What was read under that key in this request, or is now.
     *
     * @param key of all that the answer depends on, the asking person included where it matters; a record of a private type
     *     cannot be mistaken for that of somebody else
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(Record key, Supplier<T> reading) {
        Known known = CURRENT.get();
        if (known == null || mayWrite()) {
            return reading.get();
        }
        known.forgetWhatIsOlder();
        T found = (T) known.values.get(key);
        if (found == null) {
            found = reading.get();
            known.values.put(key, found);
        }
        return found;
    }

    /** From now on to {@link #close} all that this thread does belongs to one request. */
    public static void open() {
        CURRENT.set(new Known());
    }

    /** Nothing is known any more. */
    public static void close() {
        CURRENT.remove();
    }

    private static boolean mayWrite() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private static final class Known {

        private final Map<Record, Object> values = new HashMap<>();
        private long at = Writes.seen();

        void forgetWhatIsOlder() {
            long now = Writes.seen();
            if (now != at) {
                values.clear();
                at = now;
            }
        }
    }
}
