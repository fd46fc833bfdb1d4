package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** When looking as somebody ends, and that the administrator's session is then their own again. */
@OnHsqldb
class LooksTest {

    @Autowired
    private Looks looks;

    @Autowired
    private SessionTable table;

    @Autowired
    private AccountRows rows;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();
    private PersonId administrator;
    private PersonId an;

    @BeforeEach
    void people() {
        account("Second", Role.ADMIN);
        administrator = account("Mohamed", Role.ADMIN, Role.HR);
        an = account("An", Role.REP, Role.ADMIN);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theSessionIsThatPersonsUntilItIsStoppedAndBothAreKeptInTheAdministratorsName() {
        look(ViewAs.LONGEST);

        request();
        assertThat(user().self()).isEqualTo(an);
        assertThat(user().roles()).containsExactly(Role.REP);
        assertThat(user().signedIn().self()).isEqualTo(administrator);
        assertThat(table.of(administrator)).as("whose session it is").hasSize(1);
        assertThat(table.of(an)).isEmpty();

        looks.stop(session);
        looks.stop(session);
        request();
        assertThat(Looks.endedByItself(session)).as("nothing to tell").isEmpty();
        assertThat(user().self()).isEqualTo(administrator);
        assertThat(user().onlyLooks()).isFalse();
        assertThat(ends()).containsExactly(administrator.value());
    }

    @Test
    void itEndsByItselfAtTheNextClick() {
        look(Duration.ZERO);

        request();

        assertThat(user().self()).isEqualTo(administrator);
        assertThat(ends()).hasSize(1);
        assertThat(Looks.endedByItself(session)).contains("An");
        Looks.endIsKnown(session);
        assertThat(Looks.endedByItself(session)).isEmpty();
    }

    @Test
    void itEndsByItselfWithoutAnyRequest() {
        look(Duration.ZERO);

        looks.endOver();
        looks.endOver();

        assertThat(held().getAuthentication().getPrincipal()).isInstanceOf(SignInDetails.class);
        assertThat(ends()).hasSize(1);
        assertThat(Looks.endedByItself(session)).contains("An");
        look(ViewAs.LONGEST);
        assertThat(Looks.endedByItself(session)).as("looking again").isEmpty();
    }

    @Test
    void itEndsWhereThePersonIsBlockedOrGetsAnotherRole() {
        look(ViewAs.LONGEST);
        Caller.asSystem(() -> accounts.give(an, Set.of(Role.REP, Role.ADMIN), Set.of(Role.REP, Role.HR), null));
        request();
        assertThat(user().self()).isEqualTo(administrator);

        an = account("Another", Role.REP);
        look(ViewAs.LONGEST);
        Caller.asSystem(() -> accounts.enable(an, false));
        request();
        assertThat(user().self()).isEqualTo(administrator);
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsOutAltogether() {
        look(ViewAs.LONGEST);
        request();
        jdbc.sql("delete from account_roles where person_id = ? and role = 'ADMIN'")
                .param(administrator.value())
                .update();

        request();

        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void whoSignsOutStopsLooking() {
        look(ViewAs.LONGEST);

        looks.sessionDestroyed(new HttpSessionEvent(session));
        looks.sessionDestroyed(new HttpSessionEvent(session));

        assertThat(ends()).containsExactly(administrator.value());
    }

    @Test
    void signingOutByTheIdleDialogEndsTheAdministratorsSessionAndNoneOfThePersons() {
        MockHttpSession ofAn = new MockHttpSession();
        table.seen(ofAn, an, new MockHttpServletRequest());
        table.seen(session, administrator, new MockHttpServletRequest());
        CurrentUser seen =
                new CurrentUser(an, "An", Set.of(Role.REP), false, signedIn().user());

        assertThat(Caller.as(seen, List.of(), () -> table.end(seen.signedIn().self(), entry -> true)))
                .isEqualTo(1);
        assertThat(table.of(an)).hasSize(1);
    }

    private SignInDetails signedIn() {
        Account account = rows.findById(administrator.value()).orElseThrow();
        return new SignInDetails(
                new CurrentUser(administrator, "Mohamed", account.roles(), false), account.username(), "", true);
    }

    private void look(Duration time) {
        SignInDetails details = signedIn();
        Authentication own = UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities());
        Set<Role> roles = rows.findById(an.value()).orElseThrow().roles();
        CurrentUser seen = new CurrentUser(an, "An", roles, false, details.user());
        looks.start(
                session, new LookingAs(own, seen, "an-" + an, clock.instant().plus(time)));
    }

    /** The next click, as the filters in front of it hand it on. */
    private void request() {
        SecurityContextHolder.setContext(held());
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setSession(session);
        try {
            new StillAllowed(rows, table, looks)
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SecurityContext held() {
        return (SecurityContext) session.getAttribute(SPRING_SECURITY_CONTEXT_KEY);
    }

    private static CurrentUser user() {
        return Caller.now();
    }

    /** In whose name the ends were kept. */
    private List<Long> ends() {
        return jdbc.sql("select actor_id from audit_records where action = 'account.view-ended' and object_ref = :an")
                .param("an", an.toString())
                .query(Long.class)
                .list();
    }

    private PersonId account(String name, Role... roles) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), name + person, name)
                .update();
        Caller.asSystem(
                () -> accounts.open(person, name + "-" + person, "a password for this test", false, Set.of(roles)));
        return person;
    }
}
