package org.koploper.people;

import java.time.Clock;
import java.time.LocalDate;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.access.SignedInOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whom the caller may see, for security expressions such as {@code @PreAuthorize("@reach.seesPay(#person)")}. The
 * product itself sees everybody. A manager is who stands above in the reporting lines today, on whatever level; the role
 * MANAGER alone shows nobody.
 */
@Service("reach")
public class Reach {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reach(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether the caller may see what that person earns: the person, the managers above today, finance, a token for
     * statements. Who looks as somebody else has to be one of these too.
     */
    @SignedInOnly
    public boolean seesPay(PersonId person) {
        CurrentUser user = Caller.now();
        return seesPay(user, person) && (!user.onlyLooks() || seesPay(user.signedIn(), person));
    }

    /** Whether that person's pay is hidden from the caller for the only reason that they look as somebody else. */
    @SignedInOnly
    public boolean hidesPay(PersonId person) {
        return Caller.now().onlyLooks() && !seesPay(person);
    }

    private boolean seesPay(CurrentUser user, PersonId person) {
        return user.system()
                || user.has(Role.FINANCE)
                || Caller.isOrganisationTokenFor(Scope.STATEMENTS)
                || user.is(person)
                || isAbove(user, person);
    }

    /** Whether the caller may see that person's own numbers and details: as pay, and human resources and administration. */
    @SignedInOnly
    public boolean seesPerson(PersonId person) {
        CurrentUser user = Caller.now();
        return user.has(Role.HR) || user.has(Role.ADMIN) || seesPay(user, person);
    }

    /** Whether the caller stands above that person today, directly or through others. Nobody manages themselves. */
    @SignedInOnly
    public boolean manages(PersonId person) {
        return isAbove(Caller.now(), person);
    }

    private boolean isAbove(CurrentUser user, PersonId person) {
        if (user.person() == null) {
            return false;
        }
        return jdbc.sql("""
                select count(*) from managers_above
                where manager_id = :manager and person_id = :person and from_day <= :today and to_day >= :today
                """)
                        .param("manager", user.person().value())
                        .param("person", person.value())
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
