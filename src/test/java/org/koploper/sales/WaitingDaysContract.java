package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** An organisation says after how many days without contact a quote waits. */
abstract class WaitingDaysContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    WaitingDays days;

    @Autowired
    JdbcClient jdbc;

    private PersonId somebody;

    @BeforeEach
    void somebody() {
        somebody = new SalesSample(context).person("Anna");
    }

    @AfterEach
    void fourteenAgain() {
        set(Role.ADMIN, 14);
    }

    @Test
    void fourteenUntilSomebodySaysOtherwise() {
        assertThat(now()).isEqualTo(14);
    }

    @Test
    void administrationSaysSoForEverybodyAndTheTrailKnows() {
        set(Role.ADMIN, 21);
        set(Role.ADMIN, 21);

        assertThat(now()).isEqualTo(21);
        assertThat(jdbc.sql(
                                "select before_state, after_state from audit_records where action = 'sales.waiting-days-set'"
                                        + " order by id desc fetch first 1 rows only")
                        .query((row, number) -> row.getString(1) + " to " + row.getString(2))
                        .single())
                .isEqualTo("14 to 21");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void thereAreNoSuchDays(int wrong) {
        assertThatThrownBy(() -> set(Role.ADMIN, wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThat(now()).isEqualTo(14);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void nobodyElseMay(Role role) {
        assertThatThrownBy(() -> set(role, 7)).isInstanceOf(AccessDeniedException.class);
    }

    private void set(Role role, int number) {
        As.user(somebody, Set.of(role), () -> {
            days.set(number);
            return true;
        });
    }

    private int now() {
        return As.user(somebody, Set.of(Role.REP), days::get);
    }

    @OnHsqldb
    static class OnHsqldbTest extends WaitingDaysContract {}

    @OnPostgres
    static class OnPostgresTest extends WaitingDaysContract {}
}
