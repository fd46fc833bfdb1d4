package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.AccountRefused.Reason;
import org.koploper.audit.AccountHistory;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Filter;
import org.koploper.people.AccountList.Listed;
import org.koploper.people.AccountList.Order;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What administrators do with accounts, and what they are kept from. */
abstract class AccountsContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountList list;

    @Autowired
    private AccountHistory history;

    @Autowired
    private UserDetailsService users;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOneTimePasswordSignsInAndHasToBeChanged() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());

        String password = accounts.open(person, "  Ann-" + person + "@Example.COM ", EnumSet.of(Role.REP), null);

        assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        var details = users.loadUserByUsername("ann-" + person + "@example.com");
        assertThat(encoder.matches(password, details.getPassword())).isTrue();
        actAs(person, Role.REP);
        assertThat(accounts.preferences().mustChangePassword()).isTrue();
    }

    @Test
    void aNameIsRefusedWhenItIsTakenOrCannotBeUsed() {
        PersonId person = person("Ann Peeters");
        PersonId other = person("Bob Janssens");
        actAs(administrator());
        accounts.open(person, "ann-" + person, Set.of(), null);

        assertRefused(Reason.NAME_TAKEN, () -> accounts.open(other, "ANN-" + person, Set.of(), null));
        assertRefused(Reason.HAS_ACCOUNT, () -> accounts.open(person, "another-" + person, Set.of(), null));
        assertRefused(Reason.NAME_UNUSABLE, () -> accounts.open(other, "  ", Set.of(), null));
        assertRefused(Reason.NAME_UNUSABLE, () -> accounts.open(other, "ann peeters", Set.of(), null));
        assertRefused(Reason.NAME_UNUSABLE, () -> accounts.open(other, "x".repeat(321), Set.of(), null));
        assertThat(accounts.of(other)).isEmpty();
    }

    @Test
    void whoIsBlockedCannotSignInUntilLetInAgain() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());
        accounts.open(person, "ann-" + person, EnumSet.of(Role.REP), null);

        accounts.enable(person, false);
        assertThat(users.loadUserByUsername("ann-" + person).isEnabled()).isFalse();

        accounts.enable(person, true);
        assertThat(users.loadUserByUsername("ann-" + person).isEnabled()).isTrue();
        assertThat(accounts.of(person).orElseThrow().roles()).containsExactly(Role.REP);
    }

    @Test
    void aNewPasswordReplacesTheForgottenOne() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());
        String forgotten = accounts.open(person, "ann-" + person, Set.of(), null);

        String fresh = accounts.resetPassword(person, null);

        String hash = users.loadUserByUsername("ann-" + person).getPassword();
        assertThat(encoder.matches(fresh, hash)).isTrue();
        assertThat(encoder.matches(forgotten, hash)).isFalse();
        actAs(person);
        assertThat(accounts.preferences().mustChangePassword()).isTrue();
    }

    @Test
    void nobodyShutsOneselfOut() {
        PersonId self = administrator();
        actAs(self);

        assertRefused(Reason.OWN_ACCOUNT, () -> accounts.enable(self, false));
        assertRefused(Reason.OWN_ACCOUNT, () -> accounts.resetPassword(self, null));
    }

    @Test
    void theLastAdministratorKeepsTheRole() {
        PersonId last = administrator();
        actAs(last);
        List<PersonId> others = enabledAdministrators().stream()
                .filter(other -> !other.equals(last))
                .toList();
        others.forEach(other -> accounts.enable(other, false));
        try {
            assertRefused(
                    Reason.LAST_ADMINISTRATOR,
                    () -> accounts.give(last, Set.of(Role.ADMIN), EnumSet.of(Role.HR), "asked for in this test"));
            assertThat(accounts.of(last).orElseThrow().roles()).containsExactly(Role.ADMIN);

            assertRefused(
                    Reason.OWN_ACCOUNT,
                    () -> accounts.give(
                            last, Set.of(Role.ADMIN), EnumSet.of(Role.ADMIN, Role.FINANCE), "asked for in this test"));
            PersonId second = administrator();
            actAs(second);
            accounts.give(last, Set.of(Role.ADMIN), EnumSet.of(Role.HR), "asked for in this test");
            assertThat(accounts.of(last).orElseThrow().roles()).containsExactly(Role.HR);
            assertRefused(
                    Reason.LAST_ADMINISTRATOR,
                    () -> accounts.give(second, Set.of(Role.ADMIN), Set.of(), "asked for in this test"));
        } finally {
            others.forEach(other -> accounts.enable(other, true));
        }
    }

    @Test
    void rolesThatSomebodyElseChangedMeanwhileAreNotOverwrittenUnseen() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());
        accounts.open(person, "ann-" + person, EnumSet.of(Role.REP), null);
        accounts.give(person, Set.of(Role.REP), Set.of(Role.REP, Role.HR), null);

        AccountChangedMeanwhile refused = catchThrowableOfType(
                AccountChangedMeanwhile.class, () -> accounts.give(person, Set.of(Role.REP), Set.of(), null));

        assertThat(refused.now()).containsExactlyInAnyOrder(Role.REP, Role.HR);
        assertThat(accounts.of(person).orElseThrow().roles()).containsExactlyInAnyOrder(Role.REP, Role.HR);
    }

    @Test
    void onlyAdministratorsChangeAccounts() {
        PersonId person = person("Ann Peeters");
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            actAs(person, role);
            for (Runnable change : List.<Runnable>of(
                    () -> accounts.open(person, "ann", Set.of(), null),
                    () -> accounts.give(person, Set.of(), EnumSet.of(Role.ADMIN), "asked for in this test"),
                    () -> accounts.enable(person, false),
                    () -> accounts.enable(person, true),
                    () -> accounts.resetPassword(person, null))) {
                assertThatThrownBy(change::run).as(role.name()).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void whatShowsThePayOfOthersIsGivenWithAReasonOnlyWhichTheTrailKeeps() {
        PersonId person = person("Ann Peeters");
        PersonId other = person("Bob Janssens");
        actAs(administrator());
        accounts.open(person, "ann-" + person, EnumSet.of(Role.REP), null);

        for (Role role : EnumSet.of(Role.FINANCE, Role.MANAGER)) {
            assertRefused(Reason.REASON_MISSING, () -> accounts.give(person, Set.of(Role.REP), EnumSet.of(role), " "));
            assertRefused(Reason.REASON_MISSING, () -> accounts.open(other, "bob-" + other, EnumSet.of(role), null));
        }
        accounts.give(person, Set.of(Role.REP), EnumSet.of(Role.FINANCE), "replaces Els in December");
        assertRefused(Reason.REASON_MISSING, () -> accounts.resetPassword(person, null));
        accounts.give(person, Set.of(Role.FINANCE), EnumSet.of(Role.FINANCE, Role.HR), null);
        accounts.resetPassword(person, "asked for by telephone");

        assertThat(jdbc.sql("select reason from audit_records where object_ref = :ref order by id")
                        .param("ref", person.toString())
                        .query(String.class)
                        .list())
                .containsExactly(null, "replaces Els in December", null, "asked for by telephone");
        actAs(person, Role.FINANCE);
        var reset = history.lastReset().orElseThrow();
        assertThat(reset.reason()).isEqualTo("asked for by telephone");
        assertThat(history.own()).hasSize(4);
    }

    @Test
    void aPasswordOfAHundredSignsIsTakenAndEverySignCounts() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());
        String first = accounts.open(person, "ann-" + person, Set.of(), null);
        actAs(person);
        String wanted = "fiets lamp zeewier ".repeat(5) + "mosterd";

        assertThat(accounts.changeOwnPassword(first, "ann-" + person + "-ann-ann"))
                .contains("password.easy");
        assertThat(accounts.changeOwnPassword(first, wanted)).isEmpty();

        String hash = users.loadUserByUsername("ann-" + person).getPassword();
        assertThat(encoder.matches(wanted, hash)).isTrue();
        assertThat(encoder.matches(wanted + "x", hash)).isFalse();
    }

    @Test
    void everyChangeLeavesOneRecordInTheTrail() {
        PersonId person = person("Ann Peeters");
        actAs(administrator());

        accounts.open(person, "ann-" + person, EnumSet.of(Role.REP), null);
        accounts.give(person, Set.of(Role.REP), EnumSet.of(Role.MANAGER), "asked for in this test");
        accounts.enable(person, false);
        accounts.enable(person, true);
        accounts.resetPassword(person, "asked for in this test");

        assertThat(jdbc.sql("select action from audit_records where object_ref = :ref order by id")
                        .param("ref", person.toString())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "account.opened",
                        "account.roles-changed",
                        "account.disabled",
                        "account.enabled",
                        "account.password-reset");
    }

    @Test
    void peopleAreFoundByAnyOfTheirNamesAndByTheirAccess() {
        String mark = "Zz" + ids.next();
        PersonId without = person(mark + " 100%_sure");
        PersonId blocked = person(mark + " Blocked");
        PersonId enabled = person(mark + " Enabled");
        actAs(administrator());
        accounts.open(blocked, "b-" + blocked, EnumSet.of(Role.REP), "asked for in this test");
        accounts.enable(blocked, false);
        accounts.open(enabled, "e-" + enabled, EnumSet.of(Role.HR, Role.MANAGER), "asked for in this test");

        assertThat(found(mark.toLowerCase(java.util.Locale.ROOT), Access.ALL))
                .containsExactly(without, blocked, enabled);
        assertThat(found(mark, Access.NONE)).containsExactly(without);
        assertThat(found(mark, Access.DISABLED)).containsExactly(blocked);
        assertThat(found(mark, Access.ENABLED)).containsExactly(enabled);
        assertThat(found("E-" + enabled, Access.ALL)).containsExactly(enabled);
        assertThat(found(mark + " 100%_", Access.ALL)).containsExactly(without);
        assertThat(found(mark + "%Enabled", Access.ALL)).isEmpty();
        Listed row =
                list.page(new Filter(mark, Access.ALL), Order.BY_NAME, 2, 1).getFirst();
        assertThat(row.roles()).containsExactlyInAnyOrder(Role.HR, Role.MANAGER);
        assertThat(list.count(new Filter(mark, Access.ALL))).isEqualTo(3);
        assertThat(list.count(new Filter(mark, Access.ALL, Role.HR))).isOne();
        assertThat(list.count(new Filter(mark, Access.ALL, Role.FINANCE))).isZero();
    }

    @Test
    void howSomebodyWantsToWorkIsKeptAndLeavesTheRestAlone() {
        PersonId person = person("Ann Compact");
        Caller.asSystem(() ->
                accounts.open(person, "compact-" + person, "a long enough password", false, EnumSet.of(Role.REP)));
        actAs(person, Role.REP);
        assertThat(accounts.preferences()).isEqualTo(Accounts.Preferences.NONE);

        accounts.prefer("nl-BE", "dark");
        accounts.work(true, false);

        assertThat(accounts.preferences()).isEqualTo(new Accounts.Preferences("nl-BE", "dark", true, false, false));
        assertThat(jdbc.sql("select after_state from audit_records where action = 'account.preferences-changed'"
                                + " and object_ref = :person order by id")
                        .param("person", person.toString())
                        .query(String.class)
                        .list())
                .containsExactly("nl-BE dark", "compact true, single keys false");
    }

    private List<PersonId> found(String text, Access access) {
        return list.page(new Filter(text, access), Order.BY_NAME, 0, 50).stream()
                .map(row -> row.person().id())
                .toList();
    }

    private void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private List<PersonId> enabledAdministrators() {
        return jdbc
                .sql("select a.person_id from accounts a join account_roles r on r.person_id = a.person_id"
                        + " where r.role = 'ADMIN' and a.enabled = true")
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    private PersonId administrator() {
        PersonId person = person("Ad Min");
        Caller.asSystem(() ->
                accounts.open(person, "admin-" + person, "a long enough password", false, EnumSet.of(Role.ADMIN)));
        return person;
    }

    private PersonId person(String name) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, :name, 'BE', 0)")
                .param("id", person.value())
                .param("ref", "accounts-" + person)
                .param("name", name)
                .update();
        return person;
    }

    private static void actAs(PersonId person) {
        actAs(person, Role.ADMIN);
    }

    private static void actAs(PersonId person, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        new CurrentUser(person, "Somebody", EnumSet.of(role), false),
                        null,
                        AuthorityUtils.createAuthorityList(role.authority())));
    }

    @OnHsqldb
    static class OnHsqldbTest extends AccountsContract {}

    @OnPostgres
    static class OnPostgresTest extends AccountsContract {}
}
