package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ledger.Verification.Broken;
import org.koploper.ledger.Verification.Fault;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

abstract class LedgerContract {

    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsAppendedIsHeldPerLine() {
        PersonId payee = payee();
        append(payee, line("a", "100", "100", EntryKind.NEW), line("b", "0.125", "0.125", EntryKind.NEW));
        append(payee, line("a", "70", "-30", EntryKind.CHANGED));
        append(payee, line("b", "0", "-0.125", EntryKind.GONE));

        List<HeldLine> held = held(payee, NOVEMBER, NOVEMBER);

        assertThat(held).extracting(HeldLine::lineKey).containsExactlyInAnyOrder("a", "b");
        assertThat(held)
                .filteredOn(line -> line.lineKey().equals("a"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualByComparingTo("70");
                    assertThat(line.gone()).isFalse();
                });
        assertThat(held)
                .filteredOn(line -> line.lineKey().equals("b"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isZero();
                    assertThat(line.gone()).isTrue();
                });
        assertThat(held(payee, NOVEMBER.plusMonths(1), NOVEMBER.plusMonths(2))).isEmpty();
    }

    @Test
    void anAmountThatWouldBeRoundedIsRefusedAndNothingIsWritten() {
        PersonId payee = payee();
        String tooFine = "0.1234567890123456789";

        assertThatThrownBy(() ->
                        append(payee, line("a", "1", "1", EntryKind.NEW), line("b", tooFine, tooFine, EntryKind.NEW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(tooFine);
        assertThatThrownBy(() -> append(payee, line("a", "123456789012345678901", "1", EntryKind.NEW)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(held(payee, NOVEMBER, NOVEMBER)).isEmpty();
    }

    @Test
    void eighteenDecimalsAndTwentyDigitsAreKeptExactly() {
        PersonId payee = payee();
        append(payee, line("a", "12345678901234567890.123456789012345678", "0.000000000000000001", EntryKind.NEW));

        assertThat(held(payee, NOVEMBER, NOVEMBER).getFirst().amount()).isEqualByComparingTo("0.000000000000000001");
        assertThat(jdbc.sql("select line_amount from ledger_entries where person_id = :person")
                        .param("person", payee.value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("12345678901234567890.123456789012345678");
        assertThat(verified().intact()).isTrue();
    }

    @Test
    void entriesCanNeitherBeChangedNorDeleted() {
        PersonId payee = payee();
        append(payee, line("a", "100", "100", EntryKind.NEW));

        assertThatThrownBy(() -> jdbc.sql("update ledger_entries set delta = 1").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from ledger_entries").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(held(payee, NOVEMBER, NOVEMBER).getFirst().amount()).isEqualByComparingTo("100");
    }

    @Test
    void aWalkOverAllChainsFindsThemIntact() {
        PersonId payee = payee();
        append(payee, line("a", "100", "100", EntryKind.NEW));
        append(payee, line("a", "90", "-10", EntryKind.CHANGED), line("€ 😀", "1", "1", EntryKind.NEW));

        Verification verification = verified();

        assertThat(verification.broken()).isNull();
        assertThat(verification.entries()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aChainLongerThanAPageIsWalkedToItsEnd() {
        PersonId payee = payee();
        NewEntry[] many = new NewEntry[2_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = line("line " + i, "1", "1", EntryKind.NEW);
        }
        append(payee, many);

        assertThat(verified().broken()).isNull();
        assertThat(jdbc.sql("select last_seq from ledger_chains where person_id = :person")
                        .param("person", payee.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2_001);
    }

    @Test
    void aForgedHeadIsFound() {
        PersonId payee = payee();
        append(payee, line("a", "100", "100", EntryKind.NEW));
        jdbc.sql("update ledger_chains set last_seq = 2 where person_id = :person")
                .param("person", payee.value())
                .update();
        try {
            assertThat(verified().broken()).isEqualTo(new Broken(payee, 2, Fault.HEAD));
        } finally {
            jdbc.sql("update ledger_chains set last_seq = 1 where person_id = :person")
                    .param("person", payee.value())
                    .update();
        }
    }

    @Test
    void whoeverHoldsTheLockOfAPayeeIsAlone() throws Exception {
        PersonId payee = payee();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> locked(payee, () -> {
                locked.countDown();
                await(goOn);
                ledger.append(payee, List.of(line("a", "1", "1", EntryKind.NEW)));
            }));
            await(locked);
            Future<Integer> second = threads.submit(() -> {
                int[] seen = new int[1];
                locked(
                        payee,
                        () -> seen[0] =
                                ledger.held(Set.of(payee), NOVEMBER, NOVEMBER).size());
                return seen[0];
            });
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            goOn.countDown();

            first.get(10, TimeUnit.SECONDS);
            assertThat(second.get(10, TimeUnit.SECONDS))
                    .as("what the first one posted")
                    .isEqualTo(1);
        }
    }

    @Test
    void twoThatStartAChainAtOnceBothSucceed() throws Exception {
        for (int round = 0; round < 10; round++) {
            PersonId payee = payee();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Runnable work = () -> {
                    await(start);
                    append(payee, line("a", "1", "1", EntryKind.NEW));
                };
                Future<?> one = threads.submit(work);
                Future<?> other = threads.submit(work);
                start.countDown();
                one.get(10, TimeUnit.SECONDS);
                other.get(10, TimeUnit.SECONDS);
            }
            assertThat(held(payee, NOVEMBER, NOVEMBER).getFirst().amount()).isEqualByComparingTo("2");
        }
        assertThat(verified().intact()).isTrue();
    }

    @Test
    void nobodyButTheProductItselfPosts() {
        PersonId payee = payee();
        assertThatThrownBy(() -> As.user(payee, Set.of(Role.values()), () -> {
                    transaction.executeWithoutResult(
                            status -> ledger.append(payee, List.of(line("a", "1", "1", EntryKind.NEW))));
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> As.user(payee, Set.of(Role.ADMIN, Role.HR), () -> ledger.verify()))
                .isInstanceOf(AccessDeniedException.class);
    }

    PersonId payee() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Payee', 'BE', 0)")
                .param("id", id)
                .param("ref", "ledger-" + id)
                .update();
        return new PersonId(id);
    }

    void append(PersonId payee, NewEntry... entries) {
        locked(payee, () -> ledger.append(payee, List.of(entries)));
    }

    private void locked(PersonId payee, Runnable work) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            ledger.lock(List.of(payee));
            work.run();
        }));
    }

    Verification verified() {
        return Caller.asSystem(() -> ledger.verify());
    }

    private List<HeldLine> held(PersonId payee, YearMonth from, YearMonth to) {
        return Caller.asSystem(() -> ledger.held(List.of(payee), from, to).getOrDefault(payee, List.of()));
    }

    static NewEntry line(String key, String amount, String delta, EntryKind kind) {
        return new NewEntry(
                NOVEMBER,
                "Plan",
                1,
                "Component",
                "D-1",
                key,
                BigDecimal.TEN,
                new BigDecimal("0.1"),
                new BigDecimal(amount),
                new BigDecimal(delta),
                Currency.getInstance("EUR"),
                kind,
                "{}",
                0,
                "test");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends LedgerContract {}

    @OnPostgres
    static class OnPostgresTest extends LedgerContract {

        /** Here the test signs in as the owner of the tables, who can take the triggers away: what the chain is for. */
        @Test
        void anOwnerWhoChangesARowPastTheTriggersIsFound() {
            PersonId payee = payee();
            append(payee, line("a", "100", "100", EntryKind.NEW), line("b", "5", "5", EntryKind.NEW));

            tamper("update ledger_entries set delta = 1000 where line_key = 'a' and person_id = " + payee);
            assertThat(verified().broken()).isEqualTo(new Broken(payee, 1, Fault.CONTENT));

            tamper("update ledger_entries set delta = 100 where line_key = 'a' and person_id = " + payee);
            assertThat(verified().broken()).isNull();

            tamper("update ledger_entries set recorded_at = recorded_at + interval '1 microsecond'"
                    + " where line_key = 'b' and person_id = " + payee);
            assertThat(verified().broken()).isEqualTo(new Broken(payee, 2, Fault.CONTENT));

            tamper("delete from ledger_entries where line_key = 'b' and person_id = " + payee);
            assertThat(verified().broken()).isEqualTo(new Broken(payee, 2, Fault.HEAD));

            tamper("delete from ledger_entries where person_id = " + payee);
            tamper("delete from ledger_chains where person_id = " + payee);
        }

        private void tamper(String statement) {
            jdbc.sql("alter table ledger_entries disable trigger all").update();
            try {
                assertThat(jdbc.sql(statement).update()).isPositive();
            } finally {
                jdbc.sql("alter table ledger_entries enable trigger all").update();
            }
        }
    }
}
