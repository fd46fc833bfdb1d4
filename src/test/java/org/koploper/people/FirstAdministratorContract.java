package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** How the first person gets in. */
@ExtendWith(OutputCaptureExtension.class)
abstract class FirstAdministratorContract {

    private static final Pattern PASSWORD = Pattern.compile("password {2}(\\S+)");

    @Autowired
    FirstAdministrator first;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whereNobodyCanSignInAnAdministratorIsMadeWithAPasswordOfChance(CapturedOutput output) {
        asIfNobodyCouldSignIn(() -> {
            int printedBefore = output.length();

            start();

            Matcher printed = PASSWORD.matcher(output.toString().substring(printedBefore));
            assertThat(printed.find()).as("a password in: " + output).isTrue();
            assertThat(printed.group(1)).hasSizeGreaterThanOrEqualTo(20);
            var account = jdbc.sql("select * from accounts where username = 'admin'")
                    .query()
                    .singleRow();
            assertThat(encoder.matches(
                            printed.group(1), account.get("password_hash").toString()))
                    .isTrue();
            assertThat(account.get("must_change")).isEqualTo(true);
            assertThat(jdbc.sql("select role from account_roles where person_id = :id")
                            .param("id", account.get("person_id"))
                            .query(String.class)
                            .list())
                    .containsExactly("ADMIN");
        });
    }

    @Test
    void laterStartsMakeNobodyAndPrintNothing(CapturedOutput output) {
        asIfNobodyCouldSignIn(() -> {
            start();
            int printed = output.length();

            start();

            assertThat(output.toString().substring(printed)).isEmpty();
            assertThat(jdbc.sql("select count(*) from accounts where enabled = true")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    private void start() {
        first.run(new DefaultApplicationArguments());
        entities.flush();
    }

    /** Undone afterwards: the database is shared with other tests. */
    private void asIfNobodyCouldSignIn(Runnable then) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update accounts set enabled = false").update();
            jdbc.sql("update accounts set username = 'earlier' where username = 'admin'")
                    .update();
            jdbc.sql("update persons set external_id = 'earlier' where external_id = 'admin'")
                    .update();
            then.run();
        });
    }

    @OnHsqldb
    static class OnHsqldbTest extends FirstAdministratorContract {}

    @OnPostgres
    static class OnPostgresTest extends FirstAdministratorContract {}
}
