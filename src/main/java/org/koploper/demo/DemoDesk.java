package org.koploper.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.koploper.access.Caller;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.koploper.operations.NewBeginning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Demo data in a product of one's own: putting them into an empty one, and getting rid of them. The ledger and the trail
 * lose nothing by design, so the demo is not deleted row by row: the whole database is put aside at the next start, and
 * the product begins anew with an empty one.
 */
@Service
public class DemoDesk {

    private final DemoMark mark;
    private final DemoLoad demo;
    private final NewBeginning beginning;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoDesk(
            DemoMark mark,
            DemoLoad demo,
            NewBeginning beginning,
            Trail trail,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.mark = mark;
        this.demo = demo;
        this.beginning = beginning;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** How it stands with demo data. */
    public enum State {
        /** None are there, and they would stand alone. */
        CAN_LOAD,
        /** None are there, and other data are. */
        NOT_EMPTY,
        /** They are there, and can be put aside. */
        LOADED,
        /** They are there, and this kind of database cannot be put aside from here. */
        LOADED_ELSEWHERE,
        /** They will be put aside at the next start. */
        LEAVING
    }

    /** Whether everybody should be told that people and numbers are invented; not in the demo profile, whose sign-in page says so. */
    @SignedInOnly
    public boolean shows() {
        return mark.loaded()
                .filter(loaded -> loaded.passwords() == DemoMark.Passwords.UNKNOWN)
                .isPresent();
    }

    /** How it stands. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public State state() {
        if (mark.loaded().isEmpty()) {
            return mark.empty() ? State.CAN_LOAD : State.NOT_EMPTY;
        }
        if (!Caller.asSystem(beginning::possible)) {
            return State.LOADED_ELSEWHERE;
        }
        return Caller.asSystem(beginning::asked) ? State.LEAVING : State.LOADED;
    }

    /** The folder in which the database lies, and what is put aside. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public Path folder() {
        return Caller.asSystem(beginning::folder);
    }

    /**
     * Puts the demo into the empty product; nobody knows the passwords of its people.
     *
     * @throws IllegalStateException when there are data
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public void load() {
        transaction.executeWithoutResult(status -> {
            // a second one waits here, and then finds data
            jdbc.sql("update organisation set version = version + 1 where id = 1")
                    .update();
            if (!mark.empty()) {
                throw new IllegalStateException("There are data already");
            }
            LocalDate day = Caller.asSystem(() -> demo.fill(DemoMark.Passwords.UNKNOWN));
            mark.set(day, DemoMark.Passwords.UNKNOWN);
        });
    }

    /**
     * Has the whole database, with the demo and everything else in it, put aside at the next start.
     *
     * @return the backup that was written of it now
     * @throws IllegalStateException where there are no demo data, or where it cannot be done
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public Path wipe() {
        if (state() != State.LOADED) {
            throw new IllegalStateException("There is nothing to put aside");
        }
        Path backup = Caller.asSystem(beginning::backup);
        try {
            transaction.executeWithoutResult(status -> {
                record("demo.put-aside-asked", backup.toString());
                Caller.asSystem(beginning::ask);
            });
        } catch (RuntimeException e) {
            Caller.asSystem(beginning::takeBack);
            throw e;
        }
        return backup;
    }

    /** Keeps the demo data after all; nothing happens where nothing was asked. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public void keep() {
        if (state() == State.LEAVING) {
            transaction.executeWithoutResult(status -> {
                record("demo.put-aside-taken-back", null);
                Caller.asSystem(beginning::takeBack);
            });
        }
    }

    private void record(String action, @org.jspecify.annotations.Nullable String after) {
        trail.record(action, new Trail.Subject("demo", "all", "Demo"), null, after, null);
    }
}
