package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.intake.Freshness.Arrival;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.intake.Freshness.Way;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When records came in last is asked of the database, once, and only what stayed counts. */
abstract class FreshnessContract {

    private static final Instant FIRST = Instant.parse("2099-11-02T13:58:00Z");
    private static final Instant LATER = FIRST.plus(1, ChronoUnit.HOURS);

    @Autowired
    Freshness freshness;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @BeforeEach
    @AfterEach
    void withoutImportsOfThisTest() {
        jdbc.sql("delete from imports where file_name = 'freshness.csv'").update();
    }

    private void imported(String kind, boolean committed, String state, Instant finished, boolean undone) {
        jdbc.sql("""
                insert into imports (id, kind, file_name, file_hash, mapping, header, state, committed, new_rows,
                  changed_rows, unchanged_rows, rejected_rows, started_at, finished_at, started_by_name, undone_at)
                values (?, ?, 'freshness.csv', 'x', '{}', '[]', ?, ?, 1, 0, 0, 0, ?, ?, 'test', ?)
                """)
                .params(ids.next(), kind, state, committed, utc(finished), utc(finished), undone ? utc(finished) : null)
                .update();
    }

    private static Timestamp utc(Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    private Arrival last(Numbers numbers) {
        return Caller.asSystem(() -> freshness.last(numbers)).orElseThrow();
    }

    @Test
    void onlyWhatWasWrittenAndStayedCounts() {
        imported("deals", true, "DONE", FIRST, false);
        imported("deals", false, "DONE", LATER, false);
        imported("deals", true, "FAILED", LATER, false);
        imported("deals", true, "DONE", LATER, true);
        imported("customers", true, "DONE", LATER, false);

        assertThat(last(Numbers.SALES)).isEqualTo(new Arrival(Way.IMPORT, FIRST));
    }

    @Test
    void callsAreAnotherSourceThanDeals() {
        imported("efforts", true, "DONE", FIRST, false);
        imported("deals", true, "DONE", LATER, false);

        assertThat(last(Numbers.EFFORT).at()).isEqualTo(FIRST);
        assertThat(last(Numbers.SALES).at()).isEqualTo(LATER);
    }

    @Test
    void itCostsOneStatement() {
        imported("deals", true, "DONE", FIRST, false);

        assertThat(Statements.of(() -> last(Numbers.SALES))).isEqualTo(1);
    }

    @Test
    void moreThanADayIsOld() {
        Arrival arrival = new Arrival(Way.IMPORT, FIRST);

        assertThat(arrival.isOld(FIRST.plus(24, ChronoUnit.HOURS))).isFalse();
        assertThat(arrival.isOld(FIRST.plus(24, ChronoUnit.HOURS).plusSeconds(1)))
                .isTrue();
    }

    @OnHsqldb
    static class OnHsqldbTest extends FreshnessContract {}

    @OnPostgres
    static class OnPostgresTest extends FreshnessContract {}
}
