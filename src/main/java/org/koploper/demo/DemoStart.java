package org.koploper.demo;

import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.people.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demo. The product says that it is ready only afterwards. */
@Component
@Profile("demo")
@Order(10)
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoMark mark;
    private final DemoLoad demo;
    private final TransactionTemplate transaction;
    private final Directory directory;
    private final Accounts accounts;

    DemoStart(DemoMark mark, DemoLoad demo, TransactionTemplate transaction, Directory directory, Accounts accounts) {
        this.mark = mark;
        this.demo = demo;
        this.transaction = transaction;
        this.directory = directory;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Caller.asSystem(() -> mark.loaded().ifPresentOrElse(this::unlock, this::loadIfEmpty));
    }

    /** They were locked if the database was started without the demo profile meanwhile. */
    private void unlock(DemoMark.Loaded loaded) {
        if (loaded.passwords() == DemoMark.Passwords.UNKNOWN) {
            return;
        }
        DemoLock.people(loaded.day(), directory).stream()
                .filter(person -> accounts.of(person).isPresent())
                .forEach(person -> accounts.enable(person, true));
    }

    private void loadIfEmpty() {
        if (!mark.untouched()) {
            LOG.warn("The database holds data already, so no demo data were loaded.");
            return;
        }
        transaction.executeWithoutResult(status -> demo.load(DemoMark.Passwords.KNOWN));
    }
}
