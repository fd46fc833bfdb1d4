package org.koploper.people;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organisation's currency for those who ask ten thousand times, such as the fields of an import. No secret, so no
 * sign-in is needed; to change it, see {@link Organisation}.
 */
@Component
public class HouseCurrency {

    /** Another node may change it: how long that may go unnoticed here. */
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private volatile @Nullable Known known;

    HouseCurrency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** ISO 4217; null until it is set or the first money has arrived. */
    public @Nullable String code() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > FRESH) {
            now = new Known(read().orElse(null), System.nanoTime());
            known = now;
        }
        return now.code();
    }

    /** To be called in the transaction that changes it: what is read until it ends may be wrong in either direction. */
    void forget() {
        known = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                // before everybody else who starts to work when the transaction is through
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCommit() {
                known = null;
            }

            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }

    private Optional<String> read() {
        return jdbc.sql("select currency from organisation where id = 1 and currency is not null")
                .query(String.class)
                .optional();
    }

    private record Known(@Nullable String code, long readAt) {}
}
