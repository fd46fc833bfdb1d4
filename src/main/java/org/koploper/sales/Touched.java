package org.koploper.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes the persons and days whose totals a batch moves. */
@Component
class Touched {

    private static final int AT_ONCE = 200;

    private final JdbcTemplate bulk;

    Touched(JdbcTemplate bulk) {
        this.bulk = bulk;
    }

    /** One person on one day. */
    record PersonDay(long person, LocalDate day) {}

    /** Notes them under the batch; those that are noted already stay. */
    void add(long batch, Collection<PersonDay> days) {
        List<PersonDay> ordered = days.stream()
                .distinct()
                .sorted(Comparator.comparing(PersonDay::person).thenComparing(PersonDay::day))
                .toList();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            List<PersonDay> some = ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE));
            List<Object> values = new ArrayList<>();
            values.add(batch);
            some.forEach(touched -> values.addAll(List.of(touched.person(), touched.day())));
            values.add(batch);
            bulk.update(sql(some.size()), values.toArray());
        }
    }

    private static String sql(int many) {
        return """
                insert into touched_days (batch, person_id, touched_day)
                select cast(? as bigint), n.person_id, n.touched_day
                from (values %s) as n (person_id, touched_day)
                where not exists (select 1 from touched_days t
                  where t.batch = ? and t.person_id = n.person_id and t.touched_day = n.touched_day)
                """.formatted(String.join(", ", Collections.nCopies(many, "(cast(? as bigint), cast(? as date))")));
    }
}
