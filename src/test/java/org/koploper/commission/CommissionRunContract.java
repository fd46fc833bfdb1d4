package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.commission.PaySample.FLAT_10;
import static org.koploper.commission.PaySample.FLAT_5;
import static org.koploper.commission.PaySample.TIERS_OF_THE_YEAR;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.kpi.TotalsChanged;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementChange;
import org.koploper.ledger.Statements;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From deals to statements, on the whole product. */
abstract class CommissionRunContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Statements statements;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void aFlatRatePaysEveryDealAtItsRate() {
        PersonId rep = repOn(FLAT_5);
        long one = won(rep, "1000", "2026-11-03");
        long other = won(rep, "250.50", "2026-11-04");

        assertThat(pay.lines(rep, "2026-11"))
                .containsExactly(
                        "Commission D" + one + " 1000 x 0.05 = 50",
                        "Commission D" + other + " 250.5 x 0.05 = 12.525",
                        "Commission null 62.525 x 0 = 0.005");
        assertThat(pay.total(rep, "2026-11")).isEqualTo("62.53");
    }

    @Test
    void tiersOfAYearRunOnFromMonthToMonth() {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        won(rep, "4000", "2026-01-15");
        long crossing = won(rep, "3000", "2026-03-02");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("400");
        assertThat(pay.lines(rep, "2026-03"))
                .containsExactly(
                        "Tiers D" + crossing + " 1000 x 0.1 = 100", "Tiers D" + crossing + " 2000 x 0.12 = 240");
    }

    @Test
    void anEarlierDealThatArrivesLateMovesTheMonthsAfterIt() {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        won(rep, "5000", "2026-06-15");
        assertThat(pay.total(rep, "2026-06")).isEqualTo("500");

        won(rep, "2000", "2026-02-10");

        assertThat(pay.total(rep, "2026-02")).isEqualTo("200");
        assertThat(pay.total(rep, "2026-06")).as("3,000 at 10 %, 2,000 at 12 %").isEqualTo("540");
    }

    @Test
    void twoWhoShareADealAreEachPaidTheirPart() {
        PlanRef plan = pay.plan(FLAT_10);
        PersonId one = sales.person("One");
        PersonId other = sales.person("Other");
        pay.assign(plan, one);
        pay.assign(plan, other);
        long deal = sales.won(one, "100000", "EUR", "2026-11-03");
        sales.share(deal, one, "0.6");
        sales.share(deal, other, "0.4");
        long batch = sales.newBatch();
        sales.touched(batch, one, "2026-11-03");
        sales.touched(batch, other, "2026-11-03");
        sales.changed(batch);

        assertThat(pay.total(one, "2026-11")).isEqualTo("6000");
        assertThat(pay.total(other, "2026-11")).isEqualTo("4000");
    }

    @Test
    void aChangedDealMovesOnlyThoseItTouches() {
        PlanRef plan = pay.plan(FLAT_10);
        PersonId rep = sales.person("Rep");
        PersonId colleague = sales.person("Colleague");
        pay.assign(plan, rep);
        pay.assign(plan, colleague);
        long deal = won(rep, "1000", "2026-11-03");
        won(rep, "500", "2026-11-04");
        won(colleague, "700", "2026-11-05");
        long before = pay.entries(rep);
        long ofOthers = allEntries() - before;

        jdbc.sql("update deals set deal_value = 1200 where id = :deal")
                .param("deal", deal)
                .update();
        sales.changed(rep, "2026-11-03");

        assertThat(pay.total(rep, "2026-11")).isEqualTo("170");
        assertThat(pay.entries(rep)).isEqualTo(before + 1);
        assertThat(allEntries() - pay.entries(rep)).isEqualTo(ofOthers);
        assertThat(Caller.asSystem(() -> statements.changes(rep, YearMonth.of(2026, 11)))
                        .getFirst())
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(EntryKind.CHANGED);
                    assertThat(change.deal()).isEqualTo("D" + deal);
                    assertThat(change.delta()).isEqualByComparingTo("20");
                    assertThat(change.cause()).startsWith("sales-changed ");
                });
    }

    @Test
    void aLaterLineIsExplainedAnewWhenAnEarlierDealArrivesThoughItsAmountStays() {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        won(rep, "1000", "2026-06-15");
        assertThat(positionBefore(rep, "2026-06")).isEqualTo("0");

        won(rep, "500", "2026-02-10");

        assertThat(pay.total(rep, "2026-06")).isEqualTo("100");
        assertThat(positionBefore(rep, "2026-06")).isEqualTo("500");
        assertThat(latestChange(rep, "2026-06")).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(EntryKind.EXPLAINED);
            assertThat(change.delta()).isZero();
            assertThat(change.lineAmount()).isEqualByComparingTo("100");
        });
        assertThat(Caller.asSystem(() -> run.all()))
                .as("once explained, nothing is left to say")
                .isZero();
    }

    @Test
    void aDealIsExplainedAnewWhenItsAmountAndItsShareChangeButNotTheirProduct() {
        PersonId rep = repOn(FLAT_10);
        long deal = sales.won(rep, "1000", "EUR", "2026-11-03");
        sales.share(deal, rep, "0.5");
        sales.changed(rep, "2026-11-03");

        jdbc.sql("update deals set deal_value = 500 where id = ?").param(deal).update();
        jdbc.sql("update deal_splits set share = 1 where deal_id = ?")
                .param(deal)
                .update();
        sales.changed(rep, "2026-11-03");

        assertThat(pay.total(rep, "2026-11")).isEqualTo("50");
        assertThat(reason(rep, "2026-11")).contains("\"deal-amount\",\"formula\":\"given\",\"result\":\"500\"");
        assertThat(latestChange(rep, "2026-11").kind()).isEqualTo(EntryKind.EXPLAINED);
    }

    @Test
    void aCancellationTakesBackInItsOwnMonth() {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        won(rep, "4000", "2026-01-15");
        long deal = won(rep, "3000", "2026-03-02");

        sales.cancel(deal, "2026-05-20");
        sales.changed(rep, "2026-03-02", "2026-05-20");

        assertThat(pay.total(rep, "2026-03")).as("the past keeps what it had").isEqualTo("340");
        assertThat(pay.total(rep, "2026-05")).isEqualTo("-340");
        assertThat(pay.lines(rep, "2026-05"))
                .containsExactly(
                        "Tiers D" + deal + "/cancelled -1000 x 0.1 = -100",
                        "Tiers D" + deal + "/cancelled -2000 x 0.12 = -240");
    }

    @Test
    void severalCreditNotesOfADealAreTakenBack() {
        PersonId rep = repOn(FLAT_10);
        long deal = won(rep, "1000", "2026-10-03");
        sales.credit(deal, "100", "2026-11-04");
        sales.credit(deal, "50", "2026-11-04");
        sales.credit(deal, "25", "2026-11-05");
        sales.changed(rep, "2026-11-04", "2026-11-05");

        assertThat(pay.lines(rep, "2026-11"))
                .containsExactly(
                        "Commission D" + deal + "/credit 2026-11-04 -150 x 0.1 = -15",
                        "Commission D" + deal + "/credit 2026-11-05 -25 x 0.1 = -2.5");
    }

    @Test
    void aDealThatMovesToAnotherOwnerMovesItsPay() {
        PlanRef plan = pay.plan(FLAT_10);
        PersonId from = sales.person("From");
        PersonId to = sales.person("To");
        pay.assign(plan, from);
        pay.assign(plan, to);
        long deal = won(from, "1000", "2026-11-03");

        jdbc.sql("update deals set owner_id = :to where id = :deal")
                .param("to", to.value())
                .param("deal", deal)
                .update();
        long batch = sales.newBatch();
        sales.touched(batch, from, "2026-11-03");
        sales.touched(batch, to, "2026-11-03");
        sales.changed(batch);

        Statement former = pay.statement(from, "2026-11");
        assertThat(former.total()).isZero();
        assertThat(former.lines()).as("a line that came to nothing is no line").isEmpty();
        assertThat(former.empty()).isEqualTo(Statement.Empty.NOTHING_CREDITED);
        assertThat(Caller.asSystem(() -> statements.changes(from, YearMonth.of(2026, 11))))
                .extracting(change -> change.kind())
                .containsExactly(EntryKind.GONE, EntryKind.NEW);
        assertThat(pay.total(to, "2026-11")).isEqualTo("100");
    }

    @Test
    void anEventThatIsDeliveredTwicePostsNothingTwice() {
        PersonId rep = repOn(FLAT_10);
        sales.won(rep, "1000", "EUR", "2026-11-03");
        long batch = sales.changed(rep, "2026-11-03");
        long before = pay.entries(rep);

        transaction.executeWithoutResult(status -> events.publishEvent(new TotalsChanged(batch)));
        sales.changed(batch);

        assertThat(before).isEqualTo(1);
        assertThat(pay.entries(rep)).isEqualTo(before);
    }

    @Test
    void twoChangesOfOnePayeeAtOncePostEachDifferenceOnce() throws Exception {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        for (int round = 1; round <= 5; round++) {
            sales.won(rep, "1000", "EUR", "2026-11-0" + round);
            CountDownLatch start = new CountDownLatch(1);
            long one = touch(rep, "2026-11-0" + round);
            long other = touch(rep, "2026-11-0" + round);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Integer> first = threads.submit(() -> touchedAfter(start, one));
                Future<Integer> second = threads.submit(() -> touchedAfter(start, other));
                start.countDown();
                assertThat(first.get(20, TimeUnit.SECONDS) + second.get(20, TimeUnit.SECONDS))
                        .isEqualTo(1);
            }
            assertThat(pay.total(rep, "2026-11")).isEqualTo(round * 100 + "");
        }
    }

    @Test
    void theCourseOfAYearHasEveryMonth() {
        PersonId rep = repOn(FLAT_10);
        won(rep, "1000", "2026-10-03");
        won(rep, "500", "2026-12-03");

        List<MonthTotal> course =
                Caller.asSystem(() -> statements.course(rep, YearMonth.of(2026, 9), YearMonth.of(2026, 12)));

        assertThat(course).extracting(month -> month.total().toPlainString()).containsExactly("0", "100", "0", "50");
    }

    @Test
    void aRunWritesOneRecordInTheTrailAndOnlyWhenItPosted() {
        PersonId rep = repOn(FLAT_10);
        sales.won(rep, "1000", "EUR", "2026-11-03");
        long batch = sales.changed(rep, "2026-11-03");
        sales.changed(batch);

        assertThat(jdbc.sql(
                                "select after_state from audit_records where action = 'commission.run' and object_ref = :ref")
                        .param("ref", "batch " + batch)
                        .query(String.class)
                        .list())
                .containsExactly("1 entries");
    }

    @Test
    void allThatWasPostedIsChainedAndIntact() {
        PersonId rep = repOn(TIERS_OF_THE_YEAR);
        won(rep, "6000", "2026-11-03");

        assertThat(Caller.asSystem(() -> ledger.verify()).broken()).isNull();
    }

    private PersonId repOn(String document) {
        PersonId rep = sales.person("Rep");
        pay.assign(pay.plan(document), rep);
        return rep;
    }

    private long won(PersonId rep, String value, String day) {
        long deal = sales.won(rep, value, "EUR", day);
        sales.changed(rep, day);
        return deal;
    }

    private String reason(PersonId rep, String month) {
        return pay.statement(rep, month).lines().getFirst().reason();
    }

    private String positionBefore(PersonId rep, String month) {
        return find(Reasons.read(reason(rep, month)), Label.POSITION_BEFORE)
                .orElseThrow()
                .result()
                .toPlainString();
    }

    private static Optional<Reason> find(Reason reason, Label label) {
        return reason.label() == label
                ? Optional.of(reason)
                : reason.operands().stream()
                        .flatMap(operand -> find(operand, label).stream())
                        .findFirst();
    }

    private StatementChange latestChange(PersonId rep, String month) {
        return Caller.asSystem(() -> statements.changes(rep, YearMonth.parse(month)))
                .getFirst();
    }

    private long touch(PersonId rep, String day) {
        long batch = sales.newBatch();
        sales.touched(batch, rep, day);
        return batch;
    }

    private int touchedAfter(CountDownLatch start, long batch) throws InterruptedException {
        assertThat(start.await(10, TimeUnit.SECONDS)).isTrue();
        return Caller.asSystem(() -> run.touched(batch));
    }

    private long allEntries() {
        return jdbc.sql("select count(*) from ledger_entries").query(Long.class).single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends CommissionRunContract {}

    @OnPostgres
    static class OnPostgresTest extends CommissionRunContract {}
}
