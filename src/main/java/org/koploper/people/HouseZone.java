package org.koploper.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.koploper.storage.HouseClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hangs the clock of the product where the organisation says: at the start, and when that changes. */
@Component
class HouseZone {

    private static final Logger LOG = LoggerFactory.getLogger(HouseZone.class);

    private final HouseClock clock;

    HouseZone(JdbcClient jdbc, HouseClock clock) {
        this.clock = clock;
        String kept = jdbc.sql("select time_zone from organisation where id = 1")
                .query(String.class)
                .single();
        try {
            clock.hang(ZoneId.of(kept));
        } catch (DateTimeException e) {
            LOG.warn("The time zone of the organisation is not known here; {} is used.", clock.getZone());
        }
    }

    /** In the transaction that keeps the new zone: it is in use once that is through. */
    void changeTo(ZoneId zone) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                clock.hang(zone);
            }
        });
    }
}
