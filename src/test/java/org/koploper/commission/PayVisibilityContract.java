package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ledger.Statements;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What somebody earns is seen by that person, the managers above today, and finance; by nobody else. */
abstract class PayVisibilityContract {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    ApplicationContext context;

    @Autowired
    Plans plans;

    @Autowired
    PlanBook book;

    @Autowired
    Tiers tiers;

    @Autowired
    Statements statements;

    @Autowired
    NothingCredited nothing;

    @Autowired
    CommissionRun run;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    SalesSample sales;
    PaySample pay;
    PersonId rep;
    PersonId manager;
    PersonId director;
    PersonId former;
    PersonId colleague;

    @BeforeEach
    void people() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        rep = sales.person("Rep");
        manager = sales.person("Manager");
        director = sales.person("Director");
        former = sales.person("Former manager");
        colleague = sales.person("Colleague");
        sales.reportsTo(rep, manager);
        sales.reportsTo(manager, director);
        sales.reportsTo(colleague, manager);
        above(rep, director, "1900-01-01", "9999-12-31");
        above(rep, former, "1900-01-01", "2020-12-31");
        pay.assign(pay.plan(PaySample.FLAT_10), rep);
        sales.won(rep, "1000", "EUR", "2026-11-03");
        sales.changed(rep, "2026-11-03");
    }

    @Test
    void payIsSeenByExactlyThoseWhoMay() {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        seen.put("the rep", sees(rep, Role.REP));
        seen.put("the rep without any role", sees(rep));
        seen.put("the manager", sees(manager, Role.MANAGER));
        seen.put("the manager two levels up", sees(director, Role.MANAGER));
        seen.put("finance", sees(colleague, Role.FINANCE));
        seen.put("a token of finance", sees(null, Role.FINANCE));
        seen.put("a colleague", sees(colleague, Role.REP));
        seen.put("a manager of others", sees(colleague, Role.MANAGER));
        seen.put("a former manager", sees(former, Role.MANAGER));
        seen.put("human resources", sees(colleague, Role.HR));
        seen.put("administration", sees(colleague, Role.ADMIN));
        seen.put("everything but finance", sees(colleague, Role.REP, Role.MANAGER, Role.HR, Role.ADMIN));
        seen.put("a token of administration", sees(null, Role.ADMIN));

        assertThat(seen)
                .containsExactly(
                        Map.entry("the rep", true),
                        Map.entry("the rep without any role", true),
                        Map.entry("the manager", true),
                        Map.entry("the manager two levels up", true),
                        Map.entry("finance", true),
                        Map.entry("a token of finance", true),
                        Map.entry("a colleague", false),
                        Map.entry("a manager of others", false),
                        Map.entry("a former manager", false),
                        Map.entry("human resources", false),
                        Map.entry("administration", false),
                        Map.entry("everything but finance", false),
                        Map.entry("a token of administration", false));
    }

    @Test
    void whoLooksAsSomebodySeesPayOnlyWhereBothMay() {
        PersonId viewer = sales.person("Administrator");
        Set<Role> alone = Set.of(Role.ADMIN);
        Set<Role> finance = Set.of(Role.ADMIN, Role.FINANCE);
        Map<PersonId, Set<Role>> seen =
                Map.of(rep, Set.of(Role.REP), manager, Set.of(Role.MANAGER), director, Set.of(Role.MANAGER, Role.HR));
        seen.forEach((person, roles) -> {
            assertThat(seesLooking(viewer, alone, person, roles)).isFalse();
            assertThat(seesLooking(viewer, Set.of(Role.ADMIN, Role.HR), person, roles))
                    .isFalse();
            assertThat(seesLooking(viewer, finance, person, roles)).isTrue();
        });
        assertThat(seesLooking(viewer, alone, colleague, Set.of(Role.FINANCE))).isFalse();
        assertThat(seesLooking(viewer, finance, colleague, Set.of(Role.FINANCE)))
                .isTrue();
        assertThat(seesLooking(viewer, finance, colleague, Set.of(Role.REP)))
                .as("as somebody who does not see it")
                .isFalse();
        assertThat(seesLooking(manager, Set.of(Role.ADMIN, Role.MANAGER), rep, Set.of(Role.REP)))
                .as("a manager above who also administers")
                .isTrue();
    }

    @Test
    void whoLooksAsAManagerOrAsFinanceReadsNoPlanWithoutTheRight() {
        PersonId viewer = sales.person("Administrator");
        Set<Role> reader = Set.of(Role.MANAGER, Role.FINANCE);

        assertThat(As.user(manager, reader, () -> book.list())).isNotEmpty();
        assertThat(As.looking(viewer, Set.of(Role.ADMIN), manager, reader, () -> book.list()))
                .isEmpty();
        assertThat(As.looking(viewer, Set.of(Role.ADMIN), manager, reader, () -> refused(plans::list)))
                .isTrue();
        assertThat(As.looking(viewer, Set.of(Role.ADMIN, Role.FINANCE), manager, reader, () -> book.list()))
                .isEqualTo(As.user(manager, reader, () -> book.list()));
    }

    @Test
    void aManagersPayIsNotSeenByThoseBelow() {
        assertThat(As.user(rep, Set.of(Role.REP), () -> refused(() -> statements.of(manager, NOVEMBER))))
                .isTrue();
    }

    @Test
    void nobodyIsNobody() {
        assertThatThrownBy(() -> statements.of(rep, NOVEMBER)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyFinanceWritesPlans() {
        PlanRef plan = pay.plan(PaySample.FLAT_5);
        for (Role role : Role.values()) {
            boolean refused = As.user(
                    manager,
                    Set.of(role),
                    () -> refused(() -> plans.list())
                            && refused(() -> plans.versions(plan.id()))
                            && refused(() -> plans.assignments(plan.id()))
                            && refused(() -> plans.create("X" + ids.next(), "X", PaySample.EUR)));
            assertThat(refused).as(role.name()).isEqualTo(role != Role.FINANCE);
        }
    }

    @Test
    void nobodyStartsARunByHand() {
        for (Role role : Role.values()) {
            assertThat(As.user(manager, Set.of(role), () -> refused(() -> run.all()) && refused(() -> run.touched(1))))
                    .as(role.name())
                    .isTrue();
        }
    }

    /** All that shows pay answers alike, or the answer is a fault of its own. */
    private boolean sees(@Nullable PersonId who, Role... roles) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(List.of(roles));
        return As.user(who, all, this::sees);
    }

    private boolean seesLooking(PersonId viewer, Set<Role> own, PersonId person, Set<Role> roles) {
        return As.looking(viewer, own, person, roles, this::sees);
    }

    private boolean sees() {
        List<Boolean> refused = List.of(
                refused(() -> statements.of(rep, NOVEMBER)),
                refused(() -> statements.seal(rep, NOVEMBER)),
                refused(() -> statements.changes(rep, NOVEMBER)),
                refused(() -> statements.documents(rep, NOVEMBER)),
                refused(() -> statements.of(rep, NOVEMBER, 1)),
                refused(() -> nothing.in(rep, NOVEMBER)),
                refused(() -> statements.course(rep, NOVEMBER, NOVEMBER)),
                refused(() -> statements.totals(Set.of(rep), NOVEMBER)),
                refused(() -> tiers.of(rep, NOVEMBER)),
                refused(() -> plans.of(rep)));
        assertThat(Set.copyOf(refused)).hasSize(1);
        return !refused.getFirst();
    }

    @Test
    void thePayOfSeveralIsSeenTogetherOnlyByWhoSeesThatOfEach() {
        Set<PersonId> both = Set.of(rep, colleague);
        assertThat(As.user(manager, Set.of(Role.MANAGER), () -> statements.totals(both, NOVEMBER)))
                .isEqualTo(Caller.asSystem(() -> Map.of(
                        rep, statements.course(rep, NOVEMBER, NOVEMBER).getFirst(),
                        colleague,
                                statements.course(colleague, NOVEMBER, NOVEMBER).getFirst())));
        assertThat(As.user(rep, Set.of(Role.REP), () -> refused(() -> statements.totals(both, NOVEMBER))))
                .isTrue();
    }

    private static boolean refused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (AccessDeniedException e) {
            return true;
        }
    }

    private void above(PersonId person, PersonId above, String from, String to) {
        jdbc.sql(
                        "insert into managers_above (person_id, manager_id, from_day, to_day) values (:person, :above, :from, :to)")
                .param("person", person.value())
                .param("above", above.value())
                .param("from", PaySample.day(from))
                .param("to", PaySample.day(to))
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends PayVisibilityContract {}

    @OnPostgres
    static class OnPostgresTest extends PayVisibilityContract {}
}
