package org.koploper.kpi;

import java.util.Collection;
import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.people.Reach;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who may see somebody's goals. */
@Component("goalAccess")
class GoalAccess {

    private final Reach reach;

    GoalAccess(Reach reach) {
        this.reach = reach;
    }

    /** Whoever may see the person, and tokens of the organisation for boards. */
    public boolean sees(PersonId person) {
        return isOrganisationsToken() || reach.seesPerson(person);
    }

    /** Those of these people, in as many statements for a thousand as for one. */
    Set<PersonId> seen(Collection<PersonId> people) {
        CurrentUser user = Caller.now();
        return isOrganisationsToken() || user.has(Role.HR) || user.has(Role.ADMIN)
                ? Set.copyOf(people)
                : reach.paySeenOf(people);
    }

    private static boolean isOrganisationsToken() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && Caller.now().person() == null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> Scope.BOARDS.authority().equals(authority.getAuthority()));
    }
}
