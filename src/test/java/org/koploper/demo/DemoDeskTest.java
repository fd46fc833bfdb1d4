package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.demo.DemoDesk.State;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Demo data in a product of one's own, with nobody in it but who administers. */
@OnHsqldb
@DirtiesContext
@TestPropertySource(properties = "spring.application.name=koploper-of-its-own")
class DemoDeskTest {

    @Autowired
    DemoDesk desk;

    @Autowired
    DemoLock lock;

    @Autowired
    Accounts accounts;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    @Test
    void isLoadedOnceWithPasswordsNobodyKnowsAndSaysSoFromThenOn() {
        PersonId admin = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, 'admin-1', 'Ada', 0)")
                .param(admin.value())
                .update();
        Caller.asSystem(() -> accounts.open(admin, "ada", "not looked at here", false, Set.of(Role.ADMIN)));
        assertThat(state(admin)).isEqualTo(State.CAN_LOAD);
        assertThat(shows(admin)).isFalse();

        As.user(admin, Set.of(Role.ADMIN), () -> {
            desk.load();
            return true;
        });

        assertThat(shows(admin)).isTrue();
        assertThat(state(admin)).as("in memory nothing can be put aside").isEqualTo(State.LOADED_ELSEWHERE);
        assertThatThrownBy(() -> As.user(admin, Set.of(Role.ADMIN), () -> desk.wipe()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> As.user(admin, Set.of(Role.ADMIN), () -> {
                    desk.load();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        List<String> hashes = jdbc.sql("select password_hash from accounts where username like '%@demo'")
                .query(String.class)
                .list();
        assertThat(hashes).hasSize(14).noneMatch(hash -> encoder.matches(DemoSignInList.PASSWORD, hash));
        assertThat(jdbc.sql("select actor_id from audit_records where action = 'demo.loaded'")
                        .query(Long.class)
                        .list())
                .containsExactly(admin.value());

        // what locks the accounts of the demo profile leaves these alone
        lock.run(new DefaultApplicationArguments());
        assertThat(jdbc.sql("select count(*) from accounts where enabled = false")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private State state(PersonId admin) {
        return As.user(admin, Set.of(Role.ADMIN), desk::state);
    }

    private boolean shows(PersonId admin) {
        return As.user(admin, Set.of(Role.ADMIN), desk::shows);
    }
}
