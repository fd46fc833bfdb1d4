package org.koploper.sales;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes the persons and days whose totals a batch moves. */
@Component
class Touched {

    private final JdbcTemplate bulk;

    Touched(JdbcTemplate bulk) {
        this.bulk = bulk;
    }

    /** One person on one day. */
    record PersonDay(long person, LocalDate day) {}

    /** Notes them under the batch; those that are noted already stay. */
    void add(long batch, Collection<PersonDay> days) {
        List<Object[]> rows = days.stream()
                .distinct()
                .map(touched ->
                        new Object[] {batch, touched.person(), touched.day(), batch, touched.person(), touched.day()})
                .toList();
        // HSQLDB refuses an empty batch
        if (!rows.isEmpty()) {
            bulk.batchUpdate("""
                    insert into touched_days (batch, person_id, touched_day)
                    select cast(? as bigint), cast(? as bigint), cast(? as date) from organisation
                    where organisation.id = 1 and not exists (
                      select 1 from touched_days t where t.batch = ? and t.person_id = ? and t.touched_day = ?)
                    """, rows);
        }
    }
}
