package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pay after a batch too large for one transaction. */
abstract class LargeBatchContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachGroupOfPayeesIsATransactionWithItsOwnRecordInTheTrail() {
        SalesSample sales = new SalesSample(context);
        PaySample pay = new PaySample(context);
        PersonId one = sales.person("One");
        PersonId other = sales.person("Other");
        pay.assign(pay.plan(PaySample.FLAT_10), one);
        pay.assign(pay.plan(PaySample.FLAT_5), other);
        long batch = sales.newBatch();
        for (PersonId rep : List.of(one, other)) {
            sales.won(rep, "1000", "EUR", "2026-11-03");
            sales.won(rep, "2000", "EUR", "2026-11-04");
            sales.touched(batch, rep, "2000-01-01", Groups.DAYS);
        }

        sales.changed(batch);

        assertThat(pay.total(one, "2026-11")).isEqualTo("300");
        assertThat(pay.total(other, "2026-11")).isEqualTo("150");
        assertThat(records(batch)).containsExactly("2 entries", "2 entries");

        sales.changed(batch);

        assertThat(records(batch)).as("once more").hasSize(2);
    }

    private List<String> records(long batch) {
        return jdbc.sql("select after_state from audit_records where action = 'commission.run' and object_ref = :ref")
                .param("ref", "batch " + batch)
                .query(String.class)
                .list();
    }

    @OnHsqldb
    static class OnHsqldbTest extends LargeBatchContract {}

    @OnPostgres
    static class OnPostgresTest extends LargeBatchContract {}
}
