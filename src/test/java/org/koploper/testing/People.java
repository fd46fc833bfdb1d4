package org.koploper.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.storage.Ids;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A small organisation to ask permissions about: a director above two managers, each above two reps; and one person for
 * every other role. Made once per database.
 */
@TestComponent
public class People {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Ids ids;
    private @Nullable List<Persona> personas;

    People(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Everybody the matrix is asked for, in the order of its columns. */
    public synchronized List<Persona> personas() {
        if (personas == null) {
            personas = make();
        }
        return personas;
    }

    private List<Persona> make() {
        PersonId rep = person("P-REP");
        PersonId mate = person("P-MATE");
        PersonId foreign = person("P-FOREIGN");
        PersonId manager = person("P-MANAGER");
        PersonId otherManager = person("P-OTHER-MANAGER");
        reportsTo(rep, manager);
        reportsTo(mate, manager);
        reportsTo(foreign, otherManager);
        List<Persona> all = new ArrayList<>();
        all.add(new Persona(
                "ANONYMOUS",
                false,
                Set.of(),
                new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")),
                rep,
                mate,
                foreign));
        all.add(signedIn("REP", rep, EnumSet.of(Role.REP), mate, foreign));
        all.add(signedIn("MANAGER", manager, EnumSet.of(Role.MANAGER), rep, foreign));
        for (Role role : List.of(Role.HR, Role.FINANCE, Role.ADMIN)) {
            all.add(signedIn(role.name(), person("P-" + role), EnumSet.of(role), rep, foreign));
        }
        for (Scope scope : Scope.values()) {
            all.add(new Persona(
                    "TOKEN-" + scope,
                    false,
                    Set.of(),
                    new UsernamePasswordAuthenticationToken(
                            new CurrentUser(null, "token", Set.of(), false),
                            null,
                            AuthorityUtils.createAuthorityList(scope.authority())),
                    rep,
                    mate,
                    foreign));
        }
        return List.copyOf(all);
    }

    private static Persona signedIn(String name, PersonId self, Set<Role> roles, PersonId team, PersonId foreign) {
        CurrentUser user = new CurrentUser(self, name, roles, false);
        return new Persona(
                name,
                true,
                roles,
                new UsernamePasswordAuthenticationToken(
                        user,
                        null,
                        AuthorityUtils.createAuthorityList(
                                roles.stream().map(Role::authority).toList())),
                self,
                team,
                foreign);
    }

    private PersonId person(String externalId) {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (?, ?, ?, 'BE', 0)")
                .params(id, externalId, externalId)
                .update();
        return new PersonId(id);
    }

    private void reportsTo(PersonId person, PersonId manager) {
        jdbc.sql("insert into reporting_lines (id, person_id, manager_id, from_day) values (?, ?, ?, ?)")
                .params(ids.next(), person.value(), manager.value(), ALWAYS)
                .update();
        jdbc.sql("insert into managers_above (person_id, manager_id, from_day, to_day) values (?, ?, ?, ?)")
                .params(person.value(), manager.value(), ALWAYS, FOREVER)
                .update();
    }

    /**
     * Somebody who asks.
     *
     * @param person whether this is a person who signed in, and not a token or nobody
     * @param self the own person; for tokens and nobody, some rep
     * @param ofTheTeam one below a manager, a team mate of a rep
     * @param foreign somebody of another team
     */
    public record Persona(
            String name,
            boolean person,
            Set<Role> roles,
            Authentication authentication,
            PersonId self,
            PersonId ofTheTeam,
            PersonId foreign) {}
}
