package org.koploper.demo;

import java.time.LocalDate;
import java.util.List;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Locks the accounts of the demo when a database with demo data is started without the demo profile: their password is
 * known to everybody. Before it is looked whether anybody can sign in.
 */
@Component
@Profile("!demo")
@Order(10)
class DemoLock implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLock.class);

    private final DemoMark mark;
    private final Directory directory;
    private final Accounts accounts;

    DemoLock(DemoMark mark, Directory directory, Accounts accounts) {
        this.mark = mark;
        this.directory = directory;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        mark.dayOfKnownPasswords().ifPresent(day -> {
            LOG.warn("This database holds demo data. Without the demo profile nobody of the demo can sign in.");
            Caller.asSystem(() -> people(day, directory).forEach(person -> accounts.enable(person, false)));
        });
    }

    /** The people of the demo that are still there. */
    static List<PersonId> people(LocalDate day, Directory directory) {
        return new Cast(new DemoDay(day))
                .members().stream()
                        .flatMap(member -> directory.personByExternalId(member.id()).stream())
                        .map(PersonRef::id)
                        .toList();
    }
}
