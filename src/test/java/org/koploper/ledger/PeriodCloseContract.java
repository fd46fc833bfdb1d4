package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Months are closed in order and for good, and whoever writes at the same moment comes before or after, never in between. */
abstract class PeriodCloseContract {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Autowired
    PeriodClose close;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void aMonthIsClosedWithItsTotalsAndNeverAgain() {
        YearMonth month = next();
        PersonId one = payee();
        PersonId other = payee();
        append(one, month, "120.50");
        append(other, month, "-20.25");

        PayMonth before = of(month);
        assertThat(before.state()).isEqualTo(PayMonth.State.CLOSABLE);
        PayMonth closed = Caller.asSystem(() -> close.close(month, before.totals()));

        assertThat(closed.state()).isEqualTo(PayMonth.State.CLOSED);
        assertThat(closed.people()).isEqualTo(before.people()).isGreaterThanOrEqualTo(2);
        assertThat(closed.totals()).isEqualTo(before.totals());
        assertThat(closed.closing()).isNotNull();
        assertThat(closed.closing().payableOn()).isEqualTo(LocalDate.now(clock).plusDays(15));
        assertThat(of(month.plusMonths(1)).state()).isEqualTo(PayMonth.State.CLOSABLE);
        assertThat(records("period.closed", month)).isEqualTo(1);
        refused(month, closed.totals(), NotClosed.Reason.ALREADY_CLOSED);
        assertThat(records("period.closed", month)).as("after a refusal").isEqualTo(1);
    }

    @Test
    void aClosedMonthThatComesToAnotherTotalIsFound() {
        YearMonth month = next();
        append(payee(), month, "100");
        close(month);
        assertThat(Caller.asSystem(() -> ledger.verify()).otherTotal()).isNull();

        jdbc.sql("update closed_totals set total = total + 0.01 where closed_month = :month and currency = 'EUR'")
                .param("month", month.toString())
                .update();
        try {
            Verification found = Caller.asSystem(() -> ledger.verify());
            assertThat(found.broken()).isNull();
            assertThat(found.otherTotal()).isEqualTo(month);
            assertThat(found.intact()).isFalse();
        } finally {
            jdbc.sql("update closed_totals set total = total - 0.01 where closed_month = :month and currency = 'EUR'")
                    .param("month", month.toString())
                    .update();
        }
    }

    @Test
    void aMonthWithoutAnEntryOfACurrencyIsFoundToo() {
        YearMonth month = next();
        append(payee(), month, "100");
        close(month);
        jdbc.sql("insert into closed_totals (closed_month, currency, total) values (:month, 'SEK', 5)")
                .param("month", month.toString())
                .update();
        try {
            assertThat(Caller.asSystem(() -> ledger.verify()).otherTotal()).isEqualTo(month);
        } finally {
            jdbc.sql("delete from closed_totals where closed_month = :month and currency = 'SEK'")
                    .param("month", month.toString())
                    .update();
        }
    }

    @Test
    void whatIsPostedAboutAClosedMonthStandsOnTheFirstOpenStatement() {
        YearMonth month = next();
        PersonId payee = payee();
        append(payee, month, "100");
        close(month);
        append(payee, month, "7");
        append(payee, month.minusMonths(3), "1");

        assertThat(posted(payee))
                .containsExactly(month + " 100", month.plusMonths(1) + " 7", month.plusMonths(1) + " 1");
        assertThat(Caller.asSystem(() -> ledger.held(List.of(payee), month, month))
                        .get(payee))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualByComparingTo("107");
                    assertThat(line.settled()).isEqualByComparingTo("100");
                });
    }

    @Test
    void onlyTheOldestOpenMonthThatIsOverCanBeClosed() {
        YearMonth month = next();
        append(payee(), month, "5");

        refused(month.plusMonths(1), Map.of(), NotClosed.Reason.EARLIER_IS_OPEN);
        refused(YearMonth.now(clock), Map.of(), NotClosed.Reason.NOT_OVER);
        refused(YearMonth.now(clock).plusMonths(1), Map.of(), NotClosed.Reason.NOT_OVER);
        assertThat(of(month).state()).isEqualTo(PayMonth.State.CLOSABLE);
        assertThat(of(month.plusMonths(1)).state()).isEqualTo(PayMonth.State.WAITING);
        assertThat(of(YearMonth.now(clock)).state()).isEqualTo(PayMonth.State.RUNNING);
    }

    @Test
    void otherTotalsThanThoseConfirmedAreRefused() {
        YearMonth month = next();
        append(payee(), month, "5");
        Map<Currency, BigDecimal> seen = of(month).totals();
        append(payee(), month, "0.01");

        refused(month, seen, NotClosed.Reason.OTHER_TOTALS);
        refused(month, Map.of(), NotClosed.Reason.OTHER_TOTALS);
        assertThat(of(month).state()).isEqualTo(PayMonth.State.CLOSABLE);
    }

    @Test
    void nothingIsClosedWhileSomethingIsBeingComputed() {
        YearMonth month = next();
        UUID event = UUID.randomUUID();
        jdbc.sql("insert into event_publication (id, event_type, listener_id, publication_date, serialized_event)"
                        + " values (:id, 'x', 'x', current_timestamp, '{}')")
                .param("id", event)
                .update();
        try {
            refused(month, of(month).totals(), NotClosed.Reason.BEING_COMPUTED);
        } finally {
            jdbc.sql("delete from event_publication where id = :id")
                    .param("id", event)
                    .update();
        }
        close(month);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosingWaitsForWhoeverWritesAndThenSeesIt(boolean started) throws Exception {
        YearMonth month = next();
        PersonId payee = payee();
        if (started) {
            append(payee, month, "1");
        }
        Map<Currency, BigDecimal> seen = of(month).totals();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writing = threads.submit(() -> locked(payee, () -> {
                assertThat(ledger.closed().contains(month)).isFalse();
                locked.countDown();
                await(goOn);
                ledger.append(payee, List.of(entry(month, "3")));
            }));
            await(locked);
            Future<?> closing = threads.submit(() -> Caller.asSystem(() -> close.close(month, seen)));
            assertThatThrownBy(() -> closing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            goOn.countDown();

            writing.get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> closing.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotClosed.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(NotClosed.Reason.OTHER_TOTALS));
        }
        assertThat(posted(payee)).last().isEqualTo(month + " 3");
        close(month);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverWritesDuringAClosingWaitsAndThenWritesOnTheNextStatement(boolean started) throws Exception {
        YearMonth month = next();
        PersonId payee = payee();
        if (started) {
            append(payee, month, "1");
        }
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> closing = threads.submit(() -> Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
                close.close(month, of(month).totals());
                closed.countDown();
                await(goOn);
            })));
            await(closed);
            Future<?> writing = threads.submit(() -> append(payee, month, "3"));
            assertThatThrownBy(() -> writing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            goOn.countDown();

            closing.get(10, TimeUnit.SECONDS);
            writing.get(10, TimeUnit.SECONDS);
        }
        assertThat(posted(payee)).last().isEqualTo(month.plusMonths(1) + " 3");
        assertThat(Caller.asSystem(() -> ledger.verify()).broken()).isNull();
    }

    @Test
    void onlyFinanceSeesAndClosesMonths() {
        YearMonth month = next();
        PersonId somebody = payee();
        Set<Role> others = EnumSet.complementOf(EnumSet.of(Role.FINANCE));
        assertThatThrownBy(() -> As.user(somebody, others, () -> close.months()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> As.user(somebody, others, () -> close.close(month, Map.of())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> As.user(somebody, others, () -> {
                    close.payAfter(3);
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);

        PayMonth closed = As.user(
                somebody,
                Set.of(Role.FINANCE),
                () -> close.close(month, of(month).totals()));
        assertThat(closed.closedBy()).isEqualTo("Payee");
    }

    @Test
    void theDaysUntilPaymentAreASettingForMonthsToCome() {
        PersonId finance = payee();
        YearMonth month = next();
        close(month);
        try {
            As.user(finance, Set.of(Role.FINANCE), () -> {
                close.payAfter(30);
                return null;
            });
            close(month.plusMonths(1));
            assertThat(of(month).closing().payableOn())
                    .isEqualTo(LocalDate.now(clock).plusDays(15));
            assertThat(of(month.plusMonths(1)).closing().payableOn())
                    .isEqualTo(LocalDate.now(clock).plusDays(30));
            assertThatThrownBy(() -> As.user(finance, Set.of(Role.FINANCE), () -> {
                        close.payAfter(-1);
                        return null;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            jdbc.sql("update organisation set payable_days = 15").update();
        }
    }

    /** The next month to close, with something on it. */
    private YearMonth next() {
        List<PayMonth> months = Caller.asSystem(() -> close.months());
        if (months.isEmpty()) {
            append(payee(), YearMonth.of(2019, 1), "1");
            return next();
        }
        return months.stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .findFirst()
                .orElseThrow()
                .month();
    }

    private PayMonth of(YearMonth month) {
        return Caller.asSystem(() -> close.months()).stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private void close(YearMonth month) {
        Caller.asSystem(() -> close.close(month, of(month).totals()));
    }

    private void refused(YearMonth month, Map<Currency, BigDecimal> totals, NotClosed.Reason reason) {
        assertThatThrownBy(() -> Caller.asSystem(() -> close.close(month, totals)))
                .isInstanceOfSatisfying(
                        NotClosed.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private long records(String action, YearMonth month) {
        return jdbc.sql("select count(*) from audit_records where action = :action and object_ref = :month")
                .param("action", action)
                .param("month", month.toString())
                .query(Long.class)
                .single();
    }

    private List<String> posted(PersonId payee) {
        return jdbc.sql("select posted_month, delta from ledger_entries where person_id = :payee order by seq")
                .param("payee", payee.value())
                .query((row, n) -> row.getString(1) + " "
                        + row.getBigDecimal(2).stripTrailingZeros().toPlainString())
                .list();
    }

    private PersonId payee() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Payee', 'BE', 0)")
                .param("id", id)
                .param("ref", "close-" + id)
                .update();
        return new PersonId(id);
    }

    private void append(PersonId payee, YearMonth month, String amount) {
        locked(payee, () -> ledger.append(payee, List.of(entry(month, amount))));
    }

    private void locked(PersonId payee, Runnable work) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            ledger.lock(List.of(payee));
            work.run();
        }));
    }

    private static NewEntry entry(YearMonth month, String amount) {
        return new NewEntry(
                month,
                "Plan",
                1,
                "Component",
                "D-1",
                "p/1|Component|" + month + "|D-1|0",
                BigDecimal.TEN,
                new BigDecimal("0.1"),
                new BigDecimal(amount),
                new BigDecimal(amount),
                EUR,
                EntryKind.NEW,
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
    @TestPropertySource(properties = "koploper.test=period-close")
    static class OnHsqldbTest extends PeriodCloseContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=period-close")
    static class OnPostgresTest extends PeriodCloseContract {}
}
