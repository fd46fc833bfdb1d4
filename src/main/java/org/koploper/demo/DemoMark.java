package org.koploper.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers in the trail that this database was filled with demo data, for which day and with which passwords. */
@Component
class DemoMark {

    private static final String ACTION = "demo.loaded";

    private final JdbcClient jdbc;
    private final Trail trail;

    DemoMark(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** What the people of the demo sign in with. */
    enum Passwords {
        /** The one that everybody knows, for looking around in the demo profile only. */
        KNOWN,
        /** Each with one of chance that nobody has seen. */
        UNKNOWN
    }

    /** What was loaded; empty in a database without demo data. */
    Optional<Loaded> loaded() {
        return jdbc
                .sql("select object_ref, after_state from audit_records"
                        + " where object_kind = 'demo' and action = :action order by id")
                .param("action", ACTION)
                .query((row, n) -> new Loaded(
                        LocalDate.parse(row.getString(1)),
                        Passwords.UNKNOWN.name().equals(row.getString(2)) ? Passwords.UNKNOWN : Passwords.KNOWN))
                .list()
                .stream()
                .findFirst();
    }

    /** The day that was loaded with passwords that everybody knows; empty otherwise. */
    Optional<LocalDate> dayOfKnownPasswords() {
        return loaded().filter(found -> found.passwords() == Passwords.KNOWN).map(Loaded::day);
    }

    /** In the transaction that loads. */
    void set(LocalDate day, Passwords passwords) {
        trail.record(ACTION, new Trail.Subject("demo", day.toString(), "Demo"), null, passwords.name(), null);
    }

    /** Whether nobody has put anything into this database yet. */
    boolean untouched() {
        return count("select count(*) from persons") + ofSales() == 0;
    }

    /** Whether there is nothing in it but people who administer. */
    boolean empty() {
        return count("select count(*) from persons p where not exists (select 1 from account_roles r"
                                + " where r.person_id = p.id and r.role = 'ADMIN')")
                        + ofSales()
                == 0;
    }

    private long ofSales() {
        return count("select (select count(*) from teams) + (select count(*) from customers)"
                + " + (select count(*) from products) from organisation where id = 1");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    record Loaded(LocalDate day, Passwords passwords) {}
}
