package org.koploper.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers in the trail that this database was filled with demo data, and for which day. */
@Component
class DemoMark {

    private static final String ACTION = "demo.loaded";

    private final JdbcClient jdbc;
    private final Trail trail;

    DemoMark(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** The day that was loaded; empty in a database without demo data. */
    Optional<LocalDate> day() {
        return jdbc
                .sql("select object_ref from audit_records where action = :action order by id")
                .param("action", ACTION)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(LocalDate::parse);
    }

    /** In the transaction that loads. */
    void set(LocalDate day) {
        trail.record(ACTION, new Trail.Subject("demo", day.toString(), "Demo"), null, null, null);
    }

    /** Whether nobody has put anything into this database yet. */
    boolean emptyDatabase() {
        return jdbc.sql("select (select count(*) from persons) + (select count(*) from customers)"
                                + " + (select count(*) from products) from organisation where id = 1")
                        .query(Long.class)
                        .single()
                == 0;
    }
}
