package org.koploper.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A statement is the sum of the entries that stand on it, now and in every version before. */
abstract class StatementsContract {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired
    Statements statements;

    @Autowired
    Ledger ledger;

    @Autowired
    ChainProof proof;

    @Autowired
    PeriodClose close;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    PersonId rep;
    YearMonth month;

    @BeforeEach
    void somebodyInAMonthThatIsOpen() {
        toClose(); // before anything lies in the future: the first month there is has to be over
        rep = person();
        month = YearMonth.now(clock).plusMonths(1);
    }

    @Test
    void itIsTheSumOfItsEntriesAndShowsWhatIsEarnedNow() {
        post(rep, line("a", "100", "100", EntryKind.NEW), line("b", "20.5", "20.5", EntryKind.NEW));
        post(rep, line("a", "70", "-30", EntryKind.CHANGED));
        post(rep, line("b", "0", "-20.5", EntryKind.GONE));

        Statement statement = asked(() -> statements.of(rep, month));

        assertThat(statement.total()).isEqualByComparingTo("70");
        assertThat(statement.currency()).isEqualTo(EUR);
        assertThat(statement.state()).isEqualTo(StatementState.OPEN);
        assertThat(statement.versions()).isEqualTo(3);
        assertThat(statement.empty()).isNull();
        assertThat(statement.closing()).isNull();
        assertThat(statement.otherTotals()).isEmpty();
        assertThat(statement.credits()).containsExactly("deal-a");
        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("70");
            assertThat(line.base()).isEqualByComparingTo("1000");
            assertThat(line.rate()).isEqualByComparingTo("0.1");
            assertThat(line.plan()).isEqualTo("Plan");
            assertThat(line.version()).isEqualTo(2);
            assertThat(statement.adjusts(line)).isFalse();
        });
        assertThat(statement.asOf())
                .isEqualTo(
                        asked(() -> statements.documents(rep, month)).getFirst().at());
    }

    @Test
    void whereNothingWasPostedItSaysWhy() {
        Statement statement = asked(() -> statements.of(rep, month));

        assertThat(statement.total()).isZero();
        assertThat(statement.lines()).isEmpty();
        assertThat(statement.versions()).isZero();
        assertThat(statement.empty()).isEqualTo(Statement.Empty.NO_PLAN);
        assertThat(statement.empty().key()).isEqualTo("statement.empty.no-plan");
        assertThat(asked(() -> statements.seal(rep, month))).isEmpty();
        assertThat(asked(() -> statements.documents(rep, month))).isEmpty();
        assertThatThrownBy(() -> asked(() -> statements.of(new PersonId(-1), month)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void eachVersionIsWhatItWas() {
        post(rep, line("a", "100", "100", EntryKind.NEW));
        post(rep, line("a", "70", "-30", EntryKind.CHANGED), line("b", "1", "1", EntryKind.NEW));

        List<StatementDocument> documents = asked(() -> statements.documents(rep, month));

        assertThat(documents).extracting(StatementDocument::number).containsExactly(2, 1);
        assertThat(documents.getFirst().totals().get(EUR)).isEqualByComparingTo("71");
        assertThat(documents.getLast().totals().get(EUR)).isEqualByComparingTo("100");
        assertThat(documents.getFirst().seal())
                .isEqualTo(asked(() -> statements.seal(rep, month)).orElseThrow());
        Statement first = asked(() -> statements.of(rep, month, 1));
        assertThat(first.total()).isEqualByComparingTo("100");
        assertThat(first.versions()).isEqualTo(1);
        assertThat(first.lines()).hasSize(1);
        assertThat(asked(() -> statements.of(rep, month, 2)).total()).isEqualByComparingTo("71");
        for (int unknown : new int[] {0, 3}) {
            assertThatThrownBy(() -> asked(() -> statements.of(rep, month, unknown)))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void changesAreAllEntriesTheNewestFirst() {
        post(rep, line("a", "100", "100", EntryKind.NEW));
        post(rep, line("a", "0", "-100", EntryKind.GONE));

        List<StatementChange> changes = asked(() -> statements.changes(rep, month));

        assertThat(changes).extracting(StatementChange::kind).containsExactly(EntryKind.GONE, EntryKind.NEW);
        assertThat(changes).extracting(change -> change.delta().toPlainString()).containsExactly("-100", "100");
        assertThat(changes).noneMatch(StatementChange::adjusts);
        assertThat(StatementVersion.of(changes)).hasSize(2);
    }

    @Test
    void whatIsPostedAboutAClosedMonthIsAnAdjustmentOfTheNext() {
        YearMonth closed = toClose();
        post(rep, of(closed, "a", "100", "100", EntryKind.NEW));
        Caller.asSystem(() -> close.close(closed, totals(closed)));
        post(rep, of(closed, "a", "107", "7", EntryKind.CHANGED));

        Statement end = asked(() -> statements.of(rep, closed));
        Statement next = asked(() -> statements.of(rep, closed.plusMonths(1)));

        assertThat(end.state()).isEqualTo(StatementState.FINAL);
        assertThat(end.total()).isEqualByComparingTo("100");
        assertThat(end.closing()).isNotNull();
        assertThat(asked(() -> statements.of(rep, closed, 1)).state()).isEqualTo(StatementState.FINAL);
        assertThat(next.state()).isEqualTo(StatementState.OPEN);
        assertThat(next.lines()).singleElement().satisfies(line -> {
            assertThat(next.adjusts(line)).isTrue();
            assertThat(line.amount()).isEqualByComparingTo("7");
            assertThat(line.base()).as("what the line is now").isEqualByComparingTo("107");
            assertThat(line.rate()).isZero();
        });
        assertThat(asked(() -> statements.corrections(rep, closed)))
                .singleElement()
                .satisfies(later -> {
                    assertThat(later.month()).isEqualTo(closed.plusMonths(1));
                    assertThat(later.total()).isEqualByComparingTo("7");
                });
        post(rep, of(closed, "a", "100", "-7", EntryKind.CHANGED));
        assertThat(asked(() -> statements.corrections(rep, closed))).isEmpty();
        assertThat(asked(() -> statements.of(rep, closed.plusMonths(1))).lines())
                .as("an adjustment that went away again")
                .isEmpty();
    }

    @Test
    void theCourseOfTheYearHasEveryMonth() {
        post(rep, of(month, "a", "100", "100", EntryKind.NEW));
        post(rep, of(month.plusMonths(2), "b", "30", "30", EntryKind.NEW));

        List<MonthTotal> course = asked(() -> statements.course(rep, month, month.plusMonths(2)));

        assertThat(course)
                .extracting(MonthTotal::month)
                .containsExactly(month, month.plusMonths(1), month.plusMonths(2));
        assertThat(course).extracting(one -> one.total().intValue()).containsExactly(100, 0, 30);
        assertThat(asked(() -> statements.course(rep, month.plusMonths(1), month)))
                .isEmpty();
    }

    @Test
    void totalsOfSeveralPeopleAreReadAtOnce() {
        PersonId other = person();
        post(rep, line("a", "100", "100", EntryKind.NEW));

        Map<PersonId, MonthTotal> totals = asked(() -> statements.totals(List.of(rep, other), month));

        assertThat(totals.get(rep).total()).isEqualByComparingTo("100");
        assertThat(totals.get(other).total()).isZero();
        assertThat(asked(() -> statements.totals(List.of(), month))).isEmpty();
    }

    @Test
    void twoCurrenciesAreNeverAddedUp() {
        post(rep, line("a", "100", "100", EntryKind.NEW), in(USD, "b", "30"));
        post(rep, in(USD, "c", "12"));

        Statement statement = asked(() -> statements.of(rep, month));

        assertThat(statement.total()).isEqualByComparingTo("100");
        assertThat(statement.otherTotals()).hasSize(1);
        assertThat(statement.otherTotals().get(USD)).isEqualByComparingTo("42");
        assertThat(asked(() -> statements.course(rep, month, month)))
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.currency()).isEqualTo(EUR);
                    assertThat(total.total()).isEqualByComparingTo("100");
                });
        assertThat(asked(() -> statements.documents(rep, month)).getFirst().totals())
                .hasSize(2);
    }

    @Test
    void aTotalThatNobodyCanPayIsNotHidden() {
        post(rep, line("a", "0.125", "0.125", EntryKind.NEW));

        assertThatThrownBy(() -> asked(() -> statements.of(rep, month)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0.125");
        post(rep, line("rounding", "0.005", "0.005", EntryKind.NEW));
        assertThat(asked(() -> statements.of(rep, month)).total()).isEqualByComparingTo("0.13");
    }

    @Test
    void theCheckOfTheChainsIsRemembered() {
        post(rep, line("a", "100", "100", EntryKind.NEW));

        Verification found = finance(() -> proof.check());

        assertThat(found.intact()).isTrue();
        ChainProof.Checked last = finance(() -> proof.last()).orElseThrow();
        assertThat(last.inOrder()).isTrue();
        assertThat(last.entries()).isEqualTo(found.entries()).isPositive();
        String hash = jdbc.sql("select last_hash from ledger_chains where person_id = :rep")
                .param("rep", rep.value())
                .query(String.class)
                .single();
        jdbc.sql("update ledger_chains set last_hash = :other where person_id = :rep")
                .param("other", "0".repeat(64))
                .param("rep", rep.value())
                .update();
        try {
            assertThat(finance(() -> proof.check()).broken()).isNotNull();
            ChainProof.Checked broken = finance(() -> proof.last()).orElseThrow();
            assertThat(broken.inOrder()).isFalse();
            assertThat(broken.brokenOf()).isEqualTo("Payee");
            assertThat(broken.brokenAt()).isPositive();
        } finally {
            jdbc.sql("update ledger_chains set last_hash = :hash where person_id = :rep")
                    .param("hash", hash)
                    .param("rep", rep.value())
                    .update();
        }
    }

    private <T> T finance(Supplier<T> question) {
        return As.user(rep, Set.of(Role.FINANCE), question);
    }

    private static <T> T asked(Supplier<T> question) {
        return Caller.asSystem(question);
    }

    /** The next month to close, after whatever other tests have closed. */
    private YearMonth toClose() {
        List<PayMonth> months = asked(() -> close.months());
        if (months.isEmpty()) {
            post(person(), of(YearMonth.of(2019, 1), "first", "1", "1", EntryKind.NEW));
            return toClose();
        }
        return months.stream()
                .filter(one -> one.state() == PayMonth.State.CLOSABLE)
                .findFirst()
                .orElseThrow()
                .month();
    }

    private Map<Currency, BigDecimal> totals(YearMonth of) {
        return asked(() -> close.months()).stream()
                .filter(one -> one.month().equals(of))
                .findFirst()
                .orElseThrow()
                .totals();
    }

    private PersonId person() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Payee', 'BE', 0)")
                .param("id", id)
                .param("ref", "statements-" + id)
                .update();
        return new PersonId(id);
    }

    private void post(PersonId payee, NewEntry... entries) {
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            ledger.lock(List.of(payee));
            ledger.append(payee, List.of(entries));
        }));
    }

    private NewEntry line(String key, String amount, String delta, EntryKind kind) {
        return of(month, key, amount, delta, kind);
    }

    private NewEntry in(Currency currency, String key, String amount) {
        return entry(month, key, amount, amount, currency, EntryKind.NEW);
    }

    private static NewEntry of(YearMonth earned, String key, String amount, String delta, EntryKind kind) {
        return entry(earned, key, amount, delta, EUR, kind);
    }

    private static NewEntry entry(
            YearMonth earned, String key, String amount, String delta, Currency currency, EntryKind kind) {
        return new NewEntry(
                earned,
                "Plan",
                2,
                "Component",
                "deal-" + key,
                key,
                new BigDecimal("1000"),
                new BigDecimal("0.1"),
                new BigDecimal(amount),
                new BigDecimal(delta),
                currency,
                kind,
                "{}",
                0,
                "test");
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=period-close")
    static class OnHsqldbTest extends StatementsContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=period-close")
    static class OnPostgresTest extends StatementsContract {}
}
