package org.koploper.commission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.koploper.people.ReportingDays;
import org.springframework.stereotype.Component;

/**
 * Whose pay hangs together: that of everybody of a plan with a budget for all, or with a ranking; and where a plan pays on
 * what lower levels leave, that of a manager with all below.
 */
@Component
class Fellows {

    private final PlanRows plans;
    private final ReportingDays reporting;

    Fellows(PlanRows plans, ReportingDays reporting) {
        this.plans = plans;
        this.reporting = reporting;
    }

    /** Whether what these components pay one person depends on what others earn or reach. */
    static boolean arePaidTogether(List<org.koploper.commission.engine.Component> components) {
        return components.stream().anyMatch(component -> component.needs().contains(Need.OTHERS));
    }

    /** Everybody who is or was ever below one of these. */
    Set<PersonId> below(Collection<PersonId> managers) {
        return managers.isEmpty() ? Set.of() : reporting.peopleBelow(managers);
    }

    /** Who is paid on what lower levels leave under some plan. */
    Set<PersonId> paidOnTheRest() {
        Set<PersonId> managers = new HashSet<>();
        plans.paidOnTheRest().forEach(plan -> managers.addAll(plans.everReached(plan)));
        return managers;
    }

    /** Whether what these components pay one person depends on what people below earn. */
    static boolean payOnTheRest(List<org.koploper.commission.engine.Component> components) {
        return components.stream().anyMatch(component -> component.needs().contains(Need.LOWER_LEVELS));
    }

    /** The people of each such plan, whom it ever reached. */
    List<Set<PersonId>> groups() {
        List<Set<PersonId>> groups = new ArrayList<>();
        plans.paidTogether().forEach(plan -> groups.add(new HashSet<>(plans.everReached(plan))));
        return groups;
    }

    /** These people, and all whose pay hangs together with theirs. */
    Set<PersonId> with(Collection<PersonId> people) {
        Set<PersonId> all = new HashSet<>(people);
        groups().stream().filter(group -> !Collections.disjoint(group, people)).forEach(all::addAll);
        return all;
    }
}
