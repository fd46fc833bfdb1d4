package org.koploper.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** What every kind of record can rely on. */
abstract class RecordDeskContract extends DeskTrial {

    @Test
    void aDryRunSaysWhatTheCommitDoesAndWritesNothing() {
        List<Entry> rows = List.of(
                row(2, "externalId", "dry-1", "name", "Dry one"),
                row(3, "externalId", "dry-2", "name", null),
                row(4, "externalId", "dry-3", "name", "Dry three"));
        long trails = trails();

        Said dry = dry("trial-customers", rows);
        assertThat(count("customers", "dry-")).isZero();
        assertThat(trails()).isEqualTo(trails);
        Said committed = commit("trial-customers", rows);

        assertThat(dry).isEqualTo(committed);
        assertThat(committed.counts()).isEqualTo(new Counts(2, 0, 0, 1));
        assertThat(committed.issues()).containsExactly("3 name required-missing []");
        assertThat(trails()).isEqualTo(trails + 1);
    }

    @Test
    void theSameRowsAgainInAnyOrderChangeNothingAndLeaveNoTrace() {
        List<Entry> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(row(i + 2, "externalId", "again-" + i, "name", "Again " + i));
        }
        assertThat(commit("trial-customers", rows).counts()).isEqualTo(new Counts(2_500, 0, 0, 0));
        long seed = 20261123;
        Collections.shuffle(rows, new Random(seed));
        long trails = trails();
        int told = TrialKinds.TOLD.size();

        assertThat(commit("trial-customers", rows).counts()).as("seed " + seed).isEqualTo(new Counts(0, 0, 2_500, 0));
        assertThat(trails()).isEqualTo(trails);
        assertThat(TrialKinds.TOLD).hasSize(told);
    }

    @Test
    void aChangeIsWrittenOnceAndCountsTheVersionOn() {
        commit(
                "trial-invoices",
                List.of(invoice(2, "change-1", "Change ltd", "10"), invoice(3, "change-2", "Change ltd", "20")));

        Said said = commit(
                "trial-invoices",
                List.of(invoice(2, "change-1", "Change ltd", "10.00"), invoice(3, "change-2", "Change ltd", "20.01")));

        assertThat(said.counts()).isEqualTo(new Counts(0, 1, 1, 0));
        assertThat(jdbc.sql("select amount, version from invoices where external_id = 'change-2'")
                        .query((row, n) -> row.getBigDecimal(1).stripTrailingZeros() + " " + row.getInt(2))
                        .single())
                .isEqualTo("20.01 1");
    }

    @Test
    void whatARowDoesNotMentionStaysAndAnEmptyCellEmpties() {
        commit("trial-customers", List.of(row(2, "externalId", "part-1", "name", "Part", "segment", "food")));

        assertThat(commit("trial-customers", List.of(row(2, "externalId", "part-1", "name", "Part")))
                        .counts())
                .isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(commit("trial-customers", List.of(row(2, "externalId", "part-1", "segment", null)))
                        .counts())
                .isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(jdbc.sql("select name from customers where external_id = 'part-1' and segment is null")
                        .query(String.class)
                        .single())
                .isEqualTo("Part");
    }

    @Test
    void oneKeyTwiceIsOddWhenTheRowsAgreeAndAnErrorWhenTheyDoNot() {
        Said said = commit(
                "trial-customers",
                List.of(
                        row(2, "externalId", "twice-1", "name", "Same"),
                        row(3, "externalId", "twice-2", "name", "One"),
                        row(4, "externalId", "twice-1", "name", "Same"),
                        row(5, "externalId", "twice-2", "name", "Other")));

        assertThat(said.counts()).isEqualTo(new Counts(1, 0, 1, 2));
        assertThat(said.issues())
                .containsExactly(
                        "3 externalId conflicting-row [twice-2]",
                        "4 externalId duplicate-row [twice-1, 2]",
                        "5 externalId conflicting-row [twice-2]");
        assertThat(count("customers", "twice-2")).isZero();
    }

    @Test
    void rulesOfFieldsAndOfTheKindRejectOneRowAndNoOther() {
        Said said = commit(
                "trial-invoices",
                List.of(
                        invoice(2, "rule-1", "Rule ltd", "1.23456"),
                        invoice(3, "rule-2", "Rule ltd", "1000000000000000"),
                        row(
                                4,
                                "externalId",
                                "rule-3",
                                "customer",
                                "Rule\0ltd",
                                "invoicedOn",
                                LocalDate.of(2026, 3, 31),
                                "amount",
                                BigDecimal.ONE,
                                "currency",
                                "EUR"),
                        row(
                                5,
                                "externalId",
                                "rule-4",
                                "invoicedOn",
                                LocalDate.of(2026, 3, 31),
                                "dueOn",
                                LocalDate.of(2026, 3, 30),
                                "amount",
                                BigDecimal.ONE,
                                "currency",
                                "EUR"),
                        invoice(6, "rule-5", "Rule ltd", "0")));

        assertThat(said.counts()).isEqualTo(new Counts(1, 0, 0, 4));
        assertThat(said.issues())
                .containsExactly(
                        "2 amount too-many-decimals [1.23456, 4]",
                        "3 amount number-out-of-range [1000000000000000]",
                        "4 customer nul-character [Rule ltd]",
                        "5 dueOn due-before-invoiced [2026-03-30]",
                        "6 amount zero-amount []",
                        "6 customer created-reference [Rule ltd]");
        assertThat(said.rejected()).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void allOrNothingWritesNothingWhenOneRowIsWrong() {
        List<Entry> rows = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            rows.add(row(i + 1, "externalId", "all-" + i, "name", i == 1_499 ? null : "All " + i));
        }

        Said said = apply("trial-customers", Order.Mode.ALL_OR_NOTHING, rows);

        assertThat(said.counts().rejected()).isEqualTo(1);
        assertThat(said.issues()).containsExactly("1500 name required-missing []");
        assertThat(count("customers", "all-")).isZero();
        rows.removeLast();
        assertThat(apply("trial-customers", Order.Mode.ALL_OR_NOTHING, rows).counts())
                .isEqualTo(new Counts(1_499, 0, 0, 0));
        assertThat(count("customers", "all-")).isEqualTo(1_499);
    }

    @Test
    void theBatchAsAWholeIsLookedAtOnce() {
        Said said = dry(
                "trial-invoices",
                List.of(
                        invoice(2, "sum-1", "Sum ltd", "1"),
                        row(
                                3,
                                "externalId",
                                "sum-2",
                                "invoicedOn",
                                LocalDate.of(2026, 3, 31),
                                "amount",
                                BigDecimal.ONE,
                                "currency",
                                "USD")));

        assertThat(said.issues()).endsWith("null currency several-currencies []");
    }

    @Test
    void aRowThatTheDatabaseRefusesDoesNotTakeTheOthersWithIt() {
        Said said = commit(
                "trial-constrained",
                List.of(
                        row(2, "externalId", "db-1", "name", "Fine"),
                        row(3, "externalId", "db-2", "name", "x".repeat(300)),
                        row(4, "externalId", "db-3", "name", "Fine as well")));

        assertThat(said.counts()).isEqualTo(new Counts(2, 0, 0, 1));
        assertThat(said.issues()).containsExactly("3  not-stored []");
        assertThat(count("products", "db-")).isEqualTo(2);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRows() {
        List<Entry> few = new ArrayList<>();
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            (i < 10 ? few : many).add(invoice(i + 2, "flat-" + i, "Flat ltd " + i, "1"));
        }

        int forFew = statements(() -> commit("trial-invoices", few));
        int forMany = statements(() -> commit("trial-invoices", many));

        assertThat(forFew).isPositive();
        // ids come in blocks of 100, with a statement for each block
        assertThat(forMany - 2 * many.size() / Ids.BLOCK).isLessThanOrEqualTo(forFew + 2);
    }

    private static int statements(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        Level before = log.getLevel();
        log.setLevel(Level.DEBUG);
        log.addAppender(seen);
        seen.start();
        try {
            work.run();
        } finally {
            log.detachAppender(seen);
            log.setLevel(before);
        }
        return (int) seen.list.stream()
                .filter(line -> line.getMessage().startsWith("Executing"))
                .count();
    }

    @Test
    void nobodyWithoutTheRightGetsIn() {
        Order order = new Order(
                "trial-customers", Order.Mode.DRY_RUN, 1, "test.applied", new Trail.Subject("test", "1", "rows"));

        assertThatThrownBy(() -> desk.apply(order, taker -> {}, issue -> {}))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @OnHsqldb
    static class OnHsqldbTest extends RecordDeskContract {}

    @OnPostgres
    static class OnPostgresTest extends RecordDeskContract {}
}
