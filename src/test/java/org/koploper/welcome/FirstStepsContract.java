package org.koploper.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.ui.Scene;
import org.koploper.welcome.FirstSteps.Own;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts as done: what the data show, and otherwise having been there. */
abstract class FirstStepsContract {

    @Autowired
    FirstSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Scene scene;

    @BeforeEach
    void prepare() {
        scene = new Scene(context);
    }

    private Own of(PersonId person, Role... roles) {
        return As.user(person, Set.of(roles), steps::own);
    }

    private List<FirstStep> done(PersonId person, Role... roles) {
        return of(person, roles).lines().stream()
                .filter(FirstSteps.Line::done)
                .map(FirstSteps.Line::step)
                .toList();
    }

    private void as(PersonId person, Role role, Runnable work) {
        As.user(person, Set.of(role), () -> {
            work.run();
            return true;
        });
    }

    @Test
    void everybodyGetsTheStepsOfTheirRolesAndNobodyWithoutARoleAny() {
        assertThat(of(scene.bo, Role.REP).lines())
                .extracting(FirstSteps.Line::step)
                .containsExactly(FirstStep.RANK, FirstStep.STATEMENT, FirstStep.NOTICES);
        assertThat(of(scene.manager, Role.REP, Role.MANAGER).lines()).hasSize(6);
        assertThat(of(scene.bo).lines()).isEmpty();
        for (Role role : Role.values()) {
            assertThat(of(scene.bo, role).lines()).as(role.name()).isNotEmpty();
        }
    }

    @Test
    void aPlaceIsDoneOnceItWasSeenByOneselfAndTheTrailKeepsQuietAboutIt() {
        long before = records();
        as(scene.bo, Role.REP, () -> steps.seen(FirstStep.RANK));
        as(scene.bo, Role.REP, () -> steps.seen(FirstStep.RANK));

        assertThat(done(scene.bo, Role.REP)).containsExactly(FirstStep.RANK);
        assertThat(done(scene.an, Role.REP)).isEmpty();
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void whatTheDataShowIsNotDoneByHavingBeenThere() {
        // An, whom the manager leads, has a target; Cas leads nobody
        assertThat(done(scene.manager, Role.MANAGER)).containsExactly(FirstStep.TARGETS);
        as(scene.cas, Role.MANAGER, () -> steps.seen(FirstStep.TARGETS));
        assertThat(done(scene.cas, Role.MANAGER)).isEmpty();

        assertThat(done(scene.cas, Role.FINANCE)).containsExactly(FirstStep.PLAN);
        assertThat(done(scene.cas, Role.ADMIN)).contains(FirstStep.PEOPLE);
    }

    @Test
    void theListIsPutAwayForOneselfAndBackAndTheTrailSaysSoOnceEach() {
        long before = records();
        as(scene.bo, Role.REP, () -> steps.hide(true));
        as(scene.bo, Role.REP, () -> steps.hide(true));
        assertThat(of(scene.bo, Role.REP).hidden()).isTrue();
        assertThat(of(scene.an, Role.REP).hidden()).isFalse();

        as(scene.bo, Role.REP, () -> steps.hide(false));
        assertThat(of(scene.bo, Role.REP).hidden()).isFalse();
        assertThat(records() - before).isEqualTo(2);
    }

    private long records() {
        return jdbc.sql("select count(*) from audit_records").query(Long.class).single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends FirstStepsContract {}

    @OnPostgres
    static class OnPostgresTest extends FirstStepsContract {}
}
