package org.koploper.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.access.SignedInOnly;
import org.koploper.storage.Once;
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

    /** Those of these people whose pay the caller may see, in as many statements for a thousand as for one. */
    @SignedInOnly
    public Set<PersonId> paySeenOf(Collection<PersonId> people) {
        CurrentUser user = Caller.now();
        Set<PersonId> seen = paySeenOf(user, people);
        return user.onlyLooks() ? paySeenOf(user.signedIn(), seen) : seen;
    }

    /** Whether the caller may see what each of these people earns. */
    @SignedInOnly
    public boolean seesPayOfAll(Collection<PersonId> people) {
        return paySeenOf(people).containsAll(people);
    }

    private Set<PersonId> paySeenOf(CurrentUser user, Collection<PersonId> people) {
        if (people.isEmpty() || seesAllPay(user)) {
            return Set.copyOf(people);
        }
        PersonId self = user.person();
        if (self == null) {
            return Set.of();
        }
        Set<PersonId> seen = new HashSet<>(below(self, Set.copyOf(people)));
        people.stream().filter(user::is).forEach(seen::add);
        return seen;
    }

    private Set<PersonId> below(PersonId manager, Set<PersonId> people) {
        LocalDate today = LocalDate.now(clock);
        return Once.read(
                new Below(manager, people, today),
                () -> jdbc
                        .sql("""
                        select person_id from managers_above
                        where manager_id = :manager and person_id in (:people) and from_day <= :today and to_day >= :today
                        """)
                        .param("manager", manager.value())
                        .param("people", people.stream().map(PersonId::value).toList())
                        .param("today", today)
                        .query(Long.class)
                        .list()
                        .stream()
                        .map(PersonId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private record Below(PersonId manager, Set<PersonId> people, LocalDate day) {}

    /** Whether the caller may see what everybody earns: finance, and a token of the organisation for statements. */
    @SignedInOnly
    public boolean seesAllPay() {
        CurrentUser user = Caller.now();
        return seesAllPay(user) && (!user.onlyLooks() || seesAllPay(user.signedIn()));
    }

    private static boolean seesAllPay(CurrentUser user) {
        return user.system() || user.has(Role.FINANCE) || Caller.isOrganisationTokenFor(Scope.STATEMENTS);
    }

    private boolean seesPay(CurrentUser user, PersonId person) {
        return seesAllPay(user) || user.is(person) || isAbove(user, person);
    }

    /** Whether the caller may see that person's own numbers and details: as pay, and human resources and administration. */
    @SignedInOnly
    public boolean seesPerson(PersonId person) {
        CurrentUser user = Caller.now();
        return user.has(Role.HR) || user.has(Role.ADMIN) || seesPay(user, person);
    }

    /** Those of these people of whom {@link #seesPerson} says yes, in as many statements for a thousand as for one. */
    @SignedInOnly
    public Set<PersonId> personsSeenOf(Collection<PersonId> people) {
        CurrentUser user = Caller.now();
        return user.has(Role.HR) || user.has(Role.ADMIN) ? Set.copyOf(people) : paySeenOf(user, people);
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
