package org.koploper.people;

import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where nobody can sign in yet, makes one administrator with a password of chance that is printed once, in the log, and
 * has to be changed at the first sign-in. There is no default password that anybody could try.
 */
@Component
@Profile("!demo")
@Order(FirstAdministrator.ORDER)
class FirstAdministrator implements ApplicationRunner {

    static final int ORDER = 100;

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    /** Without those that look like another. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Trail trail;
    private final TransactionTemplate transaction;

    FirstAdministrator(Accounts accounts, JdbcClient jdbc, Ids ids, Trail trail, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.ids = ids;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Caller.asSystem(() -> {
            if (accounts.none()) {
                transaction.executeWithoutResult(status -> create());
            }
        });
    }

    private void create() {
        if (jdbc.sql("select count(*) from persons where external_id = :id")
                        .param("id", USERNAME)
                        .query(Integer.class)
                        .single()
                > 0) {
            LOG.warn("Nobody can sign in: every account is disabled, that of \"{}\" too.", USERNAME);
            return;
        }
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, country, version)"
                        + " select :id, :external, :name, country, 0 from organisation where id = 1")
                .param("id", person.value())
                .param("external", USERNAME)
                .param("name", "Administrator")
                .update();
        trail.record(
                "person.added", new Trail.Subject("person", USERNAME, "Administrator"), null, "Administrator", null);
        String password = password();
        accounts.open(person, USERNAME, password, true, Set.of(Role.ADMIN));
        // before the commit: an account that exists and whose password nobody has seen would lock everybody out
        LOG.warn("""


                ------------------------------------------------------------
                  Nobody can sign in yet, so here is an administrator:
                    name      {}
                    password  {}
                  The password works until you choose your own at the first
                  sign-in. It is printed this once and stored nowhere.
                ------------------------------------------------------------
                """, USERNAME, password);
    }

    /** Four groups of five out of 32 signs: 100 bits. */
    private static String password() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, 4)
                .mapToObj(group -> random.ints(5, 0, LETTERS.length())
                        .mapToObj(i -> LETTERS.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
