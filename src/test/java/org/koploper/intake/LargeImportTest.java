package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * However large an import is, no transaction of it is: the embedded database keeps every row that a transaction wrote in
 * memory until its end.
 */
@OnEmpty
class LargeImportTest {

    /** 28,000 deals: more than are taken, or taken back, at once. */
    private static final int PEOPLE = 40;

    private static final int DAYS = 700;

    /** A portion of totals: its days with three rows each; far less than all days of the file have. */
    private static final int MOST_ROWS = 35_000;

    @Autowired
    Imports imports;

    @Autowired
    Undo undo;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AbstractPlatformTransactionManager transactions;

    private final AtomicLong largest = new AtomicLong();

    /** Asks the database before each commit how many rows the transaction holds. */
    private final TransactionExecutionListener held = new TransactionExecutionListener() {
        @Override
        public void beforeCommit(TransactionExecution transaction) {
            largest.accumulateAndGet(
                    jdbc.sql("select transaction_size from information_schema.system_sessions"
                                    + " where session_id = session_id()")
                            .query(Long.class)
                            .single(),
                    Math::max);
        }
    };

    @BeforeEach
    void listen() {
        transactions.addListener(held);
    }

    @AfterEach
    void stopListening() {
        transactions.setTransactionExecutionListeners(List.of());
    }

    @Test
    void neitherTakingALargeFileNorTakingItBackHoldsItInOneTransaction() {
        StringBuilder people = new StringBuilder("externalId,name\n");
        StringBuilder deals = new StringBuilder("externalId,owner,stage,closedOn,value,currency\n");
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int person = 0; person < PEOPLE; person++) {
            people.append("P%d,Person %d%n".formatted(person, person));
            for (int day = 0; day < DAYS; day++) {
                deals.append("D%d-%d,P%d,won,%s,100,EUR%n".formatted(person, day, person, first.plusDays(day)));
            }
        }
        take("people", people);

        Import taken = take("deals", deals);

        assertThat(taken.counts().created()).isEqualTo(PEOPLE * DAYS).isGreaterThan(Imports.MOST_AT_ONCE);
        assertThat(totals()).isEqualTo(3L * PEOPLE * DAYS);
        assertThat(largest.get()).as("rows in one transaction").isBetween(10_000L, (long) MOST_ROWS);
        largest.set(0);

        admin(() -> undo.undo(taken, false));
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> admin(() -> imports.find(taken.id()).orElseThrow()).undoneRows() == null);

        assertThat(totals()).isZero();
        assertThat(largest.get()).as("rows in one transaction").isBetween(10_000L, (long) MOST_ROWS);
    }

    private Import take(String kind, StringBuilder csv) {
        FileSource file = FileSource.of(csv.toString().getBytes(StandardCharsets.UTF_8));
        long id = admin(() -> imports.run(file, kind + ".csv", kind, Mapping.NONE, true))
                .id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> admin(() -> imports.find(id).orElseThrow()).state() != Import.State.RUNNING);
        Import done = admin(() -> imports.find(id).orElseThrow());
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        return done;
    }

    private long totals() {
        return jdbc.sql("select count(*) from daily_totals").query(Long.class).single();
    }

    private static <T> T admin(Supplier<T> work) {
        return As.user(null, EnumSet.of(Role.ADMIN), work);
    }
}
