package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.sales.SalesChanged;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Totals of a batch too large for one transaction. */
abstract class LargeBatchContract {

    private static final String DAY = "1990-06-01";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    IncompleteEventPublications publications;

    SalesSample sample;
    PersonId anna;
    PersonId bram;
    long batch;

    /** Each of them has as many days as are computed in one transaction. */
    @BeforeEach
    void veryManyDays() {
        sample = new SalesSample(context);
        sample.home();
        batch = sample.newBatch();
        anna = wonThatDay("Anna");
        bram = wonThatDay("Bram");
    }

    private PersonId wonThatDay(String name) {
        PersonId person = sample.person(name);
        sample.won(person, "10", DAY);
        sample.touched(batch, person, "1990-01-01", TotalsWriter.PERSON_DAYS);
        return person;
    }

    @Test
    void itIsSeveralTransactionsAndOnePersonIsNeverInTwo() {
        long before = turns();

        sample.changed(batch);

        assertThat(turns() - before)
                .as("one for each person, and more for the months of teams")
                .isGreaterThan(2);
        assertThat(revenue(anna)).containsExactly("10");
        assertThat(revenue(bram)).containsExactly("10");
    }

    /** As when the process is killed: the event that asked for the totals is kept, and every start asks again. */
    @Test
    void whatWasBrokenOffInTheMiddleIsDoneAgainFromTheEventThatIsKept() {
        ApplicationListener<PayloadApplicationEvent<TotalsChanged>> dies = new Dies();
        multicaster.addApplicationListener(dies);
        try {
            sample.changed(batch);
        } finally {
            multicaster.removeApplicationListener(dies);
        }
        assertThat(revenue(anna)).containsExactly("10");
        assertThat(revenue(bram)).as("of the last portion").isEmpty();
        assertThat(kept()).isEqualTo(1);

        publications.resubmitIncompletePublications(
                publication -> publication.getEvent().equals(new SalesChanged(batch)));

        assertThat(revenue(anna)).containsExactly("10");
        assertThat(revenue(bram)).containsExactly("10");
        assertThat(kept()).isZero();
    }

    /** A class, since a lambda would not say which events it is for. */
    private static final class Dies implements ApplicationListener<PayloadApplicationEvent<TotalsChanged>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<TotalsChanged> event) {
            throw new IllegalStateException("the process dies");
        }
    }

    private long kept() {
        return jdbc.sql("select count(*) from event_publication where listener_id like '%TotalsListener%'"
                        + " and serialized_event like :batch")
                .param("batch", "%" + batch + "%")
                .query(Long.class)
                .single();
    }

    private long turns() {
        return jdbc.sql("select taken from turns where name = 'daily-totals'")
                .query(Long.class)
                .single();
    }

    private List<String> revenue(PersonId person) {
        return jdbc.sql("select amount from daily_totals where person_id = :person and measure = 'REVENUE'")
                .param("person", person.value())
                .query((row, number) ->
                        row.getBigDecimal("amount").stripTrailingZeros().toPlainString())
                .list();
    }

    @OnHsqldb
    static class OnHsqldbTest extends LargeBatchContract {}

    @OnPostgres
    static class OnPostgresTest extends LargeBatchContract {

        /** It took a table that an import had just filled for an empty one, and read all of it for every payee. */
        @Test
        void theDatabaseKnowsWhatALargeBatchHasFilled() {
            sample.changed(batch);

            assertThat(jdbc.sql("select count(*) from pg_stats where tablename = 'touched_days' and n_distinct <> 0")
                            .query(Long.class)
                            .single())
                    .isPositive();
        }
    }
}
