package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealView;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * However many save at once, nobody waits for a connection while holding one: totals and commission follow a save in
 * transactions of their own, and a pool that is full of saves waiting for them would never move again.
 */
abstract class ConnectionsContract {

    private static final int SAVES = 24;
    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 5);

    @Autowired
    ApplicationContext context;

    @Autowired
    HikariDataSource pool;

    @Autowired
    DealDesk deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    private SalesSample sales;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        sales.home();
    }

    /** The transactions are made to commit all together, as many as there are connections: the worst moment there is. */
    @Test
    void asManySavesAsThereAreConnectionsCommitTogetherAndAllIsCurrent() throws Exception {
        long unfinished = unfinished();
        CountDownLatch committed = new CountDownLatch(pool.getMaximumPoolSize());
        List<Saved> saved =
                saves(() -> TransactionSynchronizationManager.registerSynchronization(new Meeting(committed)));

        assertThat(saved)
                .allSatisfy(deal -> assertThat(total(deal.owner()))
                        .as("the total of the owner of " + deal.externalId())
                        .isEqualByComparingTo("1250"));
        assertThat(unfinished()).as("listeners that failed").isEqualTo(unfinished);
    }

    @Test
    void aTransactionGetsIdsThoughSomebodyOutsideWaitsForAConnectionToGetSome() throws Exception {
        List<Connection> taken = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try (threads) {
            transaction.executeWithoutResult(status -> {
                take(taken, pool.getMaximumPoolSize() - 1);
                threads.submit(this::twoBlocks);
                await().until(() -> waiting() > 0);

                twoBlocks();

                assertThat(waiting()).as("who still waits outside").isPositive();
            });
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private void twoBlocks() {
        for (int i = 0; i < 2 * Ids.BLOCK; i++) {
            ids.next();
        }
    }

    private int waiting() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    private void take(List<Connection> taken, int connections) {
        try {
            while (taken.size() < connections) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Saves of 24 deals of 24 owners, each in a transaction that begins with the given work. */
    private List<Saved> saves(Runnable first) throws Exception {
        List<Saved> saved = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            PersonId owner = sales.person("Owner " + i);
            saved.add(new Saved(owner, "D" + sales.won(owner, "1000", CLOSED.toString())));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Saved deal : saved) {
                running.add(threads.submit(() -> save(deal.externalId(), first)));
            }
            for (Future<?> one : running) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        return saved;
    }

    private void save(String deal, Runnable first) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            first.run();
            DealView read = deals.find(deal).orElseThrow();
            deals.change(deal, read.unchanged().worth(new BigDecimal("1250")), read.version(), "one more was ordered");
        }));
    }

    private BigDecimal total(PersonId owner) {
        return jdbc.sql("select amount from daily_totals where person_id = :owner and measure = 'REVENUE'")
                .param("owner", owner.value())
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
    }

    private long unfinished() {
        return jdbc.sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }

    private record Saved(PersonId owner, String externalId) {}

    /** After the commit and before anything that follows it, waits until enough others got as far. */
    private record Meeting(CountDownLatch others) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            others.countDown();
            try {
                assertThat(others.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends ConnectionsContract {}

    @OnPostgres
    static class OnPostgresTest extends ConnectionsContract {}
}
