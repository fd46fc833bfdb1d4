package org.koploper.kpi;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** As {@link #sees(PersonId)} of every one of them, in as many statements for a thousand as for one. */
    boolean seesAll(Collection<PersonId> people) {
        return isOrganisationsToken() || reach.personsSeenOf(people).containsAll(people);
    }

    /** As {@link #sees(AgreedGoal)} of every one of them. */
    boolean seesEach(Collection<AgreedGoal> goals) {
        return seesAll(goals.stream()
                        .filter(goal -> goal.scope() == GoalScope.PERSON)
                        .map(goal -> new PersonId(goal.subjectId()))
                        .toList())
                && goals.stream()
                        .filter(goal -> goal.scope() != GoalScope.PERSON)
                        .allMatch(this::sees);
    }

    /** Those of these people, in as many statements for a thousand as for one. */
    Set<PersonId> seen(Collection<PersonId> people) {
        CurrentUser user = Caller.now();
        return isOrganisationsToken() || user.has(Role.HR) || user.has(Role.ADMIN)
                ? Set.copyOf(people)
                : reach.paySeenOf(people);
    }

    /** Those of the organisation and of teams are for whoever is signed in. */
    boolean sees(AgreedGoal goal) {
        return switch (goal.scope()) {
            case ORGANISATION, TEAM -> true;
            case CUSTOMER -> seesCustomers();
            case PERSON -> sees(new PersonId(goal.subjectId()));
        };
    }

    /** Whether every person's goals are seen, whoever it is. */
    boolean seesEverybody() {
        CurrentUser user = Caller.now();
        return user.system()
                || isOrganisationsToken()
                || Stream.of(Role.HR, Role.FINANCE, Role.ADMIN).anyMatch(user::has);
    }

    /** As what the caller is asked whether the goal is acceptable; null for nobody, and while looking as somebody else. */
    GoalAnswer.@Nullable Part partIn(AgreedGoal goal) {
        CurrentUser user = Caller.now();
        PersonId owner = goal.owner();
        if (owner == null || user.person() == null || user.onlyLooks() || goal.stopped()) {
            return null;
        }
        if (user.is(owner)) {
            return GoalAnswer.Part.OWNER;
        }
        return reach.manages(owner) ? GoalAnswer.Part.MANAGER : null;
    }

    /** Whoever sees what customers buy: not human resources. */
    public boolean seesCustomers() {
        CurrentUser user = Caller.now();
        return user.system()
                || isOrganisationsToken()
                || Stream.of(Role.REP, Role.MANAGER, Role.FINANCE, Role.ADMIN).anyMatch(user::has);
    }

    private static boolean isOrganisationsToken() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && Caller.now().person() == null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> Scope.BOARDS.authority().equals(authority.getAuthority()));
    }
}
